package tadpole.engine.training;

import java.util.List;
import java.util.Optional;
import tadpole.engine.dataset.Augmentation;
import tadpole.engine.dataset.Augmentations;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Preparation;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Sampler;
import tadpole.engine.dataset.Samplers;
import tadpole.engine.dataset.Split;
import tadpole.engine.dataset.TargetScale;
import tadpole.engine.layer.Network;
import tadpole.engine.loss.Loss;
import tadpole.engine.loss.Losses;
import tadpole.engine.optimizer.Optimizer;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Schedule;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.tensor.Shape;

/**
 * The parts of an experiment, built at their very start: the same experiment and data give the same parts each time.
 *
 * @param train      the samples that are learned from
 * @param validation the held-out share of the training samples
 * @param classes    how many classes the data has; 0 where numbers are to come out
 * @param targets    how targets are standardized, where they are
 */
public record Setup(
        Network network,
        Loss loss,
        Optimizer optimizer,
        Schedule schedule,
        Sampler sampler,
        List<Preparation> preparations,
        List<Augmentation> augmentations,
        Split train,
        Optional<Split> validation,
        Optional<Split> test,
        int classes,
        Optional<TargetScale> targets) {

    /** @throws SettingException in one sentence where a part is not known or does not fit the others */
    public static Setup of(Experiment experiment, Dataset dataset) throws SettingException {
        Network network = Requirements.of(experiment, dataset);
        Parts parts = Parts.of(experiment, dataset);
        List<Preparation> preparations = Preparations.make(experiment.data().prepare(), parts.train());
        Optional<TargetScale> targets = experiment.data().standardizeTargets() ? Optional.of(TargetScale.of(parts.train())) : Optional.empty();
        Shape input = Preparations.shape(preparations, dataset.shape());
        return new Setup(
                network,
                find(Losses.ALL, "loss", experiment.loss()).make(experiment.loss().settings()),
                find(Optimizers.ALL, "optimizer", experiment.optimizer()).make(experiment.optimizer().settings()),
                find(Schedules.ALL, "schedule", experiment.schedule()).make(experiment.schedule().settings()),
                find(Samplers.ALL, "order", experiment.training().order()).make(experiment.training().order().settings()),
                preparations,
                Augmentations.make(experiment.data().augment(), dataset.shape(), input),
                scaled(parts.train(), targets),
                parts.validation().map(split -> scaled(split, targets)),
                parts.test().map(split -> scaled(split, targets)),
                dataset.classes().size(),
                targets);
    }

    /** The same parts with another optimizer. */
    Setup with(Optimizer other) {
        return new Setup(network, loss, other, schedule, sampler, preparations, augmentations, train, validation, test, classes, targets);
    }

    /** The same parts with another schedule. */
    Setup withSchedule(Schedule other) {
        return new Setup(network, loss, optimizer, other, sampler, preparations, augmentations, train, validation, test, classes, targets);
    }

    /** Other samples of the same data, with their targets as the network learns them. */
    public Split judged(Split samples) {
        return scaled(samples, targets);
    }

    /** What charts show beside training: the validation samples, or where there are none the test samples. */
    public Optional<Split> heldOut() {
        return validation.or(() -> test);
    }

    public String heldOutName() {
        return validation.isPresent() ? "validation" : "test";
    }

    private static Split scaled(Split split, Optional<TargetScale> targets) {
        return targets.map(scale -> scale.standardize(split)).orElse(split);
    }

    private static <M> M find(List<Recipe<M>> all, String kind, Spec spec) throws SettingException {
        return Recipe.find(all, kind, spec.type()).maker();
    }
}
