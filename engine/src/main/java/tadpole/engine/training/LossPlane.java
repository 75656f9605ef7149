package tadpole.engine.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Shuffled;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;

/**
 * Trains runs of one network, keeps them on their way, finds the plane that holds most of it, and evaluates the loss on a grid over
 * that plane, coarse points first. Li et al. 2018 (arXiv 1712.09913), section 7: the principal directions of all kept parameters; the
 * plane goes through the end of the first run. Each loss is the mean over the same training images, without augmentation and
 * penalties; dropout is off, batch normalization has the running statistics of the first run's end. A loss plane runs once.
 */
public final class LossPlane implements Job<Optional<LossMap>> {

    /** Of all kept parameters together: 256 MB. */
    private static final long MOST_NUMBERS = 1L << 26;
    private static final int FEWEST_MOMENTS = 4;
    /** A step goes forward, and twice as much backward. */
    private static final int STEP_COST = 3;

    private final List<PlaneRun> runs;
    private final PlanePlan plan;
    private final Dataset dataset;
    private final Device device;
    private final Consumer<PlaneEvent> listener;
    private final Setup setup;
    private final Evaluator evaluator;
    private final int images;
    private final int moments;
    private final List<PathKeeper> paths = new ArrayList<>();
    private final long work;

    private Network network;
    private Optional<PrincipalPlane> plane = Optional.empty();
    private Stopwatch control;
    private long done;

    /**
     * @param runs     of the same layers on the same data; the plane goes through the first one's end
     * @param listener told every event, on the job's thread
     * @throws SettingException where the parts do not fit each other or the data, or the network is too large to be kept often enough
     */
    public LossPlane(List<PlaneRun> runs, PlanePlan plan, Dataset dataset, Device device, Consumer<PlaneEvent> listener)
            throws SettingException {
        this.runs = List.copyOf(runs);
        this.plan = plan;
        this.dataset = dataset.with(dataset.train(), Optional.empty());
        this.device = device;
        this.listener = listener;
        this.setup = Setup.of(runs.getFirst().experiment().ofTraining(), this.dataset);
        this.network = setup.network();
        int[] order = new int[setup.train().size()];
        new Shuffled().fill(order, new Seed(runs.getFirst().experiment().seed()).derive("plane"));
        int[] sample = Arrays.copyOf(order, Math.min(plan.images(), order.length));
        Arrays.sort(sample);
        this.images = sample.length;
        this.evaluator = new Evaluator(setup.train().subset(sample), setup.preparations(), setup.loss(), device);
        this.moments = moments();
        long steps = 0;
        for (PlaneRun run : runs) {
            Experiment of = run.experiment();
            if (!of.layers().equals(runs.getFirst().experiment().layers())) {
                throw new SettingException("%s trains other layers than %s: they have no plane in common."
                        .formatted(run.label(), runs.getFirst().label()));
            }
            steps += of.training().plannedSteps(order.length) * of.training().batch() * STEP_COST;
        }
        this.work = steps + (long) images * ((long) runs.size() * moments + (long) plan.side() * plan.side());
    }

    private int moments() throws SettingException {
        long fit = MOST_NUMBERS / ((long) network.parameterCount() * runs.size());
        if (fit < FEWEST_MOMENTS) {
            throw new SettingException("%d parameters of %d runs can be kept %d times only, but a path needs %d. Take a smaller network."
                    .formatted(network.parameterCount(), runs.size(), fit, FEWEST_MOMENTS));
        }
        return (int) Math.min(fit, plan.moments() + 1L);
    }

    @Override
    public String name() {
        return "Loss plane of " + runs.getFirst().experiment().name();
    }

    /** Over how many training images each loss is the mean. */
    public int images() {
        return images;
    }

    /** How many training images there are, those held out left out. */
    public int trained() {
        return setup.train().size();
    }

    /** Stopped before the runs have ended it gives nothing; afterwards the points that there are. */
    @Override
    public JobOutcome<Optional<LossMap>> run(JobControl outer) {
        control = new Stopwatch(outer);
        for (int i = 0; i < runs.size(); i++) {
            Optional<JobOutcome<Optional<LossMap>>> ended = train(i);
            if (ended.isPresent()) {
                return ended.get();
            }
        }
        List<float[]> points = paths.stream().flatMap(each -> each.points().stream()).toList();
        try {
            plane = Optional.of(PrincipalPlane.of(points, paths.getFirst().points().getLast(),
                    new Seed(runs.getFirst().experiment().seed()).derive("plane direction")));
        } catch (IllegalArgumentException still) {
            return new JobOutcome.Failed<>("The weights did not move, so there is no path. Try a greater learning rate.", still);
        }
        LossMap map = map();
        listener.accept(new PlaneEvent.Laid(copy(map)));
        return evaluate(map) ? new JobOutcome.Finished<>(Optional.of(timed(map))) : new JobOutcome.Stopped<>(Optional.of(timed(map)));
    }

    /** @return how the whole job ended, where this run ended it */
    private Optional<JobOutcome<Optional<LossMap>>> train(int number) {
        PlaneRun run = runs.get(number);
        Trainer[] trainer = new Trainer[1];
        PathKeeper[] keeper = new PathKeeper[1];
        try {
            trainer[0] = new Trainer(run.experiment().ofTraining(), dataset, device, event -> {
                if (event instanceof TrainingEvent.Stepped step) {
                    done += (long) STEP_COST * step.count();
                    keep(number, keeper[0], trainer[0], step.step());
                }
            });
        } catch (SettingException misfit) {
            return Optional.of(new JobOutcome.Failed<>(misfit.getMessage(), misfit));
        }
        keeper[0] = new PathKeeper(trainer[0].setup().network(), trainer[0].plannedSteps(), moments);
        paths.add(keeper[0]);
        if (number == 0) {
            network = trainer[0].setup().network();
        }
        keep(number, keeper[0], trainer[0], 0);
        return switch (trainer[0].run(new Reporting(run.label()))) {
            case JobOutcome.Finished<TrainingResult>(TrainingResult result) -> finish(number, keeper[0], result);
            case JobOutcome.Stopped<TrainingResult> _ -> Optional.of(new JobOutcome.Stopped<>(Optional.empty()));
            case JobOutcome.Failed<TrainingResult>(String why, Throwable cause) ->
                Optional.of(new JobOutcome.Failed<>("%s: %s".formatted(run.label(), why), cause));
        };
    }

    private Optional<JobOutcome<Optional<LossMap>>> finish(int number, PathKeeper keeper, TrainingResult result) {
        if (control.wasStopped()) {
            return Optional.of(new JobOutcome.Stopped<>(Optional.empty()));
        }
        if (keeper.hasMoved()) {
            Optional<Evaluation> end = evaluator.evaluate(result.network(), control);
            if (end.isEmpty()) {
                return Optional.of(new JobOutcome.Stopped<>(Optional.empty()));
            }
            keeper.keep(result.steps(), end.get().loss());
            listener.accept(new PlaneEvent.Kept(number, result.steps(), result.steps(), end.get().loss()));
        }
        return Optional.empty();
    }

    private void keep(int number, PathKeeper keeper, Trainer trainer, long step) {
        if (keeper.isDue(step)) {
            evaluator.evaluate(trainer.setup().network(), control).ifPresent(now -> {
                done += images;
                keeper.keep(step, now.loss());
                listener.accept(new PlaneEvent.Kept(number, step, trainer.plannedSteps(), now.loss()));
            });
        }
    }

    private LossMap map() {
        PrincipalPlane of = plane.orElseThrow();
        List<TrainingPath> laid = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            laid.add(path(runs.get(i).label(), paths.get(i), of));
        }
        LossGrid grid = LossGrid.around(laid, plan.side());
        return new LossMap(laid, grid, of.shares()[0], of.shares()[1], of.noise(), images, trained(), network.parameterCount(), control.seconds());
    }

    private static TrainingPath path(String label, PathKeeper keeper, PrincipalPlane plane) {
        List<TrainingPath.Moment> laid = keeper.kept().stream().map(kept -> {
            PrincipalPlane.Foot foot = plane.foot(kept.point());
            return new TrainingPath.Moment(kept.step(), foot.x(), foot.y(), kept.loss(), foot.off());
        }).toList();
        return new TrainingPath(label, laid, distance(keeper.points().getFirst(), keeper.points().getLast()));
    }

    private static double distance(float[] from, float[] to) {
        double squares = 0;
        for (int i = 0; i < from.length; i++) {
            squares += ((double) to[i] - from[i]) * ((double) to[i] - from[i]);
        }
        return Math.sqrt(squares);
    }

    /** @return whether all points were evaluated */
    private boolean evaluate(LossMap map) {
        LossGrid grid = map.grid();
        while (grid.known() < grid.size()) {
            if (!control.proceed()) {
                return false;
            }
            OptionalDouble loss = lossAt(grid.x(grid.next()), grid.y(grid.next()));
            if (loss.isEmpty()) {
                return false;
            }
            grid.add(loss.getAsDouble());
            listener.accept(new PlaneEvent.Evaluated(loss.getAsDouble()));
            done += images;
            report("point %d of %d".formatted(grid.known(), grid.size()));
        }
        return true;
    }

    /** The loss of a place on the plane; empty where it was broken off by a stop. */
    private OptionalDouble lossAt(double x, double y) {
        int place = 0;
        for (Parameter each : network.parameters()) {
            plane.orElseThrow().point(x, y, each.value().data(), place, each.size());
            place += each.size();
            each.changed();
        }
        Optional<Evaluation> evaluation = evaluator.evaluate(network, control);
        return evaluation.isPresent() ? OptionalDouble.of(evaluation.get().loss()) : OptionalDouble.empty();
    }

    /** For tests: what the grid lies on; empty before it is found. */
    Optional<PrincipalPlane> plane() {
        return plane;
    }

    private LossMap copy(LossMap map) {
        return new LossMap(map.paths(), map.grid().copy(), map.first(), map.second(), map.noise(), images, map.trained(), map.parameters(), map.seconds());
    }

    private LossMap timed(LossMap map) {
        return new LossMap(
                map.paths(), map.grid(), map.first(), map.second(), map.noise(), images, map.trained(), map.parameters(), control.seconds());
    }

    private void report(String text) {
        control.report(new Progress(Math.min(done, work), work, text));
    }

    /** Tells the progress of the whole plane. */
    private final class Reporting implements JobControl {

        private final String label;

        Reporting(String label) {
            this.label = label;
        }

        @Override
        public boolean proceed() {
            return control.proceed();
        }

        @Override
        public boolean proceedWithin() {
            return control.proceedWithin();
        }

        @Override
        public boolean isStopped() {
            return control.isStopped();
        }

        @Override
        public void report(Progress progress) {
            LossPlane.this.report("%s, %s".formatted(label, progress.text()));
        }
    }
}
