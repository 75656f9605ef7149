package tadpole.engine.language;

import java.util.List;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.tensor.Device;

/** Reads a text and notes one unit's value after every token, for coloring. */
public final class UnitTrace implements Job<UnitTrace.Series> {

    /** @param values the unit's value after each piece */
    public record Series(UnitSearch.Unit unit, List<Piece> pieces, float[] values) {}

    public UnitTrace(LanguageModel model, CharSequence text, UnitSearch.Unit unit, Device device) {}

    @Override
    public String name() {
        return "Coloring by one unit";
    }

    @Override
    public JobOutcome<Series> run(JobControl control) {
        throw new UnsupportedOperationException("not yet");
    }
}
