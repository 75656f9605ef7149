package tadpole.engine.language;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.language.Writer.Pen;
import tadpole.engine.recipe.Settings;

/**
 * Goes on with the same text in several ways at once, a token of each in turn: where all settings have the same seed, the n-th token of
 * each is drawn by the same random number. A stop gives all texts so far.
 */
public final class SideBySide implements Job<List<Reading>> {

    private static final long TELL_NANOS = 30_000_000;

    /** Told on the job's thread what one of the ways wrote since it was told last. */
    @FunctionalInterface
    public interface Listener {
        void wrote(int way, List<Written> batch);
    }

    private final Reading from;
    private final List<Settings> ways;
    private final long length;
    private final Listener listen;

    /** @param from stays as it is */
    public SideBySide(Reading from, List<Settings> ways, long length, Listener listen) {
        this.from = from;
        this.ways = List.copyOf(ways);
        this.length = length;
        this.listen = listen;
    }

    @Override
    public String name() {
        return "Writing side by side";
    }

    @Override
    public JobOutcome<List<Reading>> run(JobControl control) {
        List<Reading> readings = new ArrayList<>();
        List<Pen> pens = new ArrayList<>();
        List<List<Written>> batches = new ArrayList<>();
        for (Settings way : ways) {
            Reading reading = from.upTo(from.size());
            readings.add(reading);
            pens.add(new Pen(reading, () -> way));
            batches.add(new ArrayList<>());
        }
        long told = System.nanoTime();
        boolean on = true;
        for (long count = 0; count < length && (on = control.proceed()); count++) {
            for (int way = 0; way < pens.size(); way++) {
                batches.get(way).add(pens.get(way).write());
            }
            if (System.nanoTime() - told > TELL_NANOS) {
                tell(batches);
                control.report(new Progress(count + 1, length, (count + 1) + " written"));
                told = System.nanoTime();
            }
        }
        tell(batches);
        return on ? new JobOutcome.Finished<>(readings) : new JobOutcome.Stopped<>(readings);
    }

    private void tell(List<List<Written>> batches) {
        for (int way = 0; way < batches.size(); way++) {
            if (!batches.get(way).isEmpty()) {
                listen.wrote(way, batches.set(way, new ArrayList<>()));
            }
        }
    }
}
