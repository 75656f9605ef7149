package tadpole.engine.picture.made;

import tadpole.engine.tensor.Seed;

/** Random values on a grid of whole numbers, smoothly joined between them (value noise): from 0 to 1. */
final class ValueNoise {

    private static final int FRACTION_BITS = 24;
    private static final double ONE = 1 << FRACTION_BITS;

    private final int seed;

    ValueNoise(Seed seed) {
        this.seed = (int) seed.value() ^ (int) (seed.value() >>> 32);
    }

    double at(double x, double y) {
        double floorX = Math.floor(x);
        double floorY = Math.floor(y);
        int column = (int) floorX;
        int row = (int) floorY;
        double along = smooth(x - floorX);
        double down = smooth(y - floorY);
        double upper = corner(column, row) + along * (corner(column + 1, row) - corner(column, row));
        double lower = corner(column, row + 1) + along * (corner(column + 1, row + 1) - corner(column, row + 1));
        return upper + down * (lower - upper);
    }

    /** With a second one, twice as fine and half as strong. */
    double rough(double x, double y) {
        return (2 * at(x, y) + at(2 * x + 17, 2 * y + 31)) / 3;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private double corner(int x, int y) {
        int hash = x * 0x27d4eb2d ^ y * 0x165667b1 ^ seed;
        hash = (hash ^ hash >>> 15) * 0x2c1b3c6d;
        hash = (hash ^ hash >>> 12) * 0x297a2d39;
        return (hash >>> 8) / ONE;
    }
}
