package tadpole.engine.kernel;

/**
 * The tiles of 4x4 outputs of a batch, and their blocks: some whole rows of tiles of one image, or some whole images.
 *
 * @param strips images in a block, at least 1
 * @param stripRows rows of tiles of each image in a block
 */
record WinogradGrid(int images, int rows, int columns, int strips, int stripRows) {
    /** Blocks of about {@code target} tiles. */
    static WinogradGrid of(ConvolutionShape shape, int target) {
        int rows = Math.ceilDiv(shape.outHeight(), 4);
        int columns = Math.ceilDiv(shape.outWidth(), 4);
        if (rows * columns <= target) {
            return new WinogradGrid(shape.batch(), rows, columns, Math.max(1, Math.min(shape.batch(), target / (rows * columns))), rows);
        }
        int parts = Math.ceilDiv(rows, Math.max(1, target / columns));
        return new WinogradGrid(shape.batch(), rows, columns, 1, Math.ceilDiv(rows, parts));
    }

    private int partsOfImage() {
        return Math.ceilDiv(rows, stripRows);
    }

    int blocks() {
        return partsOfImage() * Math.ceilDiv(images, strips);
    }

    int strips(int block) {
        return Math.min(strips, images - firstImage(block));
    }

    int firstImage(int block) {
        return block / partsOfImage() * strips;
    }

    /** The first row of tiles of each strip. */
    int firstRow(int block) {
        return block % partsOfImage() * stripRows;
    }

    int rows(int block) {
        return Math.min(stripRows, rows - firstRow(block));
    }

    int tilesOfStrip(int block) {
        return rows(block) * columns;
    }

    /** Tiles of a whole block, filled up to whole tiles of a product. */
    int room() {
        return Math.ceilDiv(strips * stripRows * columns, Tile.ROWS) * Tile.ROWS;
    }
}
