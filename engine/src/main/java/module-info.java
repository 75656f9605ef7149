/** The engine: pure Java, no native code, no window. Package kernel stays inside. */
module tadpole.engine {
    requires jdk.incubator.vector;
    requires com.fasterxml.jackson.databind;
    requires org.apache.commons.compress;
    requires io.jhdf;
    requires java.desktop;
    requires java.logging;

    exports tadpole.engine.job;
    exports tadpole.engine.tensor;
    exports tadpole.engine.recipe;
    exports tadpole.engine.formula;
    exports tadpole.engine.layer;
    exports tadpole.engine.loss;
    exports tadpole.engine.optimizer;
    exports tadpole.engine.schedule;
    exports tadpole.engine.twin;
    exports tadpole.engine.dataset;
    exports tadpole.engine.surface;
    exports tadpole.engine.training;
    exports tadpole.engine.inspect;
    exports tadpole.engine.recording;
    exports tadpole.engine.evaluation;
    exports tadpole.engine.insight;
    exports tadpole.engine.design;
    exports tadpole.engine.doctor;
    exports tadpole.engine.language;
    exports tadpole.engine.picture;
    exports tadpole.engine.picture.made;
    exports tadpole.engine.picture.mask;
    exports tadpole.engine.picture.histogram;
    exports tadpole.engine.picture.film;
    exports tadpole.engine.picture.finish;
    exports tadpole.engine.picture.color;
    exports tadpole.engine.picture.feature;
    exports tadpole.engine.picture.pull;
    exports tadpole.engine.picture.harmonize;
    exports tadpole.engine.picture.insight;
    exports tadpole.engine.picture.style;
    exports tadpole.engine.picture.studio;
    exports tadpole.engine.convolution;
    exports tadpole.engine.file;
}
