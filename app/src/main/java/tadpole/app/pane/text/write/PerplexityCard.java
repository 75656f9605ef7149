package tadpole.app.pane.text.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.XyPicture;

/** How surprised the network was by the text: alone and with the cache, and how that came about from the first token to the last. */
final class PerplexityCard extends VBox {

    private static final int POINTS = 200;
    private static final int FEWEST = 2;
    private static final int NETWORK = 0;
    private static final int CACHE = 3;
    private static final float[] DASHED = {7, 4};
    private static final float[] DOTTED = {2, 3};

    private final WriteModel model;
    private final Label alone = figure("perplexity-alone");
    private final Label withCache = figure("perplexity-cache");
    private final Label bits = new Label();
    private final Label gain = new Label();
    private final Label top = axis("perplexity-top");
    private final Label bottom = axis("perplexity-bottom");
    private final Label end = axis("perplexity-end");
    private final ChartView chart;

    PerplexityCard(WriteModel model, Executor background) {
        this.model = model;
        setId("perplexity");
        getStyleClass().addAll("card", "write-card");
        Label title = new Label("Perplexity on this text");
        title.getStyleClass().add("section-title");
        title.setTooltip(new Tooltip("Between how many equally likely tokens the network was undecided, on average: exp of the mean of −ln p. Lower is better."));
        withCache.getStyleClass().add("perplexity-cache");
        chart = new ChartView(this::picture, model.text().desk().theme().chartColors(), background, model.text().desk().jobs().ui());
        HBox.setHgrow(chart, Priority.ALWAYS);
        HBox curve = new HBox(upright(), chart);
        curve.getStyleClass().add("perplexity-curve");
        curve.setMinHeight(0);
        VBox.setVgrow(curve, Priority.ALWAYS);
        HBox figures = new HBox(column(alone, "network alone"), column(withCache, "with the cache"), more());
        figures.getStyleClass().add("perplexity-figures");
        getChildren().setAll(title, figures, curve, across());
        model.text().desk().theme().kindProperty().subscribe(_ -> chart.setColors(model.text().desk().theme().chartColors()));
        model.reading().changesProperty().subscribe(_ -> show());
    }

    private Node more() {
        bits.setId("perplexity-bits");
        bits.getStyleClass().addAll("muted", "perplexity-note");
        gain.setId("perplexity-gain");
        gain.getStyleClass().addAll("muted", "perplexity-note");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        VBox words = new VBox(bits, gain);
        words.getStyleClass().add("perplexity-notes");
        HBox both = new HBox(space, words);
        HBox.setHgrow(both, Priority.ALWAYS);
        return both;
    }

    private Node upright() {
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        VBox numbers = new VBox(top, space, bottom);
        numbers.getStyleClass().add("perplexity-upright");
        numbers.setMinHeight(0);
        return numbers;
    }

    private Node across() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(space, end);
    }

    private static Label axis(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().addAll("mono", "muted", "perplexity-axis");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label figure(String id) {
        Label figure = new Label("–");
        figure.setId(id);
        figure.getStyleClass().add("figure");
        figure.setMinWidth(USE_PREF_SIZE);
        return figure;
    }

    private static Node column(Label figure, String words) {
        Label under = new Label(words);
        under.getStyleClass().add("muted");
        under.setMinWidth(USE_PREF_SIZE);
        return new VBox(figure, under);
    }

    private void show() {
        ReadSoFar read = model.read();
        double network = read.perplexity(read.count());
        double cache = read.cachedPerplexity(read.count());
        alone.setText(number(network));
        withCache.setText(number(cache));
        bits.setText(Double.isNaN(network) ? "" : String.format(Locale.ROOT, "%.2f bits/%s", Math.log(network) / Math.log(2), model.isWords() ? "word" : "char"));
        bits.setAccessibleText(bits.getText().replace("/", " a ").replace("char", "character"));
        gain.setText(Double.isNaN(cache) ? "" : String.format(Locale.ROOT, "cache %+.1f %%", 100 * (cache / network - 1)).replace('-', '−'));
        label();
        chart.refresh();
    }

    static String number(double perplexity) {
        if (Double.isNaN(perplexity)) {
            return "–";
        }
        return perplexity >= 1e5 ? String.format(Locale.ROOT, "%.1e", perplexity)
                : String.format(Locale.ROOT, perplexity < 10 ? "%.2f" : perplexity < 1000 ? "%.1f" : "%.0f", perplexity);
    }

    /** The mean over the first tokens, for ever more of them; NaN where it is not known. */
    private record Course(double[] x, double[] network, double[] cache) {}

    private Course course() {
        ReadSoFar read = model.read();
        int points = Math.min(POINTS, read.count());
        Course course = new Course(new double[points], new double[points], new double[points]);
        for (int i = 0; i < points; i++) {
            int upTo = (int) Math.round((double) read.count() * (i + 1) / points);
            course.x[i] = upTo;
            course.network[i] = read.perplexity(upTo);
            course.cache[i] = read.cachedPerplexity(upTo);
        }
        return course;
    }

    private XyPicture.Axes axes(Course course, double unigrams) {
        ReadSoFar read = model.read();
        double least = unigrams;
        double most = unigrams;
        for (int i = 0; i < course.x.length; i++) {
            // Of the first few tokens the mean jumps about: they may leave the picture.
            boolean begun = read.known((int) course.x[i]) >= Math.min(8, read.known(read.count()));
            for (double each : new double[] {course.network[i], course.cache[i]}) {
                if (begun && !Double.isNaN(each)) {
                    least = Math.min(least, each);
                    most = Math.max(most, each);
                }
            }
        }
        return new XyPicture.Axes(0, read.count(), Math.max(0.5, least / 1.3), most * 1.3, true, true, "");
    }

    private XyPicture picture() {
        ReadSoFar read = model.read();
        int count = read.count();
        if (read.known(count) < FEWEST) {
            return new XyPicture("", "", new XyPicture.Axes(0, 1, 0, 1, false, true, ""), List.of());
        }
        Course course = course();
        double unigrams = model.reading().unigrams();
        XyPicture.Axes axes = axes(course, unigrams);
        List<XyPicture.Item> items = new ArrayList<>();
        items.add(new XyPicture.Line(new double[] {0, count}, new double[] {unigrams, unigrams}, -1, 1, DOTTED));
        items.add(new XyPicture.Line(course.x, course.network, NETWORK, 2));
        items.add(new XyPicture.Line(course.x, course.cache, CACHE, 2, DASHED));
        items.add(new XyPicture.Words(count * 0.55, unigrams, "unigrams of this text " + number(unigrams), -1));
        return new XyPicture("", "", axes, items);
    }

    /** Not while the picture is drawn: that may be within a layout. */
    private void label() {
        ReadSoFar read = model.read();
        if (read.known(read.count()) < FEWEST) {
            List.of(top, bottom, end).forEach(each -> each.setText(""));
            return;
        }
        XyPicture.Axes axes = axes(course(), model.reading().unigrams());
        int without = read.piece(0).from() == read.piece(0).to() ? 1 : 0;
        top.setText(number(axes.top()));
        bottom.setText(number(axes.bottom()));
        end.setText(Pace.count(read.count() - without) + (model.isWords() ? " tokens" : " characters"));
    }
}
