package tadpole.app.pane.kernels.rows;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import tadpole.app.pane.kernels.Bench;
import tadpole.app.pane.kernels.Lack;
import tadpole.app.pane.kernels.TermsView;
import tadpole.app.shell.Action;
import tadpole.app.shell.PaneView;
import tadpole.engine.picture.Picture;
import tadpole.resources.Resources;

/** The view in which the picture's windows are the rows of a matrix, times the kernel's column. */
public final class RowsRoom implements PaneView {

    private static final int LONGEST_NAME = 20;
    /** Height of the lower card, in em, and as a share of a large stage. */
    private static final double BELOW = 10.4;
    private static final double BELOW_SHARE = 0.2;

    private final Bench bench;
    private final RowsModel model;
    private final MatrixView matrix;
    private final RowsPictures pictures;
    private final TermsView terms;
    private final Label rowName = new Label();
    private final Label hint = new Label();
    private final Label result = new Label();
    private final StackPane stage = new StackPane();

    public RowsRoom(Bench bench) {
        this.bench = bench;
        this.model = new RowsModel(bench.model());
        Function<String, Color> tokens = bench.model().desk().theme()::color;
        this.matrix = new MatrixView(model, tokens);
        this.pictures = new RowsPictures(model, bench.look(), tokens);
        this.terms = new TermsView(term -> model.columnProperty().set(term < 0 ? RowsModel.NONE : model.written().get(term)));
        bench.model().desk().theme().kindProperty().subscribe(_ -> {
            matrix.repaint();
            pictures.repaint();
        });
        VBox all = new VBox(top(), Lack.refusal(bench.model()), matrixCard(), below());
        all.getStyleClass().add("rows-view");
        all.visibleProperty().bind(Bindings.createBooleanBinding(() -> model.rowsProperty().get().isPresent(), model.rowsProperty()));
        stage.setId("kernels-rows-stage");
        stage.getChildren().setAll(all, Lack.of(bench.model(), "Every window of a picture becomes a row of numbers here. Choose a picture, or take the small one.",
                exampleButton("rows-lack-example")));
        stage.getStylesheets().add(Resources.url("css/pane-kernels-rows.css").toExternalForm());
        model.rowsProperty().subscribe(this::write);
        bench.model().placeProperty().subscribe(this::write);
        bench.model().inputProperty().subscribe(this::write);
        stage.sceneProperty().subscribe(this::write);
        model.heldProperty().subscribe(this::write);
        model.columnProperty().subscribe(now -> terms.light(model.written().indexOf(now.intValue())));
    }

    private HBox top() {
        Label size = new Label();
        size.setId("rows-size");
        size.getStyleClass().add("rows-size");
        model.rowsProperty().subscribe(_ -> {
            size.setText(model.size());
            size.setTooltip(new Tooltip("So much would the whole matrix take. It is not built: each number is read from the picture when it is looked at.\n" + model.size()));
        });
        HBox.setHgrow(size, Priority.ALWAYS);
        size.setMaxWidth(Double.MAX_VALUE);
        size.setMinWidth(0);
        HBox top = new HBox(size, backButton(), cutButton(), exampleButton("rows-example"));
        top.getStyleClass().add("rows-top");
        return top;
    }

    private Button exampleButton(String id) {
        Button button = button(id, "Small example: 5×5 RGB", "Five by five pixels in color with padding 1: the whole matrix of 25 rows and 27 columns.");
        button.setOnAction(_ -> model.smallExample());
        return button;
    }

    private Button cutButton() {
        Button button = button("rows-cut", "Cut out 5×5", "Only the five by five pixels about the chosen place.");
        button.setOnAction(_ -> model.cutOut());
        bench.model().pictureProperty().subscribe(_ -> {
            button.setVisible(!model.isAllSmall());
            button.setManaged(button.isVisible());
        });
        return button;
    }

    private Button backButton() {
        Button button = button("rows-back", "Back", "To the picture and the settings before.");
        model.beforeProperty().subscribe(before -> {
            button.setText(before.map(start -> "Back to " + shortName(start.picture())).orElse("Back"));
            button.setVisible(before.isPresent());
            button.setManaged(before.isPresent());
        });
        button.setOnAction(_ -> model.back());
        return button;
    }

    private static String shortName(Picture picture) {
        return picture.name().length() <= LONGEST_NAME ? picture.name() : "the picture";
    }

    private static Button button(String id, String text, String tip) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("small-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        return button;
    }

    private VBox matrixCard() {
        VBox.setVgrow(matrix, Priority.ALWAYS);
        VBox card = new VBox(matrix);
        card.getStyleClass().addAll("card", "rows-matrix-card");
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private HBox below() {
        rowName.setId("rows-name");
        rowName.getStyleClass().add("section-title");
        result.setId("rows-result");
        result.getStyleClass().addAll("mono", "rows-result");
        result.setWrapText(true);
        result.setMinHeight(Region.USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(terms);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.getStyleClass().addAll("edge-to-edge", "terms-scroll");
        scroll.maxHeightProperty().bind(terms.heightProperty().add(2));
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        hint.getStyleClass().add("muted");
        hint.setMinWidth(0);
        rowName.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(rowName, hint);
        head.getStyleClass().add("rows-head");
        VBox sum = new VBox(head, scroll, result);
        sum.getStyleClass().add("rows-sum");
        sum.setMinWidth(0);
        HBox.setHgrow(sum, Priority.ALWAYS);
        HBox card = new HBox(pictures, sum);
        card.setId("rows-below");
        card.getStyleClass().addAll("card", "rows-below");
        card.minHeightProperty().bind(Bindings.createDoubleBinding(
                () -> Math.max(BELOW * rowName.getFont().getSize(), BELOW_SHARE * stage.getHeight()), rowName.fontProperty(), stage.heightProperty()));
        card.maxHeightProperty().bind(card.minHeightProperty());
        return card;
    }

    private void write() {
        if (stage.getScene() == null) {
            return;
        }
        rowName.setText(model.rowName());
        terms.show(model.terms());
        terms.light(model.written().indexOf(model.columnProperty().get()));
        result.setText(model.result());
        hint.setText(model.row() == RowsModel.NONE ? "" : model.hint());
        pictures.light();
    }

    RowsModel model() {
        return model;
    }

    MatrixView matrix() {
        return matrix;
    }

    @Override
    public Node stage() {
        return stage;
    }

    @Override
    public Optional<Node> drawer() {
        return Optional.of(bench.drawer());
    }

    @Override
    public ObservableValue<String> subtitle() {
        return bench.model().pictureProperty().map(now -> now.map(Picture::name).orElse(""));
    }

    @Override
    public List<Node> tools() {
        return List.of();
    }

    @Override
    public List<Action> actions() {
        return List.of(Action.of("Show the small example: 5×5 RGB", new SimpleBooleanProperty(true), model::smallExample));
    }
}
