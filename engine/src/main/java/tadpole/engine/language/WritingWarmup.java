package tadpole.engine.language;

import java.util.Optional;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;

/**
 * Lets a model write a few short texts that nobody reads, so that Java has compiled what writes when somebody waits for it. Gives the
 * number of tokens written.
 */
public final class WritingWarmup implements Job<Long> {

    private static final long TOKENS = 300;

    private final LanguageModel model;
    private final Device device;
    private final long mostMillis;

    /** @param mostMillis how long it may take */
    public WritingWarmup(LanguageModel model, Device device, long mostMillis) {
        this.model = model;
        this.device = device;
        this.mostMillis = mostMillis;
    }

    @Override
    public String name() {
        return "Warming up the writing";
    }

    @Override
    public JobOutcome<Long> run(JobControl control) {
        long start = System.nanoTime();
        Settings sampling = Sampling.RECIPE.standard().settings();
        long[] written = {0};
        JobControl whileEarly = new JobControl() {
            @Override
            public boolean proceed() {
                return control.proceed() && System.nanoTime() - start < mostMillis * 1_000_000;
            }

            @Override
            public void report(Progress progress) {}
        };
        while (whileEarly.proceed()) {
            new Writer(new Reading(model, Optional.empty(), device), TOKENS, () -> sampling, batch -> written[0] += batch.size()).run(whileEarly);
        }
        return control.isStopped() ? new JobOutcome.Stopped<>(written[0]) : new JobOutcome.Finished<>(written[0]);
    }
}
