package tadpole.app.pane.studio.harmonize;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.harmonize.HarmonizeEvent;
import tadpole.engine.picture.harmonize.HarmonizeOrder;
import tadpole.engine.picture.harmonize.HarmonizeState;
import tadpole.engine.picture.harmonize.Harmonized;
import tadpole.engine.picture.harmonize.Stage;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.picture.pull.PullValue;
import tadpole.engine.tensor.Tensor;

/** Tells the events of a harmonization without any arithmetic: the composite goes over into the painting. */
final class ScriptedWork implements Workshop {

    private static final List<PullName> PULLS = List.of(new PullName(PullName.Kind.STYLE, "relu1_1"), new PullName(PullName.Kind.STYLE, "relu4_1"),
            new PullName(PullName.Kind.HISTOGRAM, "relu4_1"), new PullName(PullName.Kind.CONTENT, "relu4_1"), new PullName(PullName.Kind.SMOOTH, PullName.PIXELS));
    private static final double[] SHARES = {0.26, 0.2, 0.29, 0.19, 0.06};

    private final int iterations;
    private final List<Optional<HarmonizeState>> begun = new ArrayList<>();
    private final Set<PullName> muted = ConcurrentHashMap.newKeySet();
    private Optional<String> failure = Optional.empty();

    /** @param iterations of each pass */
    ScriptedWork(int iterations) {
        this.iterations = iterations;
    }

    /** What each run went on from. */
    List<Optional<HarmonizeState>> begun() {
        return begun;
    }

    void failWith(String why) {
        failure = Optional.of(why);
    }

    /** More than 500 pixels do not fit. */
    @Override
    public Optional<Estimate> estimate(HarmonizeOrder order, BooleanSupplier stopped) {
        return Optional.of(order.settings().whole("size") > 500 ? new Estimate("", "It needs 9 GB: take a size of 500 or less.")
                : new Estimate("About 0:%02d and 20 MB of memory.".formatted(order.settings().whole("size") % 60), ""));
    }

    @Override
    public Work begin(HarmonizeOrder order, Optional<HarmonizeState> from, Consumer<HarmonizeEvent> listener) {
        begun.add(from);
        from.ifPresent(each -> muted.addAll(each.muted()));
        return new Work(new Script(order, from.map(each -> Integer.parseInt(each.facts().get("done"))).orElse(0), listener),
                (pull, on) -> {
                    if (on) {
                        muted.add(pull);
                    } else {
                        muted.remove(pull);
                    }
                });
    }

    private final class Script implements Job<Harmonized> {

        private final HarmonizeOrder order;
        private final Consumer<HarmonizeEvent> listener;
        private final Map<Stage, Picture> stages = new EnumMap<>(Stage.class);
        private int done;

        Script(HarmonizeOrder order, int done, Consumer<HarmonizeEvent> listener) {
            this.order = order;
            this.done = done;
            this.listener = listener;
        }

        @Override
        public String name() {
            return "script";
        }

        @Override
        public JobOutcome<Harmonized> run(JobControl control) {
            if (failure.isPresent()) {
                return new JobOutcome.Failed<>(failure.get(), new IllegalStateException(failure.get()));
            }
            int total = 2 * iterations + 1;
            Optional<Stage> before = Optional.empty();
            while (done < total) {
                Stage stage = done < iterations ? Stage.PASS_1 : done < 2 * iterations ? Stage.PASS_2 : Stage.FINISH;
                int of = stage == Stage.FINISH ? 1 : iterations;
                if (before.filter(each -> each == stage).isEmpty()) {
                    listener.accept(new HarmonizeEvent.Began(stage, of));
                    before = Optional.of(stage);
                }
                if (!control.proceed()) {
                    return new JobOutcome.Stopped<>(new Harmonized(now(), stages, Optional.of(new HarmonizeState(Map.of(), Map.of("done", "" + done, "muted",
                            muted.stream().map(each -> each.kind() + " " + each.layer()).collect(Collectors.joining(",")))))));
                }
                done++;
                int iteration = (done - 1) % iterations + 1;
                listener.accept(new HarmonizeEvent.Iterated(stage, iteration, of, stage == Stage.FINISH ? List.of() : pulls(iteration)));
                control.report(new Progress(done, total, stage.label()));
                if (iteration == of) {
                    stages.put(stage, now());
                    listener.accept(new HarmonizeEvent.Ended(stage, now()));
                } else if (iteration % 2 == 0) {
                    listener.accept(new HarmonizeEvent.Preview(stage, iteration, now()));
                }
            }
            return new JobOutcome.Finished<>(new Harmonized(now(), stages, Optional.empty()));
        }

        private List<PullValue> pulls(int iteration) {
            List<PullValue> all = new ArrayList<>();
            for (int i = 0; i < PULLS.size(); i++) {
                all.add(new PullValue(PULLS.get(i), Math.exp(-0.02 * (i + 1) * iteration), 1, SHARES[i], muted.contains(PULLS.get(i))));
            }
            return all;
        }

        private Picture now() {
            float share = (float) done / (2 * iterations + 1);
            float[] from = order.scene().composite().values().data();
            float[] to = order.scene().painting().values().data();
            float[] values = new float[from.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.round((1 - share) * from[i] + share * to[i]);
            }
            return Picture.ofBytes("harmonized", Tensor.of(order.scene().composite().values().shape(), values));
        }
    }
}
