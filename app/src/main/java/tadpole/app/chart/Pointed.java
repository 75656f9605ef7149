package tadpole.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** Over a chart: a line through the place one points at, a dot on each line of the chart there, their values beside it, and the box one draws. */
final class Pointed extends Pane {

    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
    private static final double RADIUS = 3.5;
    private static final double AWAY = 14;

    private final Line upright = new Line();
    private final Rectangle box = new Rectangle();
    private final Pane dots = new Pane();
    private final ReadingCard card;
    private final EventHandler<KeyEvent> keys = this::key;
    private ChartColors colors;
    private List<Plot> plots = List.of();
    private double unit = 1;
    private Optional<Scene> listening = Optional.empty();
    private boolean isOver;
    private double atX;
    private double atY;
    private String copied = "";

    Pointed(ChartColors colors) {
        this.colors = colors;
        this.card = new ReadingCard();
        setMouseTransparent(true);
        getStyleClass().add("chart-pointed");
        upright.getStyleClass().add("chart-upright");
        box.getStyleClass().add("chart-box");
        box.setVisible(false);
        box.setManaged(false);
        card.setManaged(false);
        getChildren().setAll(upright, dots, box, card);
        hide();
        // A chart that goes away hears no keys any more.
        sceneProperty().subscribe(_ -> leave());
    }

    void setColors(ChartColors wanted) {
        colors = wanted;
        point();
    }

    /** @param drawn the plots of the picture under it. @param zoom pixels for a unit of the drawing */
    void show(List<Plot> drawn, double zoom) {
        plots = drawn;
        unit = zoom;
        point();
    }

    void pointAt(double x, double y) {
        isOver = true;
        atX = x;
        atY = y;
        listen();
        point();
    }

    void leave() {
        isOver = false;
        listening.ifPresent(scene -> scene.removeEventFilter(KeyEvent.KEY_PRESSED, keys));
        listening = Optional.empty();
        hide();
    }

    void box(double fromX, double fromY, double toX, double toY) {
        hide();
        box.setVisible(true);
        box.setX(Math.min(fromX, toX));
        box.setY(Math.min(fromY, toY));
        box.setWidth(Math.abs(toX - fromX));
        box.setHeight(Math.abs(toY - fromY));
    }

    void endBox() {
        box.setVisible(false);
    }

    private void listen() {
        if (listening.isEmpty() && getScene() != null) {
            getScene().addEventFilter(KeyEvent.KEY_PRESSED, keys);
            listening = Optional.of(getScene());
        }
    }

    private void key(KeyEvent event) {
        boolean selected = getScene() != null && getScene().getFocusOwner() instanceof TextInputControl field && !field.getSelectedText().isEmpty();
        if (COPY.match(event) && card.isVisible() && !selected) {
            ClipboardContent content = new ClipboardContent();
            content.putString(copied);
            Clipboard.getSystemClipboard().setContent(content);
            card.sayCopied();
            event.consume();
        }
    }

    private void hide() {
        upright.setVisible(false);
        dots.setVisible(false);
        card.setVisible(false);
    }

    private void point() {
        double x = atX / unit;
        double y = atY / unit;
        Optional<Plot> under = plots.stream().filter(each -> each.area().contains(x, y)).findFirst();
        Optional<Reading> reading = isOver ? under.flatMap(plot -> plot.read(x, y)) : Optional.empty();
        if (reading.isEmpty() || box.isVisible()) {
            hide();
            return;
        }
        List<Shown> all = new ArrayList<>();
        for (Plot plot : plots) {
            Optional<Reading> read = plot == under.get() ? reading : plot.at(reading.get().x());
            read.ifPresent(each -> all.add(new Shown(plot, each)));
        }
        show(all, reading.get());
    }

    private record Shown(Plot plot, Reading reading) {}

    private void show(List<Shown> all, Reading main) {
        double x = unit * all.getFirst().plot().x(main.x());
        upright.setStartX(x);
        upright.setEndX(x);
        upright.setStartY(unit * plots.getFirst().area().getY());
        upright.setEndY(unit * plots.getLast().area().getMaxY());
        List<Node> marks = new ArrayList<>();
        for (Shown shown : all) {
            for (Reading.Row row : shown.reading().rows()) {
                double share = shown.plot().up().share(row.y());
                double across = shown.plot().across().share(row.x());
                if (share >= 0 && share <= 1 && across >= 0 && across <= 1) {
                    Circle dot = new Circle(unit * shown.plot().x(row.x()), unit * shown.plot().y(row.y()), RADIUS, color(row.trace().look()));
                    dot.getStyleClass().add("chart-dot");
                    marks.add(dot);
                }
            }
        }
        dots.getChildren().setAll(marks);
        upright.setVisible(true);
        dots.setVisible(true);
        card.show(main.place(), all.stream().map(Shown::reading).toList(), main, this::color);
        copied = all.stream().map(each -> each.reading().copied()).collect(Collectors.joining("\n"));
        place();
    }

    /** Beside the pointer, where there is room. */
    private void place() {
        card.setVisible(true);
        card.applyCss();
        double wide = card.prefWidth(-1);
        double high = card.prefHeight(wide);
        double x = atX + AWAY + wide <= getWidth() ? atX + AWAY : Math.max(0, atX - AWAY - wide);
        double y = Math.clamp(atY - high / 2, 0, Math.max(0, getHeight() - high));
        card.resizeRelocate(Math.rint(x), Math.rint(y), wide, high);
    }

    private Color color(int look) {
        java.awt.Color color = look < 0 ? colors.text() : RaceMark.color(look, colors);
        return Color.rgb(color.getRed(), color.getGreen(), color.getBlue());
    }

    /** What Ctrl+C copies. */
    String copied() {
        return copied;
    }

    Label title() {
        return card.title();
    }
}
