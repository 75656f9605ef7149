package tadpole.app.chart;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * A chart one can explore: the wheel and a box drawn over it zoom, dragging with Shift or the right or middle button moves, a double
 * click shows everything again; the values of all lines stand beside the pointer. Pointing draws no chart.
 */
public final class ChartExplorer extends Region {

    private static final double NOTCH = 40;
    private static final String HELP = "Wheel: zoom, over the numbers at the left along y. Drag: a box to zoom into. Shift and drag: move. Double click: everything.";

    private final ChartView chart;
    private final Pointed pointed;
    private final HBox switches = new HBox();
    private final ToggleButton logUp = new ToggleButton("log y");
    private final ToggleButton logAcross = new ToggleButton("log x");
    private final Button everything = new Button("Everything");
    private final ReadOnlyObjectWrapper<Zoom> zoom = new ReadOnlyObjectWrapper<>(Zoom.EVERYTHING);
    private Function<Zoom, ? extends Explorable> source;
    private List<Plot> plots = List.of();
    private Zooming gesture = new Zooming(Zoom.EVERYTHING, List.of());
    private double pressedX;
    private double pressedY;
    private boolean moves;

    /**
     * @param start      asked on the JavaFX thread before it is drawn
     * @param background where it is drawn
     */
    public ChartExplorer(Function<Zoom, ? extends Explorable> start, ChartColors colors, Executor background, Executor ui) {
        this.source = start;
        this.chart = new ChartView(() -> source.apply(zoom.get()), colors, background, ui);
        this.pointed = new Pointed(colors);
        getStyleClass().add("chart-explorer");
        pointed.setManaged(false);
        fillSwitches();
        getChildren().setAll(chart, pointed, switches);
        chart.setWhenDrawn(drawn -> {
            plots = drawn;
            pointed.show(drawn, chart.zoom());
        });
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointed.pointAt(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointed.leave());
        zoom.subscribe(now -> {
            logUp.setSelected(now.logUp());
            logAcross.setSelected(now.logAcross());
            everything.setVisible(!now.isEverything());
            refresh();
        });
    }

    public void show(Function<Zoom, ? extends Explorable> drawn) {
        source = drawn;
        refresh();
    }

    public void setColors(ChartColors colors) {
        chart.setColors(colors);
        pointed.setColors(colors);
    }

    /** Draws anew, soon. */
    public void refresh() {
        chart.refresh();
    }

    public boolean isUpToDate() {
        return chart.isUpToDate();
    }

    /** What is seen of it; also what a file of it shows. */
    public ReadOnlyObjectProperty<Zoom> zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    public void setZoom(Zoom wanted) {
        zoom.set(wanted);
    }

    /** Where lines cannot be on a logarithmic axis at all. */
    public void offerLog(boolean across, boolean up) {
        logAcross.setVisible(across);
        logAcross.setManaged(across);
        logUp.setVisible(up);
        logUp.setManaged(up);
    }

    /** The plots as they are shown; places of this node divided by {@link ChartView#zoom} are theirs. */
    public List<Plot> plots() {
        return plots;
    }

    @Override
    protected void layoutChildren() {
        chart.resizeRelocate(0, 0, getWidth(), getHeight());
        pointed.resizeRelocate(0, 0, getWidth(), getHeight());
        double high = switches.prefHeight(-1);
        switches.resizeRelocate(Plots.LEFT * chart.zoom(), getHeight() - high - 1, switches.prefWidth(-1), high);
    }

    @Override
    protected double computePrefWidth(double height) {
        return chart.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return chart.prefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    private void fillSwitches() {
        switches.getStyleClass().add("chart-switches");
        logUp.getStyleClass().add("log-up");
        logAcross.getStyleClass().add("log-across");
        everything.getStyleClass().add("see-everything");
        logUp.setTooltip(new Tooltip("Logarithmic y: equal distances are equal factors."));
        logAcross.setTooltip(new Tooltip("Logarithmic x: the first steps get as much room as the many later ones."));
        everything.setTooltip(new Tooltip("Everything again (double click). " + HELP));
        logUp.setOnAction(_ -> zoom.set(zoom.get().withLogUp(logUp.isSelected())));
        logAcross.setOnAction(_ -> zoom.set(zoom.get().withLogAcross(logAcross.isSelected())));
        everything.setOnAction(_ -> zoom.set(zoom.get().everything()));
        switches.getChildren().setAll(logUp, logAcross, everything);
        switches.getChildren().forEach(each -> each.setFocusTraversable(false));
        chart.setAccessibleHelp(HELP);
    }

    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() != 0 && !plots.isEmpty()) {
            zoom.set(now().wheel(unit(event.getX()), unit(event.getY()), event.getDeltaY() / NOTCH));
            event.consume();
        }
    }

    private void press(MouseEvent event) {
        gesture = now();
        pressedX = event.getX();
        pressedY = event.getY();
        moves = event.getButton() != MouseButton.PRIMARY || event.isShiftDown();
    }

    private void drag(MouseEvent event) {
        if (moves) {
            zoom.set(gesture.moved(unit(pressedX), unit(pressedY), unit(event.getX()), unit(event.getY())));
        } else {
            pointed.box(pressedX, pressedY, event.getX(), event.getY());
        }
        event.consume();
    }

    private void release(MouseEvent event) {
        if (!moves) {
            pointed.endBox();
            zoom.set(gesture.box(unit(pressedX), unit(pressedY), unit(event.getX()), unit(event.getY())));
        }
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            zoom.set(zoom.get().everything());
        }
    }

    private Zooming now() {
        return new Zooming(zoom.get(), plots);
    }

    private double unit(double place) {
        return place / chart.zoom();
    }
}
