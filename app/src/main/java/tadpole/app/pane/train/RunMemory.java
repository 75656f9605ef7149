package tadpole.app.pane.train;

import java.util.List;
import java.util.Optional;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.design.Costs;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.Experiment;

/** About how much memory runs take, and whether one more finds room. */
final class RunMemory {

    /** What an optimizer remembers of each parameter at most, beside its value and its gradient. */
    private static final int REMEMBERED = 2;
    private static final double SHARE_OF_JAVA = 0.75;

    private RunMemory() {}

    /** In bytes; 0 where the layers do not fit the data, which the run says itself. */
    static long of(Experiment experiment, Dataset dataset) {
        try {
            Costs costs = Costs.of(Preparations.shapeOf(experiment.data().prepare(), dataset.train()), experiment.layers(), experiment.training().batch());
            return costs.bytes() + REMEMBERED * Float.BYTES * costs.parameters();
        } catch (SettingException misfit) {
            return 0;
        }
    }

    /** Why it finds no room beside those that go on; empty where it does. @param most that Java has, in bytes */
    static Optional<String> refusal(Experiment experiment, Dataset dataset, List<Run> going, long most) {
        long needed = of(experiment, dataset);
        long taken = going.stream().mapToLong(each -> of(each.current(), each.dataset())).sum();
        if (going.isEmpty() || needed + taken <= SHARE_OF_JAVA * most) {
            return Optional.empty();
        }
        return Optional.of("This run takes about %s beside %s of those that go on, but Java has %s in all. Stop one first, or take a smaller batch."
                .formatted(Numbers.megabytes(needed), Numbers.megabytes(taken), Numbers.megabytes(most)));
    }
}
