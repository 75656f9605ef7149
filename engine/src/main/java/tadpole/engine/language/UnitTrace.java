package tadpole.engine.language;

import java.util.Arrays;
import java.util.List;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.tensor.Device;

/** Reads a text and notes one unit's value after every token, for coloring. */
public final class UnitTrace implements Job<UnitTrace.Series> {

    /**
     * @param values the unit's value after each piece: h of an LSTM, a GRU or a tanh RNN lies between -1 and 1, c has no bound
     * @param least  of all values; 0 in an empty text
     * @param most   of all values; 0 in an empty text
     */
    public record Series(UnitSearch.Unit unit, List<Piece> pieces, float[] values, float least, float most) {}

    private static final int BETWEEN_REPORTS = 100;

    private final LanguageModel model;
    private final CharSequence text;
    private final UnitSearch.Unit unit;
    private final Device device;

    public UnitTrace(LanguageModel model, CharSequence text, UnitSearch.Unit unit, Device device) {
        this.model = model;
        this.text = text;
        this.unit = unit;
        this.device = device;
    }

    @Override
    public String name() {
        return "Reading with unit %d of %s".formatted(unit.index(), unit.stage());
    }

    /** Stopped, it gives the pieces read so far. */
    @Override
    public JobOutcome<Series> run(JobControl control) {
        List<Piece> pieces = model.tokenizer().pieces(text);
        LanguageStream stream = model.stream(device);
        float[] values = new float[pieces.size()];
        int at = 0;
        boolean going = true;
        while (going && at < values.length) {
            int end = Math.min(values.length, at + BETWEEN_REPORTS);
            for (; at < end; at++) {
                stream.read(pieces.get(at).id());
                values[at] = stream.state(unit.stage(), unit.which())[unit.index()];
            }
            control.report(new Progress(at, values.length, ""));
            going = control.proceed();
        }
        Series series = series(pieces.subList(0, at), Arrays.copyOf(values, at));
        return going ? new JobOutcome.Finished<>(series) : new JobOutcome.Stopped<>(series);
    }

    private Series series(List<Piece> pieces, float[] values) {
        float least = values.length == 0 ? 0 : values[0];
        float most = least;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new Series(unit, List.copyOf(pieces), values, least, most);
    }
}
