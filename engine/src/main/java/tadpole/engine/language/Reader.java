package tadpole.engine.language;

import java.util.List;
import java.util.Optional;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;

/** Reads a text with a model and gives what it thought of every token. A stop gives the text as far as it was read. */
public final class Reader implements Job<Reading> {

    private static final int TELL = 64;

    private final Reading known;
    private final CharSequence text;

    /** @param cache settings of {@link PointerCache#RECIPE}; empty to read without one */
    public Reader(LanguageModel model, CharSequence text, Optional<Settings> cache, Device device) {
        this(new Reading(model, cache, device), text);
    }

    /** Reads a text that another one was read before of: what both begin with is not read again. The other one stays as it is. */
    public Reader(Reading known, CharSequence text) {
        this.known = known;
        this.text = text;
    }

    @Override
    public String name() {
        return "Reading";
    }

    @Override
    public JobOutcome<Reading> run(JobControl control) {
        List<Piece> pieces = known.tokenizer().pieces(text);
        Reading reading = known.common(pieces);
        for (int place = reading.size(); place < pieces.size(); place++) {
            if (place % TELL == 0) {
                control.report(new Progress(place, pieces.size(), "token " + place + " of " + pieces.size()));
            }
            if (!control.proceed()) {
                return new JobOutcome.Stopped<>(reading);
            }
            reading.read(pieces.get(place), text);
        }
        reading.close(text);
        control.report(new Progress(pieces.size(), pieces.size(), ""));
        return new JobOutcome.Finished<>(reading);
    }
}
