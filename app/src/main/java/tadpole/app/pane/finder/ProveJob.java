package tadpole.app.pane.finder;

import java.util.List;
import java.util.function.Consumer;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.RateProof;
import tadpole.engine.training.RateProofs;

/** The three proofs of a rate; their parts are built on the job's own thread. */
final class ProveJob implements Job<RateProofs.Result> {

    private final Experiment experiment;
    private final double rate;
    private final Dataset dataset;
    private final Device device;
    private final Consumer<List<RateProof>> listener;

    ProveJob(Experiment experiment, double rate, Dataset dataset, Device device, Consumer<List<RateProof>> listener) {
        this.experiment = experiment;
        this.rate = rate;
        this.dataset = dataset;
        this.device = device;
        this.listener = listener;
    }

    @Override
    public String name() {
        return "Trying learning rates on " + dataset.title();
    }

    @Override
    public JobOutcome<RateProofs.Result> run(JobControl control) {
        try {
            return new RateProofs(experiment, rate, dataset, device, listener).run(control);
        } catch (SettingException misfit) {
            return new JobOutcome.Failed<>(misfit.getMessage(), misfit);
        }
    }
}
