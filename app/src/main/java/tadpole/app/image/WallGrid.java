package tadpole.app.image;

import tadpole.engine.insight.LayerPictures;

/**
 * How pictures of one size stand on a wall.
 *
 * @param wide of each, in pixels
 */
record WallGrid(int columns, int rows, int wide, int high) {

    static final WallGrid NOTHING = new WallGrid(0, 0, 1, 1);

    private static final int GAP = 4;
    /** So many are worth more than larger ones. */
    private static final int WANTED = 28;
    private static final int LARGEST = 256;
    /** So many times higher than wide, or wider than high, a number of a matrix may be drawn, as long as its row has one pixel. */
    private static final int LONGEST_CELL = 12;
    private static final int LARGEST_CELL = 24;
    private static final int LEAST_SQUARE = 4;

    /** The largest whole multiple at which enough are seen; smaller than the picture only where not even one fits. */
    static WallGrid of(LayerPictures pictures, int width, int height) {
        int rows = pictures.picture().at(1);
        int columns = pictures.picture().at(2);
        if (pictures.isMatrix()) {
            return matrix(rows, columns, width, height);
        }
        int wanted = Math.min(pictures.count(), WANTED);
        int most = Math.max(1, LARGEST / Math.max(rows, columns));
        for (int scale = Math.min(most, Math.min((width - 2) / columns, (height - 2) / rows)); scale >= 1; scale--) {
            WallGrid grid = fitting(columns * scale, rows * scale, width, height);
            if (grid.columns * grid.rows >= wanted || scale == 1) {
                return grid.noMoreThan(pictures.count());
            }
        }
        double shrink = Math.min((width - 2.0) / columns, (height - 2.0) / rows);
        return fitting(Math.max(1, (int) (columns * shrink)), Math.max(1, (int) (rows * shrink)), width, height).noMoreThan(pictures.count());
    }

    /** All numbers of a layer in one picture: whole multiples of its own along each side, or shrunk there. */
    private static WallGrid matrix(int rows, int columns, int width, int height) {
        int across = Math.clamp((width - 2) / columns, 1, LARGEST_CELL);
        int down = Math.clamp((height - 2) / rows, 1, LARGEST_CELL);
        if (rows == columns && Math.min(across, down) >= LEAST_SQUARE) {
            // As many rows as columns may be a picture in rows: it is not stretched.
            return new WallGrid(1, 1, columns * Math.min(across, down), rows * Math.min(across, down));
        }
        int wide = Math.min(width - 2, columns * Math.min(across, LONGEST_CELL * down));
        int high = Math.min(height - 2, rows * Math.min(down, LONGEST_CELL * across));
        return new WallGrid(1, 1, Math.max(1, wide), Math.max(1, high));
    }

    private static WallGrid fitting(int wide, int high, int width, int height) {
        return new WallGrid(Math.max(1, (width - 2 + GAP) / (wide + GAP)), Math.max(1, (height - 2 + GAP) / (high + GAP)), wide, high);
    }

    private WallGrid noMoreThan(int count) {
        int across = Math.min(columns, count);
        return new WallGrid(across, Math.min(rows, Math.ceilDiv(count, across)), wide, high);
    }

    /** Of all of them, with the hairlines about them. */
    int width() {
        return columns * (wide + GAP) - GAP + 2;
    }

    int height() {
        return rows * (high + GAP) - GAP + 2;
    }

    int left(int place) {
        return 1 + Math.floorMod(place, Math.max(1, columns)) * (wide + GAP);
    }

    int top(int place) {
        return 1 + Math.floorDiv(place, Math.max(1, columns)) * (high + GAP);
    }

    /** The place under a point; -1 where there is none. */
    int at(double x, double y) {
        int column = (int) Math.floor(x / (wide + GAP));
        int row = (int) Math.floor(y / (high + GAP));
        boolean inside = column >= 0 && column < columns && row >= 0 && row < rows;
        return inside ? row * columns + column : -1;
    }
}
