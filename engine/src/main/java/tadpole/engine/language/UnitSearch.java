package tadpole.engine.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.tensor.Device;

/**
 * Looks for hidden units that track a property of the text, such as being inside quotes. The measure is the absolute correlation
 * (Pearson) of a unit's value after each token with the property there. Units are chosen on the first half of the text; the score
 * that counts is that of the second half, which had no part in the choice, so that luck among many units does not win.
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
     * @param chosen absolute correlation on the first half, which chose it
     * @param score  correlation on the second half, counted positive where it has the first half's sign: this one is honest
     * @param rising whether the unit's value rises with the property, on the first half
     */
    public record Match(Unit unit, TextProperty property, double chosen, double score, boolean rising) {}

    /**
     * @param property what was searched for
     * @param occurs   whether it changes in both halves; where it does not, no unit can track it
     * @param best     the units chosen, best of the first half first; empty where it does not occur
     */
    public record Tracked(TextProperty property, boolean occurs, List<Match> best) {}

    /**
     * @param byProperty in the order asked
     * @param byUnit     the best property of every unit that has one, chosen on the first half, in the order of the layers
     * @param tokens     how many tokens were read
     */
    public record Found(List<Tracked> byProperty, List<Match> byUnit, int tokens) {}

    private static final int BETWEEN_REPORTS = 100;

    private final String name;
    private final Supplier<UnitStates> states;
    private final Tokenizer tokenizer;
    private final CharSequence text;
    private final List<TextProperty> properties;
    private final int best;

    /** @param best how many units to give for a property */
    public UnitSearch(LanguageModel model, CharSequence text, List<TextProperty> properties, int best, Device device) {
        this("Searching the units of " + model.title(), () -> UnitStates.of(model, device), model.tokenizer(), text, properties, best);
    }

    UnitSearch(String name, Supplier<UnitStates> states, Tokenizer tokenizer, CharSequence text, List<TextProperty> properties, int best) {
        this.name = name;
        this.states = states;
        this.tokenizer = tokenizer;
        this.text = text;
        this.properties = List.copyOf(properties);
        this.best = best;
    }

    @Override
    public String name() {
        return name;
    }

    /** Fails with a sentence where the text is too short to have two halves. Stopped in the second half, it gives the scores so far. */
    @Override
    public JobOutcome<Found> run(JobControl control) {
        List<Piece> pieces = tokenizer.pieces(text);
        if (pieces.size() < 4) {
            String sentence = "The text has %d tokens that the model knows, and a search needs at least 4. Take a longer text.".formatted(pieces.size());
            return new JobOutcome.Failed<>(sentence, new IllegalArgumentException(sentence));
        }
        float[][] values = properties.stream().map(property -> property.values(text, pieces)).toArray(float[][]::new);
        UnitStates reading = states.get();
        List<Unit> units = reading.units();
        Correlations first = new Correlations(units.size(), properties.size());
        Correlations second = new Correlations(units.size(), properties.size());
        float[] now = new float[units.size()];
        int half = pieces.size() / 2;
        int at = 0;
        boolean going = true;
        while (going && at < pieces.size()) {
            int end = Math.min(pieces.size(), at + BETWEEN_REPORTS);
            for (; at < end; at++) {
                reading.read(pieces.get(at).id(), now);
                (at < half ? first : second).add(now, values, at);
            }
            control.report(new Progress(at, pieces.size(), ""));
            going = control.proceed();
        }
        Found found = found(units, first, second, at);
        return going ? new JobOutcome.Finished<>(found) : new JobOutcome.Stopped<>(found);
    }

    private Found found(List<Unit> units, Correlations first, Correlations second, int tokens) {
        List<Tracked> byProperty = new ArrayList<>();
        for (int p = 0; p < properties.size(); p++) {
            int property = p;
            boolean occurs = first.varies(p) && second.varies(p);
            List<Match> matches = !occurs ? List.of() : IntStream.range(0, units.size()).boxed()
                    .sorted(Comparator.comparingDouble(unit -> -Math.abs(first.of(unit, property))))
                    .limit(best).map(unit -> match(units, unit, property, first, second)).toList();
            byProperty.add(new Tracked(properties.get(p), occurs, matches));
        }
        List<Match> byUnit = new ArrayList<>();
        for (int u = 0; u < units.size(); u++) {
            int unit = u;
            IntStream.range(0, properties.size()).filter(p -> byProperty.get(p).occurs()).boxed()
                    .min(Comparator.comparingDouble(p -> -Math.abs(first.of(unit, p))))
                    .ifPresent(p -> byUnit.add(match(units, unit, p, first, second)));
        }
        return new Found(List.copyOf(byProperty), List.copyOf(byUnit), tokens);
    }

    private Match match(List<Unit> units, int unit, int property, Correlations first, Correlations second) {
        double chosen = first.of(unit, property);
        return new Match(units.get(unit), properties.get(property), Math.abs(chosen), Math.signum(chosen) * second.of(unit, property), chosen >= 0);
    }
}
