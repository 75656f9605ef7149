package tadpole.app.image;

import tadpole.engine.recipe.Words;

/** Numbers as cells hold them: whole numbers as they are, others with a few significant digits. */
final class CellText {

    /** Significant digits where one reads. */
    static final int READ = 4;
    /** The fewest that still say something. */
    static final int FEWEST = 2;
    private static final float LONGEST_WHOLE = 1e6f;

    private CellText() {}

    static String of(float value, int digits) {
        if (!Float.isFinite(value)) {
            return Float.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
        }
        if (value == Math.rint(value) && Math.abs(value) < LONGEST_WHOLE) {
            return Integer.toString((int) value);
        }
        return Words.rounded(value, digits);
    }
}
