package tadpole.engine.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.schedule.Schedules;

/** What is allowed in an experiment, but hardly meant: one sentence each, with its numbers. */
public final class Remarks {

    /** A last layer that a loss has inside of itself. */
    private static final Map<String, String> INSIDE = Map.of("crossEntropy", "softmax", "sigmoidCrossEntropy", "sigmoid");

    private final Experiment experiment;
    private final int samples;
    private final boolean watches;
    private final List<String> said = new ArrayList<>();

    private Remarks(Experiment experiment, Dataset dataset) {
        this.experiment = experiment;
        this.samples = experiment.data().learned(dataset.train().size(), dataset.classes().size());
        this.watches = experiment.data().validation() > 0 || dataset.test().isPresent();
    }

    /** Of an experiment that meets the {@link Requirements}; empty where there is nothing to say. */
    public static List<String> of(Experiment experiment, Dataset dataset) {
        Remarks remarks = new Remarks(experiment, dataset);
        remarks.ofTheSchedule();
        remarks.ofTheBatches();
        remarks.ofTheLoss();
        return List.copyOf(remarks.said);
    }

    private void ofTheSchedule() {
        Settings settings = experiment.schedule().settings();
        ofLengths(settings);
        if (settings.asMap().containsKey("etaMin") && settings.decimal("etaMin") > experiment.rate()) {
            say("The schedule falls to etaMin, but %s > %s, the learning rate: it rises.", number(settings.decimal("etaMin")), number(experiment.rate()));
        }
        if (settings.asMap().containsKey("cycleMomentum") && settings.on("cycleMomentum") && !hasMomentum()) {
            say("%s has no momentum: %s moves the learning rate only.", label(Optimizers.ALL, experiment.optimizer().type()),
                    label(Schedules.ALL, experiment.schedule().type()));
        }
    }

    /** A part of the schedule that the run does not reach. */
    private void ofLengths(Settings settings) {
        double run = (double) experiment.training().plannedSteps(samples) / experiment.training().stepsAnEpoch(samples);
        double warmUp = length(settings, "warmUp").orElse(0.0);
        if (warmUp > run) {
            double share = settings.decimal("startFactor") + (1 - settings.decimal("startFactor")) * run / warmUp;
            say("The warm-up takes %s epochs, but the run has %s: it ends at %s of the rate.", number(warmUp), number(run), number(share));
            return;
        }
        length(settings, "stepSize").filter(size -> warmUp + size >= run).ifPresent(size ->
                say("The rate first falls after %s epochs, but the run has %s: it never falls.", number(warmUp + size), number(run)));
        length(settings, "from").filter(from -> warmUp + from >= run).ifPresent(from ->
                say("The rate first falls after %s epochs, but the run has %s: it never falls.", number(warmUp + from), number(run)));
        length(settings, "t0").filter(fall -> warmUp + fall > run).ifPresent(fall ->
                say("The first fall takes %s epochs, but the run has %s: it ends on the way down.", number(warmUp + fall), number(run)));
        length(settings, "stepSizeUp").ifPresent(up -> {
            double cycle = up + (settings.decimal("stepSizeDown") == 0 ? up : settings.decimal("stepSizeDown"));
            if (cycle > run) {
                say("A cycle takes %s epochs, but the run has %s: it ends within the first.", number(cycle), number(run));
            }
        });
    }

    private void ofTheBatches() {
        int batch = experiment.training().batch();
        if (batch > samples) {
            say("The batch of %d is more than the %d training images: every batch is all of them.", batch, samples);
        }
        if (experiment.optimizer().type().equals("conjugateGradient") && batch < samples) {
            say("Conjugate gradient wants the whole set as one batch, but %d of %d images are one: each batch is another function. Take a batch of %d.",
                    batch, samples, samples);
        }
        if (experiment.training().patience() > 0 && !watches) {
            say("Patience watches held-out or test images, but there are none: it never ends the run.");
        }
    }

    private void ofTheLoss() {
        String last = experiment.layers().isEmpty() ? "" : experiment.layers().getLast().type();
        if (last.equals(INSIDE.get(experiment.loss().type()))) {
            say("The loss takes a %s by itself, and the network ends with one: it is taken twice. Leave the layer out.", last);
        }
    }

    private boolean hasMomentum() {
        try {
            return Recipe.find(Optimizers.ALL, "optimizer", experiment.optimizer().type())
                    .maker().make(experiment.optimizer().settings()).momentum().isPresent();
        } catch (SettingException unknown) {
            throw new IllegalArgumentException("Only an experiment that meets the requirements has remarks.", unknown);
        }
    }

    private static Optional<Double> length(Settings settings, String key) {
        return settings.asMap().containsKey(key) ? Optional.of(settings.decimal(key)) : Optional.empty();
    }

    private static <M> String label(List<Recipe<M>> all, String type) {
        return all.stream().filter(each -> each.type().equals(type)).findFirst().map(Recipe::label).orElse(type);
    }

    private static String number(double value) {
        return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
    }

    private void say(String sentence, Object... words) {
        said.add(sentence.formatted(words));
    }
}
