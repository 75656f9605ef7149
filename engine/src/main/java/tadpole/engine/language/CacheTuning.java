package tadpole.engine.language;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.tensor.Device;

/**
 * Tunes a pointer cache on a text, such as the validation text: reads it once with all caches of a grid at work, and once more with a
 * finer grid around the best. A stop gives the grid as far as the text was read.
 */
public final class CacheTuning implements Job<TunedCache> {

    private final LanguageModel model;
    private final int[] ids;
    private final CacheAxes axes;
    private final Device device;
    private final Consumer<CacheGrid> listen;

    /**
     * @param ids    the text; its first token is read, all others are predicted
     * @param listen told on the job's thread what came out so far, coarse grid first, then the finer one
     */
    public CacheTuning(LanguageModel model, int[] ids, CacheAxes axes, Device device, Consumer<CacheGrid> listen) {
        this.model = model;
        this.ids = ids.clone();
        this.axes = axes;
        this.device = device;
        this.listen = listen;
    }

    @Override
    public String name() {
        return "Tuning the pointer cache";
    }

    @Override
    public JobOutcome<TunedCache> run(JobControl control) {
        if (ids.length < 2) {
            return new JobOutcome.Failed<>("The text has " + ids.length + " tokens, but tuning takes at least 2: open a longer text.", new IllegalArgumentException());
        }
        CacheTrial coarse = trial(axes);
        if (!read(coarse, 0, control)) {
            return new JobOutcome.Stopped<>(new TunedCache(coarse.grid(), Optional.empty()));
        }
        CacheGrid grid = coarse.grid();
        CacheTrial finer = trial(CacheAxes.around(grid));
        if (!read(finer, ids.length - 1L, control)) {
            return new JobOutcome.Stopped<>(new TunedCache(grid, Optional.empty()));
        }
        return new JobOutcome.Finished<>(new TunedCache(grid, Optional.of(finer.grid())));
    }

    private CacheTrial trial(CacheAxes tried) {
        return new CacheTrial(tried, model.hidden(), TextJudge.CHUNK, device);
    }

    /** Whether the text was read to its end. */
    private boolean read(CacheTrial trial, long before, JobControl control) {
        int vocabulary = model.vocabulary().size();
        String last = model.recurrent().getLast().name();
        double[] known = new double[TextJudge.CHUNK];
        boolean whole = new TextJudge(model.network(), device).read(ids, control, (from, count, logProbabilities, pass) -> {
            for (int i = 0; i < count; i++) {
                known[i] = logProbabilities[i * vocabulary + ids[from + i + 1]];
            }
            trial.read(count, model.network().output(last, pass).data(), Arrays.copyOfRange(ids, from + 1, from + 1 + count), known);
            long done = before + from + count;
            control.report(new Progress(done, 2 * (ids.length - 1L), "token " + done));
            listen.accept(trial.grid());
        });
        return whole;
    }
}
