package tadpole.app.pane.text.learn;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.XyPicture;
import tadpole.app.job.Background;
import tadpole.app.shell.Desk;
import tadpole.engine.language.TokenCounts;

/** The text that is open: its beginning, its oftenest tokens, and how counts fall with rank. */
final class TextCard extends HBox {

    private static final int OFTENEST = 40;
    /** The end of a line that was broken because the page was full, not because a verse or a list wanted it. */
    private static final Pattern FULL = Pattern.compile("(?<=[^\\n]{55})\\R(?=\\S)");

    private final LearnModel model;
    private final Label beginning = new Label();
    private final VBox oftenest = new WholeRows();
    private final ChartView zipf;

    TextCard(LearnModel model, Desk desk) {
        this.model = model;
        getStyleClass().add("text-learn-text");
        beginning.setId("text-learn-beginning");
        beginning.setWrapText(true);
        beginning.getStyleClass().add("text-learn-written");
        beginning.setMinHeight(0);
        beginning.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        beginning.setMinWidth(0);
        beginning.setPrefWidth(100);
        HBox.setHgrow(beginning, Priority.ALWAYS);
        oftenest.setId("text-learn-oftenest");
        oftenest.getStyleClass().add("text-learn-oftenest");
        oftenest.setMinWidth(Region.USE_PREF_SIZE);
        zipf = new ChartView(this::picture, desk.theme().chartColors(), new Background("text-zipf"), desk.jobs().ui());
        zipf.setId("text-learn-zipf");
        zipf.getStyleClass().add("text-learn-zipf");
        desk.theme().kindProperty().subscribe(_ -> zipf.setColors(desk.theme().chartColors()));
        getChildren().setAll(beginning, oftenest, zipf);
        model.openedProperty().subscribe(now -> beginning.setText(now.map(each -> FULL.matcher(each.beginning()).replaceAll(" ")).orElse("")));
        model.study().factsProperty().subscribe(_ -> show());
    }

    private void show() {
        Optional<TextFacts> facts = model.study().factsProperty().get();
        oftenest.getChildren().clear();
        facts.ifPresent(now -> {
            Label title = new Label("Most frequent");
            title.getStyleClass().add("section-title");
            oftenest.getChildren().add(title);
            now.oftenest().stream().limit(OFTENEST).forEach(each -> oftenest.getChildren().add(row(each, now.tokens())));
        });
        zipf.refresh();
    }

    private static Node row(TokenCounts.Counted counted, long all) {
        Label token = new Label(shown(counted.token()));
        token.getStyleClass().addAll("mono", "text-learn-token");
        Label count = new Label(FiguresCard.grouped(counted.count()));
        count.getStyleClass().addAll("mono", "text-learn-count");
        Label share = new Label(String.format(Locale.ROOT, "%.1f %%", 100.0 * counted.count() / Math.max(1, all)));
        share.getStyleClass().addAll("mono", "muted", "text-learn-count");
        HBox row = new HBox(token, count, share);
        row.setMinHeight(USE_PREF_SIZE);
        return row;
    }

    /** Shows as many rows as there is room for, none of them cut. */
    private static final class WholeRows extends VBox {

        WholeRows() {
            setMinHeight(0);
            setPrefHeight(0);
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            getChildren().forEach(each -> each.setVisible(each.getBoundsInParent().getMaxY() <= getHeight() + 1));
        }
    }

    /** A token that one could not see, by a sign. */
    static String shown(String token) {
        return switch (token) {
            case " " -> "␣";
            case "\n" -> "⏎";
            case "\t" -> "⇥";
            case "\r" -> "␍";
            default -> token;
        };
    }

    private XyPicture picture() {
        List<TokenCounts.Counted> counts = model.study().factsProperty().get().map(TextFacts::oftenest).orElse(List.of());
        double[] rank = new double[Math.min(counts.size(), 3000)];
        double[] count = new double[rank.length];
        for (int i = 0; i < rank.length; i++) {
            int at = (int) ((long) i * counts.size() / rank.length);
            rank[i] = Math.log10(at + 1.0);
            count[i] = counts.get(at).count();
        }
        double most = rank.length == 0 ? 10 : count[0];
        XyPicture.Axes axes = new XyPicture.Axes(0, Math.max(1, rank.length == 0 ? 1 : rank[rank.length - 1]), 0.7, Math.max(10, 1.6 * most), true, false, "log₁₀ of the rank");
        double right = axes.right();
        XyPicture.Line law = new XyPicture.Line(new double[] {0, right}, new double[] {most, most / Math.pow(10, right)}, -1, 1, 2, 3);
        return new XyPicture("Counts by rank", "dotted: 1 / rank (Zipf)", axes, List.of(law, new XyPicture.Dots(rank, count, 0, 2, -1)));
    }
}
