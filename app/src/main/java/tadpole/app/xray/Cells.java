package tadpole.app.xray;

import java.util.Optional;
import java.util.function.IntFunction;
import tadpole.engine.formula.Address;

/**
 * Numbers in rows and columns, as a {@link NumberGrid} shows them.
 *
 * @param name    what they are, for who hovers or listens: "linear1.weight"
 * @param values  rows · columns of them, row by row
 * @param address where each of them stands; empty where it has no arithmetic. One that is NaN and stands nowhere is a gap
 * @param place   how people call the place of each: "3, 17"
 */
public record Cells(
        String name, int rows, int columns, double[] values, IntFunction<Optional<Address>> address, IntFunction<String> place, Tone tone) {

    public Cells {
        if (rows < 1 || columns < 1 || values.length != rows * columns) {
            throw new IllegalArgumentException(
                    "%s: %d rows of %d columns do not hold %d numbers.".formatted(name, rows, columns, values.length));
        }
    }

    /** With places of row and column. */
    public Cells(String name, int rows, int columns, double[] values, IntFunction<Optional<Address>> address, Tone tone) {
        this(name, rows, columns, values, address, index -> rows == 1 ? Integer.toString(index) : index / columns + ", " + index % columns, tone);
    }

    /** In a tone that fits the numbers. */
    public static Cells of(String name, int rows, int columns, float[] values, IntFunction<Address> address) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return new Cells(name, rows, columns, wide, index -> Optional.of(address.apply(index)), Tone.fitting(wide));
    }

    public Cells in(Tone other) {
        return new Cells(name, rows, columns, values, address, place, other);
    }

    boolean isGap(int index) {
        return Double.isNaN(values[index]) && address.apply(index).isEmpty();
    }

    /** What one reads when pointing at a number: all its digits; nothing at a gap. */
    String said(int index) {
        return isGap(index) ? "" : "%s [%s] = %s".formatted(name, place.apply(index), NumberText.exact(values[index]));
    }
}
