package tadpole.app.pane.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import tadpole.engine.convolution.Kernel;

/**
 * A kernel as a grid of cells, blue below and orange above zero. Click and type, drag up or down, turn the wheel, or use the keys: arrows
 * choose a cell, Enter edits it.
 */
public final class KernelGrid extends Region {

    private static final double STANDARD_TYPE = 13;
    private static final double PREFERRED = 164;
    /** Of a large kernel's cells: two digits and a sign fit. */
    private static final double SMALL_CELL = 32;
    private static final double LARGE_CELL = 52;
    private static final double LARGEST_TYPE = 16;
    /** What is smaller than that is written with fewer digits. */
    private static final double SMALLEST_TYPE = 9.5;
    private static final double LEAST_TYPE = 7;
    private static final double NOTCH = 40;
    private static final double MOVED = 3;
    /** Width of a character of the mono font in parts of its size. */
    private static final double CHARACTER = 0.6;

    private final KernelGridModel model;
    private final List<KernelCell> cells = new ArrayList<>();
    private final TextField editor = new TextField();
    /** Shows nothing; its font says how large the window's type is. */
    private final Label type = new Label();
    private final ReadOnlyBooleanWrapper rounded = new ReadOnlyBooleanWrapper();
    private int height;
    private int width;
    private double pressedY;
    private double lastY;
    private double turned;
    private boolean dragging;

    public KernelGrid(KernelGridModel model) {
        this.model = model;
        setId("kernel-grid");
        getStyleClass().add("kernel-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        type.setManaged(false);
        type.setVisible(false);
        editor.setId("kernel-editor");
        editor.getStyleClass().addAll("mono", "kernel-editor");
        editor.setVisible(false);
        editor.setManaged(false);
        editor.addEventFilter(KeyEvent.KEY_PRESSED, this::typing);
        editor.focusedProperty().subscribe(focused -> {
            if (!focused) {
                leaveEditor();
            }
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> {
            if (!dragging) {
                model.endGesture();
            }
        });
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        type.fontProperty().subscribe(this::requestLayout);
        model.kernelProperty().subscribe(this::show);
        model.chosenProperty().subscribe(_ -> mark());
        focusedProperty().subscribe(focused -> {
            mark();
            if (!focused) {
                model.endGesture();
            }
        });
    }

    /** Whether some numbers stand with fewer than four digits, for want of room. */
    public ReadOnlyBooleanProperty roundedProperty() {
        return rounded.getReadOnlyProperty();
    }

    private void show(Kernel kernel) {
        if (kernel.height() != height || kernel.width() != width) {
            height = kernel.height();
            width = kernel.width();
            cells.clear();
            for (int i = 0; i < height * width; i++) {
                cells.add(new KernelCell(i / width, i % width));
            }
            getChildren().setAll(cells);
            getChildren().addAll(type, editor);
            mark();
            requestLayout();
            if (getParent() != null) {
                getParent().requestLayout();
            }
        }
        fill();
    }

    private void fill() {
        double room = (cellSize() - 3) / CHARACTER;
        List<String> texts = IntStream.range(0, cells.size()).mapToObj(i -> model.fitting(i / width, i % width, room / (SMALLEST_TYPE * zoom()))).toList();
        int longest = texts.stream().mapToInt(String::length).max().orElse(1);
        double font = Math.max(LEAST_TYPE * zoom(), Math.min(room / longest, Math.min(LARGEST_TYPE * zoom(), cellSize() * 0.35)));
        rounded.set(IntStream.range(0, cells.size()).anyMatch(i -> !texts.get(i).equals(model.text(i / width, i % width, KernelGridModel.DIGITS))));
        for (int i = 0; i < cells.size(); i++) {
            int u = i / width;
            int v = i % width;
            cells.get(i).setFontSize(font);
            cells.get(i).show(texts.get(i), model.share(u, v), words(u, v));
        }
    }

    private String words(int u, int v) {
        String place = "Row %d, column %d: %s".formatted(u + 1, v + 1, model.all(u, v));
        return model.editableProperty().get()
                ? place + "\nClick to type, drag up or down, or turn the wheel: one step is %s. Ctrl: ten steps, Shift: a tenth.".formatted(model.step().toPlainString())
                : place;
    }

    private void mark() {
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).setChosen(isFocused() && i == index());
        }
        int u = model.chosenProperty().get().u();
        int v = model.chosenProperty().get().v();
        setAccessibleText("Kernel %d × %d, row %d, column %d: %s".formatted(height, width, u + 1, v + 1, model.all(u, v)));
    }

    private int index() {
        return model.chosenProperty().get().u() * width + model.chosenProperty().get().v();
    }

    private double zoom() {
        return type.getFont().getSize() / STANDARD_TYPE;
    }

    private double gap() {
        return Math.max(height, width) > 5 ? 2 : 4;
    }

    private double cellSize() {
        int side = Math.max(height, width);
        double room = getWidth() > 0 ? getWidth() : prefWidth(-1);
        return Math.min(LARGE_CELL * zoom(), (room - gap() * (side - 1)) / side);
    }

    @Override
    protected double computePrefWidth(double ignored) {
        int side = Math.max(3, Math.max(height, width));
        return Math.max(PREFERRED, side * SMALL_CELL + (side - 1) * gap()) * zoom();
    }

    @Override
    protected double computeMinWidth(double ignored) {
        return PREFERRED * zoom();
    }

    @Override
    protected double computePrefHeight(double given) {
        int side = Math.max(height, width);
        double room = given > 0 ? given : getWidth() > 0 ? getWidth() : prefWidth(-1);
        double cell = Math.min(LARGE_CELL * zoom(), (room - gap() * (side - 1)) / side);
        return height * cell + (height - 1) * gap();
    }

    @Override
    protected double computeMinHeight(double given) {
        return computePrefHeight(given);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        double size = cellSize();
        double left = (getWidth() - width * size - (width - 1) * gap()) / 2;
        for (int i = 0; i < cells.size(); i++) {
            double x = snapPositionX(left + i % width * (size + gap()));
            double y = snapPositionY(i / width * (size + gap()));
            cells.get(i).resizeRelocate(x, y, snapSizeX(size), snapSizeY(size));
        }
        fill();
        placeEditor();
    }

    private void placeEditor() {
        if (editor.isVisible()) {
            KernelCell cell = cells.get(index());
            double wide = Math.max(cell.getWidth(), 64 * zoom());
            double high = Math.max(cell.getHeight(), 28 * zoom());
            double x = Math.clamp(cell.getLayoutX() + (cell.getWidth() - wide) / 2, 0, Math.max(0, getWidth() - wide));
            editor.resizeRelocate(x, cell.getLayoutY() + (cell.getHeight() - high) / 2, wide, high);
        }
    }

    private boolean choose(double x, double y) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).getBoundsInParent().contains(x, y)) {
                model.choose(i / width, i % width);
                return true;
            }
        }
        return false;
    }

    private void pressed(MouseEvent mouse) {
        if (editor.isVisible() && editor.getBoundsInParent().contains(mouse.getX(), mouse.getY())) {
            return;
        }
        model.endGesture();
        requestFocus();
        dragging = false;
        pressedY = choose(mouse.getX(), mouse.getY()) && mouse.getButton() == MouseButton.PRIMARY ? mouse.getY() : Double.NaN;
        lastY = pressedY;
        mouse.consume();
    }

    private void dragged(MouseEvent mouse) {
        if (editor.isVisible() || Double.isNaN(pressedY) || !model.editableProperty().get()) {
            return;
        }
        dragging |= Math.abs(mouse.getY() - pressedY) >= MOVED;
        if (dragging) {
            model.drag(lastY - mouse.getY(), mouse.isShiftDown());
            lastY = mouse.getY();
        }
        mouse.consume();
    }

    private void released(MouseEvent mouse) {
        boolean click = !dragging && !Double.isNaN(pressedY) && !editor.isVisible();
        dragging = false;
        model.endGesture();
        if (click) {
            edit(model.all(model.chosenProperty().get().u(), model.chosenProperty().get().v()));
            editor.selectAll();
        }
        pressedY = Double.NaN;
        mouse.consume();
    }

    private void scrolled(ScrollEvent wheel) {
        if (!model.editableProperty().get() || editor.isVisible() || !choose(wheel.getX(), wheel.getY())) {
            return;
        }
        // With Shift the system turns the wheel sideways.
        turned += wheel.getDeltaY() == 0 ? wheel.getDeltaX() : wheel.getDeltaY();
        int notches = (int) (turned / NOTCH);
        if (notches != 0) {
            turned -= notches * NOTCH;
            model.turn(notches, wheel.isShortcutDown(), wheel.isShiftDown());
        }
        wheel.consume();
    }

    private void key(KeyEvent key) {
        if (editor.isVisible()) {
            return;
        }
        boolean taken = true;
        int by = key.isShortcutDown() ? 1 : 0;
        switch (key.getCode()) {
            case UP -> moveOrTurn(-1, 0, by, key.isShiftDown());
            case DOWN -> moveOrTurn(1, 0, -by, key.isShiftDown());
            case LEFT -> model.move(0, -1);
            case RIGHT -> model.move(0, 1);
            case ENTER, F2 -> {
                edit(model.all(model.chosenProperty().get().u(), model.chosenProperty().get().v()));
                editor.selectAll();
            }
            case DELETE, BACK_SPACE -> model.enter("0");
            default -> taken = false;
        }
        if (taken) {
            key.consume();
        }
    }

    private void moveOrTurn(int down, int right, int notches, boolean fine) {
        if (notches == 0) {
            model.move(down, right);
        } else {
            model.turn(notches, false, fine);
        }
    }

    private void typed(KeyEvent key) {
        String character = key.getCharacter();
        if (!editor.isVisible() && !key.isShortcutDown() && character.length() == 1 && "0123456789-+.,".contains(character)) {
            edit(character);
            editor.end();
            key.consume();
        }
    }

    private void edit(String text) {
        if (!model.editableProperty().get()) {
            return;
        }
        model.endGesture();
        model.clearRefusal();
        editor.getStyleClass().remove("refused");
        editor.setText(text);
        editor.setVisible(true);
        editor.toFront();
        placeEditor();
        editor.requestFocus();
    }

    private void typing(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> after(key, () -> model.move(1, 0), false);
            case UP -> after(key, () -> model.move(-1, 0), false);
            case DOWN -> after(key, () -> model.move(1, 0), false);
            case TAB -> {
                int by = key.isShiftDown() ? -1 : 1;
                boolean last = by > 0 ? index() == cells.size() - 1 : index() == 0;
                after(key, () -> model.advance(by), !last);
            }
            case ESCAPE -> {
                close();
                model.clearRefusal();
                requestFocus();
                key.consume();
            }
            default -> { }
        }
    }

    /** Takes the text, goes on to another cell and, where one types in a row, opens it. */
    private void after(KeyEvent key, Runnable move, boolean goOn) {
        key.consume();
        if (!model.enter(editor.getText())) {
            if (!editor.getStyleClass().contains("refused")) {
                editor.getStyleClass().add("refused");
            }
            return;
        }
        close();
        requestFocus();
        move.run();
        if (goOn && key.getCode() == KeyCode.TAB) {
            edit(model.all(model.chosenProperty().get().u(), model.chosenProperty().get().v()));
            editor.selectAll();
        }
    }

    private void leaveEditor() {
        if (editor.isVisible()) {
            editor.setVisible(false);
            model.enter(editor.getText());
        }
    }

    private void close() {
        editor.setVisible(false);
    }
}
