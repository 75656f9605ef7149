package tadpole.app.pane.gradients.check;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.HeatLayout;
import tadpole.app.chart.HeatPicture;
import tadpole.app.pane.gradients.NetworkChoice;
import tadpole.app.shell.Desk;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.formula.Address;

/** Every parameter a cell; the picked one is ringed, and its arithmetic opens beside it. */
final class HeatCard extends StackPane {

    private final CheckModel model;
    private final ChartView chart;
    private final Pane glass = new Pane();
    private final Rectangle ring = new Rectangle();
    private final Tooltip tip = new Tooltip();
    private final CellXRay arithmetic;
    private final XRayLayer xray;
    private Optional<Cells> cells = Optional.empty();

    HeatCard(CheckModel model, Desk desk, Executor background) {
        this.model = model;
        this.arithmetic = new CellXRay(model, desk, background);
        this.xray = new XRayLayer(arithmetic.xray());
        xray.setFurther(arithmetic::further);
        getStyleClass().addAll("card", "chart-card", "heat-card");
        setMinWidth(0);
        setMinHeight(0);
        chart = new ChartView(this::drawn, desk.theme().chartColors(), background, desk.jobs().ui());
        chart.setId("check-heat");
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        glass();
        getChildren().setAll(chart, glass, empty());
        model.newsProperty().subscribe(_ -> {
            cells = Optional.empty();
            chart.refresh();
            place();
        });
        model.pickedProperty().subscribe(_ -> place());
    }

    /** What floats over the whole stage. */
    XRayLayer xray() {
        return xray;
    }

    private HeatPicture drawn() {
        return new HeatPicture(cells().map(Cells::groups).orElse(List.of()));
    }

    private Optional<Cells> cells() {
        if (cells.isEmpty()) {
            cells = model.cells();
        }
        return cells;
    }

    private HeatLayout placed() {
        double zoom = chart.zoom();
        return HeatLayout.of(cells().map(Cells::groups).orElse(List.of()), chart.getWidth() / zoom, chart.getHeight() / zoom);
    }

    private void glass() {
        glass.setId("heat-glass");
        glass.setFocusTraversable(true);
        glass.setAccessibleText("Parameters; a click opens the arithmetic of one, arrow keys go on from it.");
        ring.getStyleClass().add("cell-ring");
        ring.setMouseTransparent(true);
        ring.setManaged(false);
        glass.getChildren().setAll(ring);
        glass.widthProperty().subscribe(_ -> place());
        glass.heightProperty().subscribe(_ -> place());
        Tooltip.install(glass, tip);
        tip.getStyleClass().add("mono");
        glass.setOnMouseMoved(move -> {
            Optional<Cells.Number> under = at(move.getX(), move.getY());
            tip.setText(under.map(each -> CheckWords.of(model.soFar().tensors().get(each.tensor()), each.index()))
                    .orElse("Every cell is a parameter: its color is the relative error of its gradient."));
        });
        glass.setOnMousePressed(press -> {
            glass.requestFocus();
            model.pick(at(press.getX(), press.getY()));
            open();
            press.consume();
        });
        glass.addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
    }

    private Optional<Cells.Number> at(double x, double y) {
        double zoom = chart.zoom();
        return cells().flatMap(now -> placed().at(x / zoom, y / zoom).flatMap(now::number));
    }

    private void walk(KeyEvent key) {
        int step = key.getCode() == KeyCode.LEFT ? -1 : key.getCode() == KeyCode.RIGHT ? 1 : 0;
        Optional<HeatLayout.Place> now = model.pickedProperty().get().flatMap(number -> cells().flatMap(all -> all.place(number)));
        if (step == 0 || now.isEmpty()) {
            return;
        }
        int next = now.get().index() + step;
        if (next >= 0 && next < cells().orElseThrow().groups().get(now.get().group()).errors().length) {
            model.pick(cells().orElseThrow().number(new HeatLayout.Place(now.get().group(), next)));
            open();
        }
        key.consume();
    }

    /** The picked cell's arithmetic; closes it where none is picked. */
    private void open() {
        if (model.pickedProperty().get().isEmpty()) {
            arithmetic.xray().close();
        }
        model.pickedProperty().get().ifPresent(number -> arithmetic.whenReady(() -> xray.open(arithmetic.address(number), () -> ring.localToScene(ring.getLayoutBounds()))));
    }

    /** The arithmetic of another number of the network, beside what was clicked. */
    void open(Address address, Node beside) {
        arithmetic.whenReady(() -> xray.open(address, beside));
    }

    private void place() {
        Optional<HeatLayout.Place> place = model.pickedProperty().get().flatMap(number -> cells().flatMap(all -> all.place(number)));
        ring.setVisible(place.isPresent());
        place.ifPresent(at -> {
            double zoom = chart.zoom();
            HeatLayout.Box box = placed().box(at);
            ring.setX(box.x() * zoom - 2);
            ring.setY(box.y() * zoom - 2);
            ring.setWidth(box.size() * zoom + 4);
            ring.setHeight(box.size() * zoom + 4);
        });
    }

    /** Where there is no network to show. */
    private VBox empty() {
        Label sentence = new Label("Here every gradient that backward computes is held against the slope of the loss, number by number.");
        sentence.getStyleClass().add("placeholder-text");
        sentence.setWrapText(true);
        Button use = new Button("Use the linear softmax");
        use.setId("check-use-softmax");
        use.setOnAction(_ -> model.subject().networkProperty().set(NetworkChoice.SOFTMAX));
        VBox empty = new VBox(sentence, use);
        empty.getStyleClass().add("check-empty");
        model.newsProperty().subscribe(_ -> empty.setVisible(model.studied().isEmpty() && !model.subject().lackProperty().get().isEmpty()));
        return empty;
    }
}
