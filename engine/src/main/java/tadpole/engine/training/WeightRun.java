package tadpole.engine.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.surface.Reading;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;

/** An experiment's own run, step for step the same, in which any one weight can be read. Test samples are not looked at. */
public final class WeightRun implements Job<TrainingResult> {

    private final WatchedOptimizer optimizer;
    private final Trainer trainer;
    private volatile Optional<Weight> chosen = Optional.empty();

    /**
     * What a step did with the weight that is watched.
     *
     * @param loss of the batch, before the update
     */
    public record Seen(Weight weight, Reading reading, double loss) {}

    /**
     * @param listener told what each step did with the chosen weight, on the training thread
     * @throws SettingException where the parts do not fit each other or the data
     */
    public WeightRun(Experiment experiment, Dataset dataset, Device device, Consumer<Seen> listener) throws SettingException {
        Setup setup = Setup.of(experiment.ofTraining(), dataset.with(dataset.train(), Optional.empty()));
        this.optimizer = new WatchedOptimizer(experiment.optimizer(), setup.optimizer());
        this.trainer = new Trainer(experiment, setup.with(optimizer), device, event -> hear(event, listener));
    }

    private void hear(TrainingEvent event, Consumer<Seen> listener) {
        if (event instanceof TrainingEvent.Stepped step) {
            Weight weight = chosen.orElseGet(optimizer::steepest);
            chosen = Optional.of(weight);
            listener.accept(new Seen(weight, optimizer.read(weight), step.loss()));
        }
    }

    @Override
    public String name() {
        return "Watching one weight of " + trainer.experiment().name();
    }

    public List<Parameter> parameters() {
        return trainer.setup().network().parameters();
    }

    public long plannedSteps() {
        return trainer.plannedSteps();
    }

    /**
     * Watches this weight from now on; before that it is the one with the greatest gradient of the first step. Any thread.
     *
     * @return what the last step did with it; empty before the first
     * @throws IllegalArgumentException where there is none such
     */
    public Optional<Reading> watch(Weight weight) {
        Parameter parameter = parameters().stream().filter(each -> each.name().equals(weight.parameter())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no parameter \"%s\".".formatted(weight.parameter())));
        if (weight.index() >= parameter.size()) {
            throw new IllegalArgumentException("%s has %d numbers, so the last index is %d, but %d is asked for."
                    .formatted(parameter.name(), parameter.size(), parameter.size() - 1, weight.index()));
        }
        chosen = Optional.of(weight);
        return optimizer.hasStepped() ? Optional.of(optimizer.read(weight)) : Optional.empty();
    }

    @Override
    public JobOutcome<TrainingResult> run(JobControl control) {
        return trainer.run(control);
    }
}
