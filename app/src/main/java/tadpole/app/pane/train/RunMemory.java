package tadpole.app.pane.train;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.design.Costs;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.Experiment;

/** About how much memory runs take, and whether one more finds room. */
public final class RunMemory {

    /** What an optimizer remembers of each parameter at most, beside its value and its gradient. */
    private static final int REMEMBERED = 2;
    private static final double SHARE_OF_JAVA = 0.75;

    private RunMemory() {}

    /** In bytes; 0 where the layers do not fit the data, which the run says itself. */
    static long of(Experiment experiment, Dataset dataset) {
        try {
            int samples = experiment.data().learned(dataset.train().size(), dataset.classes().size());
            int batch = Math.clamp(experiment.training().batch(), 1, Math.max(1, samples));
            Costs costs = Costs.of(Preparations.shapeOf(experiment.data().prepare(), dataset.train()), experiment.layers(), batch);
            return costs.bytes() + REMEMBERED * Float.BYTES * costs.parameters();
        } catch (SettingException misfit) {
            return 0;
        }
    }

    /** Why it cannot be trained even alone, without building it; empty where it may. @param most that Java has, in bytes */
    public static Optional<String> tooLarge(Experiment experiment, Dataset dataset, long most) {
        long needed = of(experiment, dataset);
        return needed <= most ? Optional.empty()
                : Optional.of("This network does not fit into memory: with its optimizer it takes about %s, but Java has %s in all. Take fewer units or a smaller batch."
                        .formatted(brief(needed), brief(most)));
    }

    private static String brief(long bytes) {
        return bytes < 1_000_000_000 ? Numbers.megabytes(bytes) : String.format(Locale.ROOT, "%.1f\u00a0GB", bytes / 1e9);
    }

    /** Why it finds no room beside those that go on; empty where it does. @param most that Java has, in bytes */
    static Optional<String> refusal(Experiment experiment, Dataset dataset, List<Run> going, long most) {
        long needed = of(experiment, dataset);
        long taken = going.stream().mapToLong(each -> of(each.current(), each.dataset())).sum();
        if (going.isEmpty()) {
            return tooLarge(experiment, dataset, most);
        }
        if (needed + taken <= SHARE_OF_JAVA * most) {
            return Optional.empty();
        }
        return Optional.of("This run takes about %s beside %s of those that go on, but Java has %s in all. Stop one first, or take a smaller batch."
                .formatted(Numbers.megabytes(needed), Numbers.megabytes(taken), Numbers.megabytes(most)));
    }
}
