package tadpole.app.xray;

import java.util.Optional;
import java.util.function.IntFunction;
import tadpole.engine.formula.Address;

/**
 * Numbers in rows and columns, as a {@link NumberGrid} shows them.
 *
 * @param name    what they are, for who hovers or listens: "linear1.weight"
 * @param values  rows · columns of them, row by row
 * @param address where each of them stands; empty where it has no arithmetic
 */
public record Cells(String name, int rows, int columns, double[] values, IntFunction<Optional<Address>> address, Tone tone) {

    public Cells {
        if (rows < 1 || columns < 1 || values.length != rows * columns) {
            throw new IllegalArgumentException(
                    "%s: %d rows of %d columns do not hold %d numbers.".formatted(name, rows, columns, values.length));
        }
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
        return new Cells(name, rows, columns, values, address, other);
    }

    /** What one reads when pointing at a number: all its digits. */
    String said(int index) {
        String place = rows == 1 ? Integer.toString(index) : index / columns + ", " + index % columns;
        return "%s [%s] = %s".formatted(name, place, NumberText.exact(values[index]));
    }
}
