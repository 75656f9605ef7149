package tadpole.engine.picture.studio;

import tadpole.engine.picture.Box;

/** Points to points: u = a x + b y + c, v = d x + e y + f. Pixel i of a row reaches from i to i + 1. */
record Affine(double a, double b, double c, double d, double e, double f) {

    private static final double NOTHING = 1e-12;

    /** From the object's pixels to the painting's. */
    static Affine of(Placement placement, int objectHeight, int objectWidth) {
        double radians = StrictMath.toRadians(placement.degrees());
        double cos = placement.scale() * straight(StrictMath.cos(radians));
        double sin = placement.scale() * straight(StrictMath.sin(radians));
        double mirror = placement.flipped() ? -1 : 1;
        double middleX = objectWidth / 2.0;
        double middleY = objectHeight / 2.0;
        return new Affine(
                mirror * cos, -sin, placement.x() - mirror * cos * middleX + sin * middleY,
                mirror * sin, cos, placement.y() - mirror * sin * middleX - cos * middleY);
    }

    /** A right angle is one. */
    private static double straight(double value) {
        return Math.abs(value) < NOTHING ? 0 : value;
    }

    double u(double x, double y) {
        return a * x + b * y + c;
    }

    double v(double x, double y) {
        return d * x + e * y + f;
    }

    Affine inverse() {
        double determinant = a * e - b * d;
        return new Affine(e / determinant, -b / determinant, (b * f - e * c) / determinant,
                -d / determinant, a / determinant, (d * c - a * f) / determinant);
    }

    /** First this, then the next. */
    Affine then(Affine next) {
        return new Affine(
                next.a * a + next.b * d, next.a * b + next.b * e, next.a * c + next.b * f + next.c,
                next.d * a + next.e * d, next.d * b + next.e * e, next.d * c + next.e * f + next.f);
    }

    /** Pixels that one pixel becomes, along a line. */
    double scale() {
        return Math.sqrt(Math.abs(a * e - b * d));
    }

    /** Where a box comes to lie that is so many pixels wider on every side: nothing stays nothing. */
    Box of(Box box, double margin) {
        if (box.isEmpty()) {
            return Box.NOTHING;
        }
        double[] x = {box.x() - margin, box.right() + margin};
        double[] y = {box.y() - margin, box.bottom() + margin};
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (double px : x) {
            for (double py : y) {
                left = Math.min(left, u(px, py));
                right = Math.max(right, u(px, py));
                top = Math.min(top, v(px, py));
                bottom = Math.max(bottom, v(px, py));
            }
        }
        return Box.between((int) Math.floor(left), (int) Math.floor(top), (int) Math.ceil(right), (int) Math.ceil(bottom));
    }
}
