package tadpole.engine.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;

/** Reads a text with a model and gives what it thought of every token. A stop gives the text as far as it was read. */
public final class Reader implements Job<Reading> {

    private static final int TELL = 64;

    private static final long TELL_NANOS = 30_000_000;

    /**
     * What was read since it was told last.
     *
     * @param from how many tokens lie before: those that an earlier text began with as well are never told
     */
    public record Part(int from, List<Written> tokens) {}

    private final Reading known;
    private final CharSequence text;
    private final Consumer<Part> listen;

    /** @param cache settings of {@link PointerCache#RECIPE}; empty to read without one */
    public Reader(LanguageModel model, CharSequence text, Optional<Settings> cache, Device device) {
        this(new Reading(model, cache, device), text);
    }

    /** Reads a text that another one was read before of: what both begin with is not read again. The other one stays as it is. */
    public Reader(Reading known, CharSequence text) {
        this(known, text, _ -> { });
    }

    /** @param listen told on the job's thread about thirty times a second; at first, before anything is read, an empty part */
    public Reader(Reading known, CharSequence text, Consumer<Part> listen) {
        this.known = known;
        this.text = text;
        this.listen = listen;
    }

    @Override
    public String name() {
        return "Reading";
    }

    @Override
    public JobOutcome<Reading> run(JobControl control) {
        List<Piece> pieces = known.tokenizer().pieces(text);
        Reading reading = known.common(pieces);
        int from = reading.size();
        List<Written> batch = new ArrayList<>();
        listen.accept(new Part(from, List.of()));
        long told = System.nanoTime();
        for (int place = from; place < pieces.size(); place++) {
            if (place % TELL == 0) {
                control.report(new Progress(place, pieces.size(), "token " + place + " of " + pieces.size()));
            }
            if (System.nanoTime() - told > TELL_NANOS && !batch.isEmpty()) {
                listen.accept(new Part(from, batch));
                from = place;
                batch = new ArrayList<>();
                told = System.nanoTime();
            }
            if (!control.proceed()) {
                listen.accept(new Part(from, batch));
                return new JobOutcome.Stopped<>(reading);
            }
            batch.add(reading.read(pieces.get(place), text));
        }
        listen.accept(new Part(from, batch));
        reading.close(text);
        control.report(new Progress(pieces.size(), pieces.size(), ""));
        return new JobOutcome.Finished<>(reading);
    }
}
