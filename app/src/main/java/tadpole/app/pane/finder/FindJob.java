package tadpole.app.pane.finder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.LearningRateFinder;
import tadpole.engine.training.Sweep;
import tadpole.engine.training.SweepPlan;

/** Sweeps one experiment after the other over the same rates. */
final class FindJob implements Job<List<Sweep>> {

    private final String name;
    private final List<Variant> variants;
    private final SweepPlan plan;
    private final Dataset dataset;
    private final Device device;
    private final Consumer<Told> listener;

    FindJob(List<Variant> variants, SweepPlan plan, Dataset dataset, Device device, Consumer<Told> listener) {
        this.name = "Sweeping learning rates on " + dataset.title();
        this.variants = List.copyOf(variants);
        this.plan = plan;
        this.dataset = dataset;
        this.device = device;
        this.listener = listener;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public JobOutcome<List<Sweep>> run(JobControl control) {
        List<Sweep> sweeps = new ArrayList<>();
        for (Variant variant : variants) {
            int at = sweeps.size();
            try {
                LearningRateFinder finder = new LearningRateFinder(
                        variant.experiment(), plan, dataset, device, step -> listener.accept(new Told(at, step)));
                switch (finder.run(control)) {
                    case JobOutcome.Finished<Sweep>(Sweep sweep) -> sweeps.add(sweep);
                    case JobOutcome.Stopped<Sweep>(Sweep sweep) -> {
                        sweeps.add(sweep);
                        return new JobOutcome.Stopped<>(List.copyOf(sweeps));
                    }
                    case JobOutcome.Failed<Sweep>(String message, Throwable cause) -> {
                        return new JobOutcome.Failed<>(message, cause);
                    }
                }
            } catch (SettingException misfit) {
                return new JobOutcome.Failed<>(misfit.getMessage(), misfit);
            }
        }
        return new JobOutcome.Finished<>(List.copyOf(sweeps));
    }
}
