package tadpole.engine.doctor;

import java.util.Optional;
import tadpole.engine.training.Evaluation;

/** Labels that have nothing to do with their images: look-alikes must have the same label more often than by chance. */
final class Labels implements Rule {

    private static final double PARTLY = 0.75;
    private static final double LEARNED = 0.75;
    private static final double ALIKE = 0.15;

    @Override
    public String id() {
        return "labels";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        if (s.neighbors().isEmpty() || isLearned(s)) {
            return Optional.empty();
        }
        Neighbors near = s.neighbors().get();
        Optional<Trial> trial = Optional.of(Trials.byHeart(s.experiment(), s.facts().classes()));
        String evidence = "Of %d training images the one most alike has the same label in %s; by chance it is %s".formatted(
                near.images(), Words.percent(near.train()), Words.percent(near.chance()));
        if (!near.labelsTell() && near.agreeLessThanHeldOut() && tellElsewhere(near)) {
            return ill("Labels do not belong to their images", evidence + heldOut(s, near) + ".", trial);
        }
        if (near.agreeLessThanHeldOut() && near.train() < PARTLY * near.heldOut().getAsDouble()) {
            return ill("Some labels are wrong", evidence + heldOut(s, near) + ".", Optional.empty());
        }
        return Optional.empty();
    }

    /** What the network answers suggests it: nothing is learned, or held-out images are answered better than those learned from, or at chance. */
    static boolean areSuspect(Symptoms s) {
        if (s.train().isEmpty() || !s.hadTime()) {
            return false;
        }
        double train = s.train().get().accuracy();
        double chance = 1.0 / s.facts().classes();
        boolean noisy = s.epochs().size() >= 3 && s.heldOut().filter(Evaluation::hasAccuracy).filter(held -> held.accuracy() > train + 0.1).isPresent();
        boolean nothing = s.heldOut().filter(Evaluation::hasAccuracy).map(Evaluation::accuracy).orElse(train) < 2 * chance;
        return train < 1.5 * chance || nothing || noisy;
    }

    /** Who answers images learned from and others alike, and most of them rightly, learned from labels that belong to them. */
    private static boolean isLearned(Symptoms s) {
        Optional<Evaluation> held = s.heldOut().filter(Evaluation::hasAccuracy);
        return s.train().isPresent() && held.isPresent() && s.train().get().accuracy() > LEARNED
                && Math.abs(s.train().get().accuracy() - held.get().accuracy()) < ALIKE;
    }

    private static boolean tellElsewhere(Neighbors near) {
        return near.heldOut().orElse(0) > near.chance() + 0.1;
    }

    private static String heldOut(Symptoms s, Neighbors near) {
        return near.heldOut().isEmpty() ? "" : ", among %s images %s".formatted(s.facts().heldOutName(), Words.percent(near.heldOut().getAsDouble()));
    }
}
