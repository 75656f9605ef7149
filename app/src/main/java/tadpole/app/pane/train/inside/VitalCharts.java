package tadpole.app.pane.train.inside;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tadpole.app.chart.Digits;
import tadpole.app.chart.HistogramPicture;
import tadpole.app.chart.LinesPicture;
import tadpole.app.chart.Points;
import tadpole.app.chart.Zoom;
import tadpole.app.pane.train.LayerNames;
import tadpole.app.pane.train.Run;
import tadpole.app.pane.train.Sight;
import tadpole.app.pane.train.Trail;
import tadpole.engine.insight.Histogram;
import tadpole.engine.insight.LayerHistograms;
import tadpole.engine.insight.LayerVitals;
import tadpole.engine.insight.Vitals;

/** What is drawn of the vitals of a run. */
final class VitalCharts {

    /** A calm step changes weights by about a thousandth of their size. */
    static final LinesPicture.Zone CALM = new LinesPicture.Zone(-3.5, -2.5, "healthy");
    private static final int MOST_NAMED = 6;
    private static final DoubleFunction<String> STEP = x -> "step " + Digits.count(Math.round(x));

    private VitalCharts() {}

    /** log10 of update over weights, a line for each layer. @param chosen stands out where there are many */
    static LinesPicture ratio(Optional<Run> run, Optional<Sight> sight, String chosen, Zoom zoom) {
        List<Vitals> all = run.map(VitalsOfRun::all).orElse(List.of());
        List<LinesPicture.Line> lines = new ArrayList<>();
        List<String> layers = layers(all);
        Set<String> named = named(layers, chosen);
        for (int i = 0; i < layers.size(); i++) {
            int at = i;
            Points points = points(all, each -> at < each.layers().size() ? each.layers().get(at).log10Ratio() : Double.NaN)
                    .without(Double.NEGATIVE_INFINITY);
            LinesPicture.Line line = LinesPicture.Line.of(LayerNames.words(layers.get(i)), i, points, STEP);
            lines.add(named.contains(layers.get(i)) ? line : line.as(LinesPicture.Weight.THIN));
        }
        String note = layers.size() > MOST_NAMED ? "log10, %d layers, point to read".formatted(layers.size()) : "log10, per layer";
        long still = all.stream().flatMap(each -> each.layers().stream()).filter(each -> each.log10Ratio() == Double.NEGATIVE_INFINITY).count();
        String said = still == 0 ? note : "%s · %s update%s of 0: nothing moves".formatted(note, Digits.count(still), still == 1 ? "" : "s");
        return new LinesPicture(List.of(new LinesPicture.Sheet("Update against parameter", said, false, true, false, lines, Optional.of(CALM))),
                "step", Optional.empty(), marks(run, sight), zoom);
    }

    private static List<String> layers(List<Vitals> all) {
        return all.isEmpty() ? List.of() : all.getLast().layers().stream().map(LayerVitals::layer).toList();
    }

    private static Set<String> named(List<String> layers, String chosen) {
        if (layers.size() <= MOST_NAMED) {
            return Set.copyOf(layers);
        }
        Set<String> named = new LinkedHashSet<>(List.of(layers.getFirst(), layers.getLast()));
        named.add(chosen);
        return named;
    }

    private static Points points(List<Vitals> all, ToDoubleFunction<Vitals> value) {
        return new Points(all.stream().mapToDouble(Vitals::step).toArray(), all.stream().mapToDouble(value).toArray());
    }

    private static List<LinesPicture.Mark> marks(Optional<Run> run, Optional<Sight> sight) {
        return sight.filter(now -> !now.live() && run.filter(each -> each == now.run()).isPresent())
                .map(now -> List.of(new LinesPicture.Mark(now.step(), Digits.count(now.step())))).orElse(List.of());
    }

    /** Loss, rate and, where there is one, momentum, above each other. @param high whether there is room for three */
    static LinesPicture rate(Optional<Run> run, Optional<Sight> sight, boolean high, Zoom zoom) {
        List<Vitals> all = run.map(VitalsOfRun::all).orElse(List.of());
        List<LinesPicture.Sheet> sheets = new ArrayList<>();
        boolean momentum = all.stream().anyMatch(each -> each.momentum().isPresent());
        if (high || !momentum) {
            sheets.add(sheet("Loss", "average, β 0.98", points(all, each -> run.flatMap(now -> now.trail().at(each.step())).map(Trail.Point::loss).orElse(Double.NaN)), 0, true));
        }
        sheets.add(sheet("Rate", "that each step used", points(all, Vitals::rate), 2, false));
        if (momentum) {
            sheets.add(sheet("Momentum", "", points(all, each -> each.momentum().orElse(Double.NaN)), 3, false));
        }
        return new LinesPicture(sheets, "step", Optional.empty(), marks(run, sight), zoom);
    }

    private static LinesPicture.Sheet sheet(String title, String note, Points points, int look, boolean wild) {
        LinesPicture.Line line = LinesPicture.Line.of(title.toLowerCase(Locale.ROOT), look, points, STEP);
        return new LinesPicture.Sheet(title, note, false, false, wild, List.of(line), Optional.empty());
    }

    /** The spread of one layer's numbers over the steps. */
    static HistogramPicture histograms(Optional<Run> run, Optional<Sight> sight, String layer, Spread spread, Zoom zoom) {
        List<LayerHistograms> all = run.map(each -> VitalsOfRun.histograms(each, layer)).orElse(List.of());
        return HistogramPicture.of("%s of %s".formatted(spread, LayerNames.words(layer)), all, spread.of(), STEP, marks(run, sight), zoom);
    }

    /** Which numbers of a layer. */
    enum Spread {
        WEIGHTS("Weights", LayerHistograms::weights),
        GRADIENTS("Gradients", LayerHistograms::gradients),
        UPDATES("Updates", LayerHistograms::updates);

        private final String label;
        private final Function<LayerHistograms, Histogram> of;

        Spread(String label, Function<LayerHistograms, Histogram> of) {
            this.label = label;
            this.of = of;
        }

        Function<LayerHistograms, Histogram> of() {
            return of;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** Everything measured as a table. */
    static String csv(Run run) {
        StringBuilder text = new StringBuilder("step,epoch,rate,momentum,layer,update_ratio,log10_update_ratio,gradient_norm,weight_norm,bias_ratio\n");
        for (Vitals each : VitalsOfRun.all(run)) {
            for (LayerVitals layer : each.layers()) {
                text.append(String.format(Locale.ROOT, "%d,%s,%s,%s,%s,%s,%s,%s,%s,%s\n", each.step(), each.epoch(), each.rate(),
                        each.momentum().isPresent() ? Double.toString(each.momentum().getAsDouble()) : "", layer.layer(), layer.updateRatio(),
                        layer.log10Ratio(), layer.gradientNorm(), layer.weightNorm(), layer.biases().map(norms -> Double.toString(norms.ratio())).orElse("")));
            }
        }
        return text.toString();
    }

    /** The histograms of one layer as a table: a row for each step and kind. */
    static String csv(Run run, String layer) {
        StringBuilder text = new StringBuilder("step,epoch,layer,of,least,greatest,not_finite");
        IntStream.rangeClosed(1, Histogram.BINS).forEach(i -> text.append(",bin_").append(i));
        text.append('\n');
        for (LayerHistograms each : VitalsOfRun.histograms(run, layer)) {
            for (Spread spread : Spread.values()) {
                Histogram histogram = spread.of().apply(each);
                text.append(String.format(Locale.ROOT, "%d,%s,%s,%s,%s,%s,%d", each.step(), each.epoch(), layer, spread.label.toLowerCase(Locale.ROOT),
                        histogram.least(), histogram.greatest(), histogram.notFinite()));
                IntStream.of(histogram.counts()).forEach(count -> text.append(',').append(count));
                text.append('\n');
            }
        }
        return text.toString();
    }
}
