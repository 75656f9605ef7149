package tadpole.app.pane.playground.regression;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.inspect.Snapshot;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Setup;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingResult;

/** The engine's Trainer, with the weights of every iteration written down. Runs once. */
final class RegressionJob implements Job<TrainingResult> {

    /** So many weights are written down, and so many a network has whose every iteration can be opened. */
    static final int SMALL = 64;
    private static final int SHOWN = 11;

    private final Trainer trainer;
    private final Consumer<Moment> listener;
    private Snapshot before;
    private volatile Optional<Snapshot> last = Optional.empty();

    /** @throws SettingException where the experiment's parts do not fit each other or the data */
    RegressionJob(Experiment experiment, Dataset dataset, Device device, Consumer<Moment> listener) throws SettingException {
        this.listener = listener;
        this.trainer = new Trainer(experiment, dataset, device, this::hear);
        this.before = now(0);
    }

    @Override
    public String name() {
        return trainer.name();
    }

    Setup setup() {
        return trainer.setup();
    }

    /** What the weights are before the first step. */
    double[] start() {
        return weights(setup());
    }

    @Override
    public JobOutcome<TrainingResult> run(JobControl control) {
        return trainer.run(control);
    }

    private void hear(TrainingEvent event) {
        if (event instanceof TrainingEvent.Stepped stepped) {
            boolean small = setup().network().parameterCount() <= SMALL;
            double loss = trainer.experiment().training().sums() ? stepped.loss() * stepped.count() : stepped.loss();
            listener.accept(new Moment((int) stepped.step() - 1, loss, weights(setup()), small ? Optional.of(before) : Optional.empty()));
            last = Optional.of(before);
            before = now(stepped.step());
        }
    }

    /** Where training stood before its last step; any thread. */
    Optional<Snapshot> beforeLast() {
        return last;
    }

    private Snapshot now(long step) {
        return Snapshot.of(setup().network(), setup().optimizer(), step);
    }

    static double[] weights(Setup setup) {
        return setup.network().parameters().stream().flatMapToDouble(RegressionJob::numbers).limit(SHOWN).toArray();
    }

    private static DoubleStream numbers(Parameter parameter) {
        return IntStream.range(0, Math.min(SHOWN, parameter.size())).mapToDouble(i -> parameter.value().data()[i]);
    }

    /** Parameter and place of the weight that stands at that place of the table. */
    static WeightPlace place(Setup setup, int at) {
        int rest = at;
        List<Parameter> parameters = setup.network().parameters();
        for (Parameter parameter : parameters) {
            int shown = Math.min(SHOWN, parameter.size());
            if (rest < shown) {
                return new WeightPlace(parameter.name(), rest);
            }
            rest -= shown;
        }
        throw new IllegalArgumentException("There is no weight %d.".formatted(at));
    }

    record WeightPlace(String parameter, int index) {

        String label() {
            return parameter.endsWith("bias") ? "b" : "w[%d]".formatted(index);
        }
    }
}
