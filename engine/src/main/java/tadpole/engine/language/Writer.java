package tadpole.engine.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Seed;

/**
 * Goes on with a text. Same text, same settings, same seed: same writing. Tokens that stand for no text are never written, see
 * {@link Picker}. With a cache the temperature acts on the mixture. An empty text begins with the token that begins a text, which
 * has no letters. A stop gives the text so far.
 */
public final class Writer implements Job<Reading> {

    private static final long TELL_NANOS = 30_000_000;

    private final Reading reading;
    private final long length;
    private final Supplier<Settings> sampling;
    private final Consumer<List<Written>> listen;

    /**
     * @param reading  what is gone on with; grows
     * @param length   how many tokens to write; 0: until stopped
     * @param sampling asked before every token for settings of {@link Sampling#RECIPE}; the seed counts only as the writing begins
     * @param listen   told on the job's thread what was written since it was told last, about thirty times a second
     */
    public Writer(Reading reading, long length, Supplier<Settings> sampling, Consumer<List<Written>> listen) {
        this.reading = reading;
        this.length = length;
        this.sampling = sampling;
        this.listen = listen;
    }

    @Override
    public String name() {
        return "Writing";
    }

    @Override
    public JobOutcome<Reading> run(JobControl control) {
        Pen pen = new Pen(reading, sampling);
        List<Written> batch = new ArrayList<>();
        long told = System.nanoTime();
        boolean on = true;
        for (long count = 0; (length == 0 || count < length) && (on = control.proceed()); count++) {
            batch.add(pen.write());
            if (System.nanoTime() - told > TELL_NANOS) {
                tell(batch, control, count + 1);
                batch = new ArrayList<>();
                told = System.nanoTime();
            }
        }
        tell(batch, control, length);
        return on ? new JobOutcome.Finished<>(reading) : new JobOutcome.Stopped<>(reading);
    }

    private void tell(List<Written> batch, JobControl control, long count) {
        if (!batch.isEmpty()) {
            listen.accept(batch);
            control.report(new Progress(count, length, count + " written"));
        }
    }

    /** Writes one token after the other. */
    static final class Pen {

        private final Reading reading;
        private final Supplier<Settings> sampling;
        private final RandomGenerator random;
        private final float[] room;
        private Settings settings;
        private Picker picker;

        Pen(Reading reading, Supplier<Settings> sampling) {
            this.reading = reading;
            this.sampling = sampling;
            settings = sampling.get();
            picker = new Picker(settings, reading.tokenizer().vocabulary());
            random = new Seed((Long) settings.asMap().get("seed")).derive("writing").generator();
            room = new float[reading.tokenizer().vocabulary().size()];
            reading.begin();
        }

        Written write() {
            Settings now = sampling.get();
            if (now != settings) {
                settings = now;
                picker = new Picker(now, reading.tokenizer().vocabulary());
            }
            reading.expect(room);
            picker.probabilities(room, reading.last());
            return reading.write(picker.pick(room, random));
        }
    }
}
