package tadpole.app.pane.kernels;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.recipe.Words;

/** A kernel while its numbers are edited: one cell is chosen; typing, dragging and the wheel change it. */
public final class KernelGridModel {

    /** A place in the kernel. */
    public record Cell(int u, int v) {}

    /** As many significant digits as are ever written into a cell. */
    public static final int DIGITS = 4;

    private static final double MOST = 1e6;
    private static final double PIXELS_A_STEP = 4;
    private static final int LARGE = 10;

    private final KernelEdits edits;
    private final ReadOnlyObjectWrapper<Kernel> kernel;
    private final ObjectProperty<Cell> chosen = new SimpleObjectProperty<>(new Cell(0, 0));
    private final BooleanProperty editable = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private Gesture gesture = Gesture.NONE;
    private boolean setting;

    /** @param moved in tenths of a step; of a drag in tenths of a step's pixels */
    private record Gesture(String kind, Cell cell, float start, BigDecimal step, double moved) {

        static final Gesture NONE = new Gesture("", new Cell(-1, -1), 0, BigDecimal.ZERO, 0);
    }

    public KernelGridModel(Kernel start, KernelEdits edits) {
        this.kernel = new ReadOnlyObjectWrapper<>(start);
        this.edits = edits;
    }

    public ReadOnlyObjectProperty<Kernel> kernelProperty() {
        return kernel.getReadOnlyProperty();
    }

    /** The kernel as it is now, whoever changed it. */
    public void show(Kernel now) {
        if (!setting && !now.equals(kernel.get())) {
            // Somebody else changed it, such as undo: a gesture that goes on begins from there.
            gesture = Gesture.NONE;
        }
        // Before the kernel, so that who listens to it finds a cell of it.
        chosen.set(new Cell(Math.min(chosen.get().u(), now.height() - 1), Math.min(chosen.get().v(), now.width() - 1)));
        kernel.set(now);
    }

    public ObjectProperty<Cell> chosenProperty() {
        return chosen;
    }

    /** False where the numbers are only looked at. */
    public BooleanProperty editableProperty() {
        return editable;
    }

    /** Why the last text was not taken, in one sentence; empty where it was. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** The nearest cell there is. */
    public void choose(int u, int v) {
        chosen.set(new Cell(Math.clamp(u, 0, kernel.get().height() - 1), Math.clamp(v, 0, kernel.get().width() - 1)));
    }

    public void move(int down, int right) {
        choose(chosen.get().u() + down, chosen.get().v() + right);
    }

    /** Row by row; false where there is no further cell. @param by 1 or -1 */
    public boolean advance(int by) {
        int next = chosen.get().u() * kernel.get().width() + chosen.get().v() + by;
        if (next < 0 || next >= kernel.get().height() * kernel.get().width()) {
            return false;
        }
        choose(next / kernel.get().width(), next % kernel.get().width());
        return true;
    }

    /** What a person typed into the chosen cell; false where it is refused and the old value stays. */
    public boolean enter(String typed) {
        endGesture();
        OptionalDouble number = read(typed);
        if (number.isEmpty() || !(Math.abs(number.getAsDouble()) <= MOST)) {
            refusal.set("\"%s\" is no number from -1000000 to 1000000. Type one such as -2, 0.5 or 1/9.".formatted(typed.strip()));
            return false;
        }
        refusal.set("");
        float value = (float) number.getAsDouble();
        Cell cell = chosen.get();
        if (editable.get() && kernel.get().at(cell.u(), cell.v()) != value) {
            edits.change(kernel.get().with(cell.u(), cell.v(), value));
        }
        return true;
    }

    /** A number, or a fraction of two. */
    private static OptionalDouble read(String typed) {
        String[] parts = typed.strip().replace('\u2212', '-').replace(',', '.').split("/", -1);
        try {
            double number = Double.parseDouble(parts[0]);
            return switch (parts.length) {
                case 1 -> OptionalDouble.of(number);
                case 2 -> OptionalDouble.of(number / Double.parseDouble(parts[1]));
                default -> OptionalDouble.empty();
            };
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }

    public void clearRefusal() {
        refusal.set("");
    }

    /** Pulls the chosen cell's value up or down; until {@link #endGesture} it is one change. @param up pixels since the last call */
    public void drag(double up, boolean fine) {
        if (!gesture.kind().equals("drag") || !gesture.cell().equals(chosen.get())) {
            begin("drag");
        }
        double moved = gesture.moved() + up * (fine ? 1 : LARGE);
        gesture = new Gesture("drag", gesture.cell(), gesture.start(), gesture.step(), moved);
        set(fine ? Math.round(moved / PIXELS_A_STEP) : Math.round(moved / PIXELS_A_STEP / LARGE) * LARGE);
    }

    /** Turns the chosen cell's value; on one cell, until {@link #endGesture}, it is one change. @param notches upward */
    public void turn(int notches, boolean large, boolean fine) {
        if (!gesture.kind().equals("wheel") || !gesture.cell().equals(chosen.get())) {
            begin("wheel");
        }
        double moved = gesture.moved() + notches * (large ? LARGE * LARGE : fine ? 1 : LARGE);
        gesture = new Gesture("wheel", gesture.cell(), gesture.start(), gesture.step(), moved);
        set(Math.round(moved));
    }

    /** The mouse was released, or left the cell. */
    public void endGesture() {
        if (gesture != Gesture.NONE) {
            gesture = Gesture.NONE;
            edits.endGesture();
        }
    }

    private void begin(String kind) {
        endGesture();
        refusal.set("");
        Cell cell = chosen.get();
        gesture = new Gesture(kind, cell, kernel.get().at(cell.u(), cell.v()), step(), 0);
    }

    private void set(long tenths) {
        BigDecimal value = new BigDecimal(Float.toString(gesture.start())).add(gesture.step().movePointLeft(1).multiply(BigDecimal.valueOf(tenths)));
        float bounded = (float) Math.clamp(value.doubleValue(), -MOST, MOST);
        Cell cell = gesture.cell();
        if (editable.get() && kernel.get().at(cell.u(), cell.v()) != bounded) {
            setting = true;
            edits.change(gesture.kind() + cell, kernel.get().with(cell.u(), cell.v(), bounded));
            setting = false;
        }
    }

    /** What one notch of the wheel, or four pixels of a drag, add: the power of ten that is at most a tenth of the greatest number. */
    public BigDecimal step() {
        double greatest = greatest();
        int power = greatest == 0 ? -1 : (int) Math.floor(Math.log10(greatest / LARGE) + 1e-6);
        return BigDecimal.ONE.scaleByPowerOfTen(Math.clamp(power, -6, 4));
    }

    private double greatest() {
        double greatest = 0;
        for (float value : kernel.get().values()) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        return greatest;
    }

    /** From -1 to 1: how far below or above zero, in parts of the greatest number. */
    public double share(int u, int v) {
        double greatest = greatest();
        return greatest == 0 ? 0 : kernel.get().at(u, v) / greatest;
    }

    /** With so many significant digits. */
    public String text(int u, int v, int digits) {
        return Words.rounded(exact(u, v), digits);
    }

    /** All digits. */
    public String all(int u, int v) {
        return new BigDecimal(Float.toString(kernel.get().at(u, v))).stripTrailingZeros().toPlainString();
    }

    /** The decimal number that a float is written as. */
    private double exact(int u, int v) {
        return Double.parseDouble(Float.toString(kernel.get().at(u, v)));
    }

    /** The most digits, from four down to one, with which no number is longer than so many characters. */
    public int digits(int characters) {
        return IntStream.iterate(DIGITS, digits -> digits > 1, digits -> digits - 1).filter(digits -> longest(digits) <= characters).findFirst().orElse(1);
    }

    /** Characters of the longest number with so many digits. */
    public int longest(int digits) {
        return cells().map(i -> text(i / kernel.get().width(), i % kernel.get().width(), digits).length()).max().orElse(1);
    }

    /** Whether a number is written shorter than with four digits. */
    public boolean isRounded(int digits) {
        return cells().anyMatch(i -> !text(i / kernel.get().width(), i % kernel.get().width(), digits)
                .equals(text(i / kernel.get().width(), i % kernel.get().width(), DIGITS)));
    }

    private IntStream cells() {
        return IntStream.range(0, kernel.get().height() * kernel.get().width());
    }
}
