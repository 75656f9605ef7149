package tadpole.engine.picture.harmonize;

import java.util.Arrays;

/**
 * Which place of a painting's maps each place of a picture's maps took.
 *
 * @param height         of the picture's maps
 * @param width          of the picture's maps
 * @param paintingHeight of the painting's maps
 * @param paintingWidth  of the painting's maps
 * @param places         row by row, y · paintingWidth + x in the painting's maps; {@link #NONE} where nobody asked
 * @param similarities   how alike the two patches are; 0 where nobody asked
 */
public record Matches(int height, int width, int paintingHeight, int paintingWidth, int[] places, float[] similarities) {

    /** Where a place has no match. */
    public static final int NONE = -1;

    public Matches {
        if (places.length != height * width || similarities.length != height * width) {
            throw new IllegalArgumentException("Maps of %d×%d places have so many matches, but here are %d and %d similarities.".formatted(
                    width, height, places.length, similarities.length));
        }
    }

    public boolean has(int y, int x) {
        return y >= 0 && y < height && x >= 0 && x < width && places[y * width + x] != NONE;
    }

    /** Row in the painting's maps. */
    public int row(int y, int x) {
        return places[y * width + x] / paintingWidth;
    }

    /** Column in the painting's maps. */
    public int column(int y, int x) {
        return places[y * width + x] % paintingWidth;
    }

    /** How many places have a match. */
    public int count() {
        return (int) Arrays.stream(places).filter(place -> place != NONE).count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matches same && height == same.height && width == same.width && paintingHeight == same.paintingHeight
                && paintingWidth == same.paintingWidth && Arrays.equals(places, same.places) && Arrays.equals(similarities, same.similarities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(places);
    }

    @Override
    public String toString() {
        return "%d matches of %d×%d places in %d×%d".formatted(count(), width, height, paintingWidth, paintingHeight);
    }
}
