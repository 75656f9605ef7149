package tadpole.engine.doctor;

import java.util.Optional;

/** Batches that hold one class after the other teach each to forget the one before. */
final class UnshuffledData implements Rule {

    @Override
    public String id() {
        return "unshuffled";
    }

    @Override
    public Optional<Finding> look(Symptoms s) {
        LabelOrder order = s.facts().order();
        if (!order.isSorted() || s.facts().stepsAnEpoch() < 2) {
            return Optional.empty();
        }
        return ill("The data are not shuffled", "%s of the images have the label of the one before, by chance %s; a batch holds %s of %d classes.".formatted(
                Words.percent(order.same()), Words.percent(order.expected()), Words.number(order.inBatch()), s.facts().classes()),
                Trials.lower(s, "shuffled order", Trials::shuffled));
    }
}
