package tadpole.engine.training;

import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;

/** Makes the data set that a plan says what from. */
public record MakeDataset(DataPlan plan) implements Job<Dataset> {

    @Override
    public String name() {
        return "Making " + plan.set();
    }

    @Override
    public JobOutcome<Dataset> run(JobControl control) {
        try {
            return new JobOutcome.Finished<>(plan.made());
        } catch (SettingException misfit) {
            return new JobOutcome.Failed<>(misfit.getMessage(), misfit);
        }
    }
}
