package tadpole.engine.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.recipe.Spec;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.SampleChanges;
import tadpole.engine.training.TrainingPlan;

/** Lays an experiment out as JSON, with every setting, also those at their default. */
final class ExperimentWriter {

    private ExperimentWriter() {}

    static String text(Experiment experiment) {
        return JsonLayout.lines(fields(experiment));
    }

    static Map<String, Object> fields(Experiment experiment) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tadpole", ExperimentFile.VERSION);
        fields.put("name", experiment.name());
        fields.put("about", experiment.about());
        fields.put("data", data(experiment.data()));
        fields.put("layers", specs(experiment.layers()));
        fields.put("loss", spec(experiment.loss()));
        fields.put("optimizer", spec(experiment.optimizer()));
        fields.put("schedule", spec(experiment.schedule()));
        fields.put("training", training(experiment.training()));
        fields.put("seed", experiment.seed());
        if (!experiment.start().isEmpty()) {
            fields.put("start", experiment.start().values());
        }
        return fields;
    }

    private static Map<String, Object> data(DataPlan data) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("set", data.set());
        data.make().ifPresent(make -> fields.put("make", spec(make)));
        fields.put("prepare", specs(data.prepare()));
        fields.put("augment", specs(data.augment()));
        fields.put("perClass", data.perClass());
        fields.put("validation", data.validation());
        if (data.make().isPresent() || data.standardizeTargets()) {
            fields.put("standardizeTargets", data.standardizeTargets());
        }
        if (!data.changes().isNone()) {
            fields.put("changes", changes(data.changes()));
        }
        return fields;
    }

    private static Map<String, Object> changes(SampleChanges changes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("shuffledLabels", changes.shuffledLabels());
        fields.put("sorted", changes.sorted());
        if (!changes.corrections().isEmpty()) {
            fields.put("corrections", changes.corrections().stream().<Object>map(ExperimentWriter::correction).toList());
        }
        return fields;
    }

    private static Map<String, Object> correction(SampleChanges.Correction correction) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("part", correction.test() ? "test" : "train");
        fields.put("index", correction.index());
        correction.label().ifPresent(label -> fields.put("label", label));
        return fields;
    }

    private static Map<String, Object> training(TrainingPlan training) {
        Map<String, Object> fields = new LinkedHashMap<>(training.settings().asMap());
        fields.put("order", spec(training.order()));
        return fields;
    }

    private static List<Object> specs(List<Spec> specs) {
        return specs.stream().<Object>map(ExperimentWriter::spec).toList();
    }

    static Map<String, Object> spec(Spec spec) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", spec.type());
        fields.putAll(spec.settings().asMap());
        return fields;
    }
}
