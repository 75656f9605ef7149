package tadpole.samples.digits;

import tadpole.samples.drawing.Dice;

/** A round way of the pen about a center, turned by a tilt. Degrees count clockwise from the right, as y points down. */
record Ring(double x, double y, double radiusX, double radiusY, double tilt) {

    /** A stroke from an angle over a sweep (negative: counter-clockwise) whose end lies farther out by the drift. */
    Stroke stroke(double begin, double sweep, double drift, Dice dice) {
        int spans = Math.max(3, (int) Math.abs(sweep / 40));
        double egg = dice.around(0, 0.1);
        double cosine = StrictMath.cos(StrictMath.toRadians(tilt));
        double sine = StrictMath.sin(StrictMath.toRadians(tilt));
        Stroke stroke = null;
        for (int i = 0; i <= spans; i++) {
            double angle = StrictMath.toRadians(begin - tilt + sweep * i / spans);
            double out = 1 + drift * i / spans;
            double along = out * radiusX * StrictMath.cos(angle);
            double across = out * radiusY * StrictMath.sin(angle) * (1 + egg * StrictMath.cos(angle));
            double px = x + cosine * along - sine * across;
            double py = y + sine * along + cosine * across;
            stroke = stroke == null ? Stroke.from(px, py) : stroke.to(px, py);
        }
        return stroke;
    }
}
