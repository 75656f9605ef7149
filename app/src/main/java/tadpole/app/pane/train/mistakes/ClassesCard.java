package tadpole.app.pane.train.mistakes;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.pane.train.Numbers;
import tadpole.engine.evaluation.Confusion;

/** How many of each class are found, and which classes are most often taken for each other. */
final class ClassesCard extends HBox {

    private static final int MOST_PAIRS = 10;
    private static final int LONG = 6;

    private final MistakesModel model;
    private final GridPane bars = new GridPane();
    private final VBox pairs = new VBox();

    ClassesCard(MistakesModel model) {
        this.model = model;
        setId("mistakes-classes");
        getStyleClass().addAll("card", "classes-card");
        bars.getStyleClass().add("class-bars");
        pairs.getStyleClass().add("confused-pairs");
        Node left = titled("Right, per class", bars, "classes-scroll");
        Node right = titled("Most confused", pairs, "pairs-scroll");
        HBox.setHgrow(left, Priority.ALWAYS);
        getChildren().setAll(left, right);
        model.asking().answeredProperty().subscribe(this::show);
    }

    private static VBox titled(String words, Region content, String id) {
        Label title = new Label(words);
        title.getStyleClass().add("section-title");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setId(id);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return new VBox(6, title, scroll);
    }

    private void show(Optional<Answered> answered) {
        bars.getChildren().clear();
        pairs.getChildren().clear();
        answered.ifPresent(now -> {
            for (int label = 0; label < now.confusion().classes(); label++) {
                bars.addRow(label, bar(now, label));
            }
            now.confusion().pairs().stream().limit(MOST_PAIRS).forEach(pair -> pairs.getChildren().add(pair(now, pair)));
            if (now.confusion().pairs().isEmpty()) {
                Label none = new Label("No mistake.");
                none.getStyleClass().add("muted");
                pairs.getChildren().add(none);
            }
        });
    }

    private static Node[] bar(Answered now, int label) {
        Confusion confusion = now.confusion();
        double recall = confusion.recall(label);
        Label name = new Label(now.name(label));
        name.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("class-name");
        Region filled = new Region();
        filled.getStyleClass().add("class-bar-filled");
        Region track = new Region() {
            @Override
            protected void layoutChildren() {
                filled.resizeRelocate(0, 0, Double.isNaN(recall) ? 0 : Math.round(getWidth() * recall), getHeight());
            }

            {
                getChildren().add(filled);
            }
        };
        track.getStyleClass().add("class-bar");
        GridPane.setHgrow(track, Priority.ALWAYS);
        Label figure = new Label(Double.isNaN(recall) ? "none" : Numbers.percent(recall));
        figure.setId("recall-" + label);
        figure.getStyleClass().add("mono");
        figure.setMinWidth(USE_PREF_SIZE);
        double precision = confusion.precision(label);
        Tooltip.install(track, new Tooltip("Of %s samples of class %s, %s are found (recall %s).\nOf %s answered as %s, %s are right (precision %s).".formatted(
                Numbers.count(confusion.samples(label)), now.name(label), Numbers.count(confusion.count(label, label)), percent(recall),
                Numbers.count(confusion.answered(label)), now.name(label), Numbers.count(confusion.count(label, label)), percent(precision))));
        return new Node[] {name, track, figure};
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "has no value: 0 / 0" : Numbers.percent(share);
    }

    private Node pair(Answered now, Confusion.Pair pair) {
        boolean areLong = now.classes().stream().anyMatch(each -> each.length() > LONG);
        Hyperlink link = new Hyperlink("%s %s %s".formatted(now.name(pair.label()), areLong ? "→" : "read as", now.name(pair.answer())));
        link.setTooltip(new Tooltip(now.say(new Cell(pair.label(), pair.answer()))));
        link.setId("pair-%d-%d".formatted(pair.label(), pair.answer()));
        link.setOnAction(_ -> model.cellProperty().set(Optional.of(new Cell(pair.label(), pair.answer()))));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label count = new Label(Numbers.count(pair.count()));
        count.getStyleClass().add("mono");
        count.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(link, space, count);
        row.getStyleClass().add("confused-pair");
        return row;
    }
}
