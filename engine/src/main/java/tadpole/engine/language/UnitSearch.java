package tadpole.engine.language;

import java.util.List;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.tensor.Device;

/**
 * Looks for hidden units that track a property of the text, such as being inside quotes. The score is the absolute correlation
 * (Pearson) of a unit's value after each token with the property there; units are ranked on the first half of the text, and the
 * score that counts is that of the second half, so that luck among many units does not win.
 */
public final class UnitSearch implements Job<UnitSearch.Found> {

    /**
     * One number of a layer's state.
     *
     * @param stage of the network, as in {@link LanguageStream#state}
     * @param which "h", or "c" for an LSTM
     */
    public record Unit(String stage, String which, int index) {}

    /**
     * How well a unit tracks a property.
     *
     * @param chosen  absolute correlation on the half that chose it
     * @param score   absolute correlation on the other half: this one is honest
     * @param rising  whether the unit's value rises with the property, on the half that chose it
     */
    public record Match(Unit unit, TextProperty property, double chosen, double score, boolean rising) {}

    /**
     * @param byProperty best units of every property, in the order asked, best by {@link Match#chosen} first
     * @param byUnit     the best property of every unit
     * @param tokens     how many tokens were read
     */
    public record Found(List<List<Match>> byProperty, List<Match> byUnit, int tokens) {}

    /** @param best how many units to give for a property */
    public UnitSearch(LanguageModel model, CharSequence text, List<TextProperty> properties, int best, Device device) {}

    @Override
    public String name() {
        return "Searching units";
    }

    @Override
    public JobOutcome<Found> run(JobControl control) {
        throw new UnsupportedOperationException("not yet");
    }
}
