package tadpole.app.pane.train.mistakes;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import tadpole.app.pane.train.Numbers;
import tadpole.app.shell.Theme;
import tadpole.engine.evaluation.Confusion;

/** The matrix: a row for each true class, a column for each answer, the mistakes colored by their number, what is right left faint. */
final class MatrixView extends Region {

    private static final double GAP = 1;
    private static final double LARGEST = 56;
    private static final double LEAST_FOR_COUNTS = 15;
    private static final double LONGEST_NAME = 84;
    private static final int SHORT = 2;

    private final Theme theme;
    private final Canvas canvas = new Canvas();
    private final Tooltip tip = new Tooltip();
    private final ObjectProperty<Optional<Cell>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private Optional<Answered> shown = Optional.empty();
    private Optional<Cell> hovered = Optional.empty();
    private Grid grid = new Grid(0, 0, 0, false);

    /** @param left room for the names of the rows @param cell its side with the gap @param turned whether names of columns stand upright */
    private record Grid(int classes, double left, double cell, boolean turned) {

        double below() {
            return turned ? left : 18;
        }
    }

    MatrixView(Theme theme) {
        this.theme = theme;
        getStyleClass().add("confusion-matrix");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setFocusTraversable(true);
        setMinSize(160, 160);
        canvas.setMouseTransparent(true);
        getChildren().setAll(canvas);
        tip.setShowDelay(javafx.util.Duration.millis(250));
        theme.kindProperty().subscribe(_ -> requestLayout());
        focusedProperty().subscribe(_ -> requestLayout());
        chosen.subscribe(_ -> {
            say();
            requestLayout();
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(Optional.empty()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    ObjectProperty<Optional<Cell>> chosenProperty() {
        return chosen;
    }

    Optional<Answered> shown() {
        return shown;
    }

    void show(Optional<Answered> answered) {
        shown = answered;
        say();
        requestLayout();
    }

    /** Where a cell is drawn, in this view's coordinates; for tests and for keys. */
    javafx.geometry.Point2D middle(Cell cell) {
        return new javafx.geometry.Point2D(grid.left + (cell.answer() + 0.5) * grid.cell, (cell.label() + 0.5) * grid.cell);
    }

    private void say() {
        setAccessibleText(shown.map(now -> chosen.get().filter(this::isThere).map(now::say)
                .orElse("Confusion of %s, %s right".formatted(now.samples(), now.accuracy()))).orElse("No network has been asked yet."));
    }

    private boolean isThere(Cell cell) {
        return shown.filter(now -> cell.label() < now.confusion().classes() && cell.answer() < now.confusion().classes()).isPresent();
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            at(event).ifPresent(cell -> chosen.set(Optional.of(cell)));
            event.consume();
        }
    }

    private void hover(MouseEvent event) {
        hover(at(event));
    }

    private void hover(Optional<Cell> cell) {
        if (cell.equals(hovered)) {
            return;
        }
        hovered = cell;
        Tooltip.uninstall(this, tip);
        tip.hide();
        cell.ifPresent(now -> {
            tip.setText(shown.map(each -> tell(each, now)).orElse(""));
            Tooltip.install(this, tip);
        });
        requestLayout();
    }

    private static String tell(Answered answered, Cell cell) {
        Confusion confusion = answered.confusion();
        int count = confusion.count(cell.label(), cell.answer());
        int of = confusion.samples(cell.label());
        return "%s\n%s of %s of class %s%s".formatted(answered.say(cell), Numbers.count(count), Numbers.count(of), answered.name(cell.label()),
                of == 0 ? "" : ", " + Numbers.percent((double) count / of));
    }

    private Optional<Cell> at(MouseEvent event) {
        if (grid.cell <= 0 || event.getX() < grid.left || event.getY() < 0) {
            return Optional.empty();
        }
        int answer = (int) ((event.getX() - grid.left) / grid.cell);
        int label = (int) (event.getY() / grid.cell);
        return answer < grid.classes && label < grid.classes ? Optional.of(new Cell(label, answer)) : Optional.empty();
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || shown.isEmpty()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> move(0, -1);
            case RIGHT -> move(0, 1);
            case UP -> move(-1, 0);
            case DOWN -> move(1, 0);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int labels, int answers) {
        int most = shown.orElseThrow().confusion().classes() - 1;
        Cell from = chosen.get().filter(this::isThere).orElse(new Cell(0, 0));
        chosen.set(Optional.of(new Cell(Math.clamp(from.label() + labels, 0, most), Math.clamp(from.answer() + answers, 0, most))));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 340;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 340;
    }

    /** As wide as its cells are at this height. */
    @Override
    protected double computeMaxWidth(double height) {
        if (height < 0 || shown.isEmpty()) {
            return Double.MAX_VALUE;
        }
        Grid most = grid(shown.get().classes(), Double.MAX_VALUE, height);
        return Math.max(160, most.left + most.cell * most.classes + GAP);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.VERTICAL;
    }

    @Override
    protected void layoutChildren() {
        grid = shown.map(now -> grid(now.classes(), getWidth(), getHeight())).orElse(new Grid(0, 0, 0, false));
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        shown.ifPresent(now -> draw(g, now));
    }

    private static Grid grid(List<String> classes, double width, double height) {
        boolean turned = classes.stream().anyMatch(each -> each.length() > SHORT);
        double left = 20;
        if (turned) {
            left = Math.min(LONGEST_NAME, 8 + classes.stream().mapToDouble(each -> width(each, 11)).max().orElse(12));
        }
        double below = turned ? left : 18;
        double cell = Math.floor(Math.min(LARGEST, Math.min((width - left) / classes.size(), (height - below) / classes.size())));
        return new Grid(classes.size(), left, Math.max(1, cell), turned);
    }

    private static double width(String words, double size) {
        Text text = new Text(words);
        text.setFont(Font.font("Inter", size));
        return text.getLayoutBounds().getWidth();
    }

    private void draw(GraphicsContext g, Answered now) {
        Confusion confusion = now.confusion();
        int most = Math.max(1, confusion.most());
        g.setTextBaseline(VPos.CENTER);
        for (int label = 0; label < grid.classes; label++) {
            for (int answer = 0; answer < grid.classes; answer++) {
                draw(g, new Cell(label, answer), confusion.count(label, answer), most);
            }
        }
        names(g, now.classes());
        hovered.filter(this::isThere).ifPresent(cell -> frame(g, cell, theme.color("muted"), 1));
        chosen.get().filter(this::isThere).ifPresent(cell -> frame(g, cell, theme.color("accent"), isFocused() ? 3 : 2));
    }

    private void draw(GraphicsContext g, Cell cell, int count, int most) {
        double x = grid.left + cell.answer() * grid.cell;
        double y = cell.label() * grid.cell;
        double side = grid.cell - (grid.cell > 6 ? 2 * GAP : 0);
        Color empty = theme.color("grid");
        Color fill = cell.isRight() ? theme.color("raised")
                : count == 0 ? empty.interpolate(theme.color("surface"), 0.35)
                : empty.interpolate(theme.color("wrong"), 0.12 + 0.8 * Math.sqrt((double) count / most));
        g.setFill(fill);
        double arc = grid.cell > 12 ? 4 : 0;
        g.fillRoundRect(x + GAP, y + GAP, side, side, arc, arc);
        if (grid.cell >= LEAST_FOR_COUNTS && count > 0) {
            String words = Integer.toString(count);
            double size = Math.min(Math.clamp(grid.cell * 0.38, 9, 15), 1.55 * grid.cell / words.length());
            g.setFont(Font.font("JetBrains Mono", Math.max(7, size)));
            g.setTextAlign(TextAlignment.CENTER);
            g.setFill(cell.isRight() ? theme.color("muted") : readable(fill));
            g.fillText(words, x + grid.cell / 2, y + grid.cell / 2);
        }
    }

    /** Text or surface, whichever stands out more. */
    private Color readable(Color on) {
        Color text = theme.color("text");
        Color surface = theme.color("surface");
        return contrast(text, on) >= contrast(surface, on) ? text : surface;
    }

    private static double contrast(Color a, Color b) {
        double one = luminance(a) + 0.05;
        double other = luminance(b) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    /** Relative, as WCAG has it. */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private void names(GraphicsContext g, List<String> classes) {
        double size = Math.min(Math.clamp(grid.cell * 0.36, 11, 13), grid.cell * 0.8);
        if (size < 6) {
            return;
        }
        g.setFont(Font.font(grid.turned ? "Inter" : "JetBrains Mono", size));
        g.setFill(theme.color("muted"));
        for (int i = 0; i < grid.classes; i++) {
            double middle = (i + 0.5) * grid.cell;
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(classes.get(i), grid.left - 6, middle, grid.left - 6);
            if (grid.turned) {
                g.save();
                g.translate(grid.left + middle, grid.classes * grid.cell + 6);
                g.rotate(-90);
                g.fillText(classes.get(i), 0, 0, grid.left - 6);
                g.restore();
            } else {
                g.setTextAlign(TextAlignment.CENTER);
                g.fillText(classes.get(i), grid.left + middle, grid.classes * grid.cell + 11);
            }
        }
    }

    private void frame(GraphicsContext g, Cell cell, Color color, double line) {
        g.setStroke(color);
        g.setLineWidth(line);
        g.strokeRoundRect(grid.left + cell.answer() * grid.cell + 1, cell.label() * grid.cell + 1, grid.cell - 2, grid.cell - 2, 4, 4);
    }
}
