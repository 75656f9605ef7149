package tadpole.engine.training;

import java.util.List;
import tadpole.engine.dataset.Augmentations;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.layer.Network;
import tadpole.engine.loss.Loss;
import tadpole.engine.loss.LossMaker;
import tadpole.engine.loss.Losses;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;

/** Whether the parts of an experiment fit each other and its data: what a run asks for, without reading the data. */
public final class Requirements {

    private final Experiment experiment;
    private final Dataset dataset;

    private Requirements(Experiment experiment, Dataset dataset) {
        this.experiment = experiment;
        this.dataset = dataset;
    }

    /**
     * Checks all parts.
     *
     * @return the network; it takes as long as building it
     * @throws SettingException where a part is not known or does not fit, in one sentence and with its place in the experiment
     */
    public static Network of(Experiment experiment, Dataset dataset) throws SettingException {
        return new Requirements(experiment, dataset).check();
    }

    private Network check() throws SettingException {
        experiment.data().changes().accept(dataset);
        int samples = samples();
        Shape input = input();
        Network network = Network.build(input, experiment.layers(), new Seed(experiment.seed()).derive("network"));
        experiment.start().set(network);
        at("data.standardizeTargets", this::acceptTargets);
        at("loss", () -> acceptLoss(network));
        at("training.batch", () -> acceptBatches(network, samples));
        at("optimizer", () -> Recipe.find(Optimizers.ALL, "optimizer", experiment.optimizer().type()).maker().make(experiment.optimizer().settings()));
        at("schedule", () -> Recipe.find(Schedules.ALL, "schedule", experiment.schedule().type()).maker().make(experiment.schedule().settings()));
        each("data.augment", experiment.data().augment(), spec -> Augmentations.make(List.of(spec), dataset.shape(), input));
        return network;
    }

    /** The shape that the network is given. */
    private Shape input() throws SettingException {
        List<Spec> prepare = experiment.data().prepare();
        for (int i = 0; i < prepare.size(); i++) {
            List<Spec> upToHere = prepare.subList(0, i + 1);
            at("data.prepare[%d]".formatted(i), () -> Preparations.shapeOf(upToHere, dataset.train()));
        }
        return Preparations.shapeOf(prepare, dataset.train());
    }

    /** How many samples are learned from. */
    private int samples() throws SettingException {
        at("data.perClass", () -> experiment.data().chosen(experiment.data().changes().correct(dataset.train(), false), dataset.classes().size()));
        int all = experiment.data().samples(dataset.train().size(), dataset.classes().size());
        int held = experiment.data().heldOut(all);
        if (all == 0) {
            throw new SettingException("%s has no samples to train on.".formatted(dataset.title())).at("data.set");
        }
        if (held == all) {
            throw new SettingException("%s leaves no samples to train on: round(%s · %d) = %d of %d are held out. Hold out a smaller share."
                    .formatted(dataset.title(), experiment.data().validation(), all, held, all)).at("data.validation");
        }
        return all - held;
    }

    private void acceptTargets() throws SettingException {
        if (experiment.data().standardizeTargets() && !dataset.isRegression()) {
            throw new SettingException("%s (\"%s\") needs targets that are numbers, but %s has classes. Switch it off."
                    .formatted(DataPlan.STANDARDIZE_TARGETS.label(), DataPlan.STANDARDIZE_TARGETS.key(), dataset.title()));
        }
    }

    private void acceptLoss(Network network) throws SettingException {
        Recipe<LossMaker> recipe = Recipe.find(Losses.ALL, "loss", experiment.loss().type());
        Loss loss = recipe.maker().make(experiment.loss().settings());
        try {
            if (dataset.train().target().isPresent()) {
                loss.acceptValues(recipe.label(), network.output(), dataset.train().target().get());
            } else {
                loss.accept(network.output(), dataset.classes().size());
            }
        } catch (ShapeException misfit) {
            throw new SettingException(misfit.getMessage());
        }
        String last = network.stages().isEmpty() ? "nothing" : network.stages().getLast().spec().type();
        if (loss.lastLayer().isPresent() && !loss.lastLayer().get().equals(last)) {
            throw new SettingException("%s needs a network that ends with \"%s\", but this one ends with \"%s\". Add a \"%s\" layer at its end."
                    .formatted(recipe.label(), loss.lastLayer().get(), last, loss.lastLayer().get()));
        }
    }

    private void acceptBatches(Network network, int samples) throws SettingException {
        TrainingPlan plan = experiment.training();
        for (Network.Stage stage : network.stages()) {
            if (stage.layer().leastBatch() > 1 && plan.smallestBatch(samples) == 1) {
                throw new SettingException("%s measures each channel's variance over the batch, but %s, one number a channel: sum / (n - 1) = sum / 0. Take %s."
                        .formatted(stage.name(), tooFew(plan, samples), samples == 1 ? "more images" : "a batch of " + betterBatch(plan, samples)));
            }
        }
    }

    private static String tooFew(TrainingPlan plan, int samples) {
        return plan.batch() == 1 || samples == 1
                ? "here a batch is 1 image"
                : "%d images in batches of %d leave a last batch of 1".formatted(samples, plan.batch());
    }

    /** The nearest that leaves no single sample over; upward, as it is the batch of 1 that is in the way. */
    private static int betterBatch(TrainingPlan plan, int samples) {
        int batch = plan.batch() + 1;
        while (batch < samples && samples % batch == 1) {
            batch++;
        }
        return batch;
    }

    private interface Check {
        void run() throws SettingException;
    }

    private interface SpecCheck {
        void run(Spec spec) throws SettingException;
    }

    private static void at(String path, Check check) throws SettingException {
        try {
            check.run();
        } catch (SettingException misfit) {
            throw misfit.at(path);
        }
    }

    private static void each(String path, List<Spec> specs, SpecCheck check) throws SettingException {
        for (int i = 0; i < specs.size(); i++) {
            Spec spec = specs.get(i);
            at("%s[%d]".formatted(path, i), () -> check.run(spec));
        }
    }
}
