package tadpole.engine.doctor;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tadpole.engine.dataset.Augmentations;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Spec;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.Experiment;

/** The network knows its training images by heart and others far less. */
final class Overfitting implements Rule {

    private static final Spec SHIFT = Augmentations.ALL.stream().filter(each -> each.type().equals("shift")).findFirst().orElseThrow().standard();
    private static final double WIDE = 0.15;
    private static final double NARROW = 0.08;
    private static final long STEPS = 3000;

    @Override
    public String id() {
        return "overfitting";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        if (s.epochs().size() < 3 || s.train().isEmpty() || s.heldOut().isEmpty()) {
            return Optional.empty();
        }
        Evaluation train = s.train().get();
        Evaluation held = s.heldOut().get();
        double gap = train.accuracy() - held.accuracy();
        String numbers = "%s of the training images are right, but %s of the %s images".formatted(
                Words.percent(train.accuracy()), Words.percent(held.accuracy()), s.facts().heldOutName());
        if (gap > WIDE) {
            double least = s.epochs().stream().flatMap(each -> each.heldOut().stream()).mapToDouble(each -> each.evaluation().loss()).min().orElseThrow();
            String rises = held.loss() > 1.1 * least ? "; their loss rose from %s to %s".formatted(Words.number(least), Words.number(held.loss())) : "";
            return suspect("It learns by heart", numbers + rises + ".", trial(s));
        }
        return gap > NARROW || s.isStuck() ? Optional.empty() : well("Others are answered as well", numbers.replace(", but", ","));
    }

    private static Optional<Trial> trial(Symptoms s) {
        if (s.experiment().data().perClass() > 0) {
            return trial(s, "all images", own -> Trials.perClass(own, 0));
        }
        boolean decays = s.experiment().optimizer().settings().asMap().containsKey("weightDecay");
        if (s.experiment().data().augment().isEmpty() && s.pictures()) {
            return trial(s, "shifted images", own -> Trials.augmented(own, List.of(SHIFT)));
        }
        return decays ? trial(s, "weight decay 0.01", own -> own.withOptimizer(Trials.with(Optimizers.ALL, own.optimizer(), "weightDecay", 0.01))) : Optional.empty();
    }

    private static Optional<Trial> trial(Symptoms s, String label, UnaryOperator<Experiment> change) {
        return Optional.of(Trials.trial(s.experiment(), label, change, Math.min(s.steps(), STEPS), Trial.Goal.HELD_OUT_LOWER,
                "The loss over %s images ends lower.".formatted(s.facts().heldOutName())));
    }
}
