package tadpole.app.xray;

/**
 * How cells share out a room: whole pixels for each where there is room, else square blocks of cells for each pixel, of which the strongest
 * number is shown.
 *
 * @param rows   of blocks
 * @param block  cells of a block along each side
 * @param pixels of a block along each side
 */
record Blocks(int rows, int columns, int block, int pixels) {

    static Blocks fitting(Cells cells, double width, double height, int mostPixels) {
        int pixels = (int) Math.min(mostPixels, Math.min(width / cells.columns(), height / cells.rows()));
        if (pixels >= 1) {
            return new Blocks(cells.rows(), cells.columns(), 1, pixels);
        }
        int block = (int) Math.max(1, Math.ceil(Math.max(cells.columns() / Math.max(1, width), cells.rows() / Math.max(1, height))));
        return new Blocks(Math.ceilDiv(cells.rows(), block), Math.ceilDiv(cells.columns(), block), block, 1);
    }

    double width() {
        return columns * (double) pixels;
    }

    double height() {
        return rows * (double) pixels;
    }

    /** The place of the strongest number in a block. */
    int strongest(Cells cells, int row, int column) {
        int best = row * block * cells.columns() + column * block;
        for (int y = row * block; y < Math.min((row + 1) * block, cells.rows()); y++) {
            for (int x = column * block; x < Math.min((column + 1) * block, cells.columns()); x++) {
                int at = y * cells.columns() + x;
                double value = cells.values()[at];
                if (!Double.isFinite(value) || Math.abs(value) > Math.abs(cells.values()[best])) {
                    best = at;
                }
            }
        }
        return best;
    }

    int row(Cells cells, int index) {
        return index / cells.columns() / block;
    }

    int column(Cells cells, int index) {
        return index % cells.columns() / block;
    }
}
