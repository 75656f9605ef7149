package tadpole.app.pane.train.mistakes;

import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.image.ImageIndex;
import tadpole.app.image.ImageWall;
import tadpole.app.image.WallModel;
import tadpole.app.pane.train.Bench;
import tadpole.app.pane.train.Lab;
import tadpole.engine.evaluation.Ranking;
import tadpole.resources.Resources;

/** Which class was answered for which, at the moment looked at; a click on a cell shows its images. */
public final class ConfusionCard extends VBox {

    private static final String NOTHING = "Start a training: here stands which class is taken for which.";

    private final Lab lab;
    private final MatrixView matrix;
    private final Label accuracy = new Label();
    private final ReadOnlyStringWrapper tested = new ReadOnlyStringWrapper("");
    private final Label detail = new Label("rows: true class, columns: answer");
    private final Label said = new Label();
    private final Label nothing = new Label();
    private final WallModel images = new WallModel();
    private final HBox content;
    private final VBox side;
    private Optional<Answered> shown = Optional.empty();
    private boolean choosing;
    /** Whether a person chose the cell, so that it stays chosen where it is empty by now. */
    private boolean byHand;

    /** With its images beside it; follows the moment looked at while it is seen. */
    public ConfusionCard(Bench bench) {
        this(bench.lab(), true);
        ObservableBooleanValue looks = Seeing.of(this);
        Asking asking = new Asking(lab, lab.beside("confusion"), looks, System::nanoTime);
        asking.answeredProperty().subscribe(this::show);
    }

    /** One that is told what to show. */
    ConfusionCard(Lab lab, boolean withImages) {
        this.lab = lab;
        this.matrix = new MatrixView(lab.desk().theme());
        setId("confusion-card");
        getStyleClass().addAll("card", "confusion-card");
        getStylesheets().add(Resources.url("css/pane-train-mistakes.css").toExternalForm());
        matrix.setId("confusion-matrix");
        HBox.setHgrow(matrix, Priority.ALWAYS);
        this.side = side();
        this.content = new HBox(matrix);
        content.getStyleClass().add("confusion-content");
        content.setMinHeight(0);
        if (withImages) {
            content.getChildren().add(side);
            HBox.setHgrow(side, Priority.SOMETIMES);
        }
        nothing.setWrapText(true);
        nothing.setId("confusion-nothing");
        nothing.getStyleClass().add("placeholder-text");
        StackPane middle = new StackPane(content, nothing);
        middle.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().setAll(head(), middle);
        matrix.chosenProperty().addListener(_ -> {
            byHand |= !choosing;
            showCell();
        });
        nothing.textProperty().bind(Words.nothing(lab, NOTHING));
        show(Optional.empty());
    }

    /** The share of all test samples that is right, as it is written: "96.97 %"; empty before they were asked. */
    public ReadOnlyStringProperty testedProperty() {
        return tested.getReadOnlyProperty();
    }

    MatrixView matrix() {
        return matrix;
    }

    private Node head() {
        Label title = new Label("Confusion");
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        detail.getStyleClass().add("muted");
        detail.setMinWidth(0);
        accuracy.setId("confusion-accuracy");
        accuracy.getStyleClass().add("mono");
        accuracy.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, detail, space, accuracy);
        head.getStyleClass().add("confusion-head");
        return head;
    }

    private VBox side() {
        said.setId("confusion-said");
        said.getStyleClass().add("confusion-said");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        ImageWall wall = new ImageWall(images, () -> { });
        wall.setId("confusion-images");
        wall.setMinHeight(0);
        VBox.setVgrow(wall, Priority.ALWAYS);
        VBox beside = new VBox(said, wall);
        beside.getStyleClass().add("confusion-side");
        return beside;
    }

    void show(Optional<Answered> answered) {
        boolean others = shown.map(now -> answered.filter(each -> each.split() == now.split() && each.sight().run() == now.sight().run()).isEmpty()).orElse(true);
        byHand &= !others;
        shown = answered;
        content.setVisible(answered.isPresent());
        nothing.setVisible(answered.isEmpty());
        accuracy.setText(answered.map(Answered::right).orElse(""));
        tested.set(answered.filter(now -> now.isWhole() && now.part().isTest()).map(Answered::accuracy).orElse(""));
        detail.setText(answered.map(now -> (now.isWhole() ? "" : now.samples() + " · ") + "rows: true class, columns: answer")
                .orElse(""));
        matrix.show(answered);
        boolean empty = matrix.chosenProperty().get().filter(cell -> answered.filter(now -> cell.label() < now.confusion().classes()
                && now.confusion().count(cell.label(), cell.answer()) > 0).isPresent()).isEmpty();
        if (side.getParent() != null && (others || empty && !byHand)) {
            choosing = true;
            matrix.chosenProperty().set(answered.flatMap(ConfusionCard::worst));
            choosing = false;
        }
        showCell();
    }

    /** The most frequent mistake. */
    private static Optional<Cell> worst(Answered now) {
        return now.confusion().pairs().stream().findFirst().map(pair -> new Cell(pair.label(), pair.answer()));
    }

    private void showCell() {
        Optional<Cell> cell = matrix.chosenProperty().get();
        boolean pictures = shown.filter(now -> now.sight().network().dataset().hasPictures()).isPresent();
        if (shown.isEmpty() || cell.isEmpty() || cell.get().label() >= shown.get().confusion().classes()) {
            said.setText(shown.isPresent() ? "Click a cell to see its images." : "");
            return;
        }
        Answered now = shown.get();
        said.setText(now.say(cell.get()));
        if (pictures && side.getParent() != null) {
            int[] places = Ranking.cell(now.sheet(), cell.get().label(), cell.get().answer());
            images.show(now.split(), ImageIndex.of(Arrays.stream(places).map(i -> now.sheet().samples()[i]).toArray()));
        }
    }
}
