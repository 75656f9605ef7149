package tadpole.app.pane.finder;

import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.Digits;
import tadpole.app.shell.Desk;

/** The curve, and on it the line of the chosen rate, which one clicks, drags or moves with the arrow keys. */
final class SweepCard extends StackPane {

    /** Two of a hundred steps in a power of ten: what an arrow key moves. */
    private static final double KEY_FACTOR = Math.pow(10, 0.05);
    private static final double TOP = 30;
    private static final double BOTTOM = 46;

    private final FinderPaneModel model;
    private final ChartView chart;
    private final Pane glass = new Pane();
    private final Line line = new Line();
    private final Polygon grip = new Polygon(-6, -9, 6, -9, 0, 0);
    private final Label flag = new Label();

    SweepCard(FinderPaneModel model, Desk desk, Executor background) {
        this.model = model;
        this.chart = new ChartView(model::picture, desk.theme().chartColors(), background, desk.jobs().ui());
        getStyleClass().addAll("card", "sweep-card");
        setId("sweep-card");
        chart.setId("sweep-chart");
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        glass();
        Label hint = new Label();
        hint.getStyleClass().addAll("placeholder-text", "sweep-hint");
        hint.setMaxHeight(Label.USE_PREF_SIZE);
        hint.setId("sweep-hint");
        hint.setMouseTransparent(true);
        VBox empty = empty(desk);
        getChildren().setAll(chart, glass, hint, empty);
        model.newsProperty().subscribe(_ -> {
            chart.refresh();
            hint.setText(model.hint());
            hint.setVisible(!model.hint().isEmpty() && model.obstacle().getValue().isEmpty());
            place();
        });
        model.obstacle().subscribe(_ -> {
            boolean nothing = model.situation().isWithoutExperiment();
            empty.setVisible(nothing);
            chart.setVisible(!nothing);
            hint.setVisible(!nothing && !model.hint().isEmpty());
        });
        model.chosenProperty().subscribe(_ -> place());
        model.sweepProperty().subscribe(_ -> chart.refresh());
    }

    private void glass() {
        glass.setId("sweep-glass");
        glass.setFocusTraversable(true);
        glass.setAccessibleText("Chosen learning rate; arrow keys move it.");
        line.getStyleClass().add("chosen-line");
        grip.getStyleClass().add("chosen-grip");
        flag.getStyleClass().add("chosen-flag");
        flag.setId("chosen-flag");
        glass.getChildren().setAll(line, grip, flag);
        glass.getChildren().forEach(each -> each.setMouseTransparent(true));
        glass.widthProperty().subscribe(_ -> place());
        glass.heightProperty().subscribe(_ -> place());
        glass.setOnMousePressed(press -> {
            glass.requestFocus();
            model.choose(rate(press.getX()));
            press.consume();
        });
        glass.setOnMouseDragged(drag -> model.choose(rate(drag.getX())));
        glass.setOnMouseReleased(_ -> model.settle());
        glass.addEventHandler(KeyEvent.KEY_PRESSED, this::move);
        glass.addEventHandler(KeyEvent.KEY_RELEASED, key -> {
            if (key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.RIGHT) {
                model.settle();
            }
        });
    }

    private void move(KeyEvent key) {
        double factor = key.getCode() == KeyCode.LEFT ? 1 / KEY_FACTOR : key.getCode() == KeyCode.RIGHT ? KEY_FACTOR : 1;
        if (factor != 1) {
            model.chosenProperty().get().ifPresent(rate -> model.choose(rate * factor));
            key.consume();
        }
    }

    private VBox empty(Desk desk) {
        Label sentence = new Label("Here one sees which learning rates work, before a long run. It takes the experiment that Train has.");
        sentence.getStyleClass().add("placeholder-text");
        sentence.setWrapText(true);
        Button open = new Button("Use the bundled digits");
        open.setId("finder-use-digits");
        // The Train pane sets up the experiment, and opens the digits, as soon as it is made.
        open.setOnAction(_ -> {
            desk.navigator().open("train");
            desk.navigator().open("finder");
        });
        VBox empty = new VBox(sentence, open);
        empty.getStyleClass().add("sweep-empty");
        return empty;
    }

    /** Where the chart has the chosen rate; the chart is drawn larger with larger type. */
    private void place() {
        boolean there = model.chosenProperty().get().isPresent() && model.swept().get();
        line.setVisible(there);
        grip.setVisible(there);
        flag.setVisible(there);
        if (!there) {
            return;
        }
        double zoom = chart.zoom();
        double rate = model.chosenProperty().get().orElseThrow();
        double x = zoom * model.rates().x(rate, chart.getWidth() / zoom);
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(TOP * zoom);
        line.setEndY(chart.getHeight() - BOTTOM * zoom);
        grip.setLayoutX(x);
        grip.setLayoutY(TOP * zoom + 4);
        flag.setText(Digits.two(rate));
        flag.autosize();
        double right = x + 10;
        flag.relocate(right + flag.getWidth() > glass.getWidth() ? x - 10 - flag.getWidth() : right, TOP * zoom + 2);
    }

    private double rate(double x) {
        return model.rates().rate(x / chart.zoom(), chart.getWidth() / chart.zoom());
    }
}
