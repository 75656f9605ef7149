package tadpole.engine.picture.made;

import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** A colored picture while shapes are painted on it, later ones over earlier ones. Lengths are in heights of the picture. */
final class Painting {

    /** From where light falls on what is round: right, above, toward us. */
    private static final double LIGHT_X = 0.55;
    private static final double LIGHT_Y = -0.55;
    private static final double LIGHT_Z = 0.63;

    private final int height;
    private final int width;
    private final float[] values;
    private final Tone tone = new Tone();

    /** Sets the tone of a place. */
    @FunctionalInterface
    interface Ground {
        void at(double x, double y, Tone tone);
    }

    Painting(int height, int width) {
        this.height = height;
        this.width = width;
        this.values = new float[3 * height * width];
    }

    /** Width over height. */
    double aspect() {
        return (double) width / height;
    }

    /** Every pixel anew, from what it is. */
    void cover(Ground ground) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                load(y, x);
                ground.at((x + 0.5) / height, (y + 0.5) / height, tone);
                store(y, x);
            }
        }
    }

    /** An ellipsoid lit from the upper right. @param turn of its axes, clockwise, in radians */
    void ball(double middleX, double middleY, double radiusX, double radiusY, double turn, Tone color, double opaque) {
        ellipse(middleX, middleY, radiusX, radiusY, turn, opaque, (u, v, into) -> {
            double out = Math.sqrt(Math.max(0, 1 - u * u - v * v));
            double lit = Math.max(0, u * LIGHT_X + v * LIGHT_Y + out * LIGHT_Z);
            into.set(color).times(0.42 + 0.72 * lit);
        });
    }

    /** A flat ellipse of one color. */
    void spot(double middleX, double middleY, double radiusX, double radiusY, double turn, Tone color, double opaque) {
        ellipse(middleX, middleY, radiusX, radiusY, turn, opaque, (_, _, into) -> into.set(color));
    }

    /** @param ground gets places within the ellipse, whose rim is at distance 1 of its middle */
    void ellipse(double middleX, double middleY, double radiusX, double radiusY, double turn, double opaque, Ground ground) {
        double cosine = StrictMath.cos(turn);
        double sine = StrictMath.sin(turn);
        double reach = Math.max(radiusX, radiusY) + 1.0 / height;
        Tone color = new Tone();
        for (int y = first(middleY - reach); y <= last(middleY + reach, height); y++) {
            for (int x = first(middleX - reach); x <= last(middleX + reach, width); x++) {
                double offX = (x + 0.5) / height - middleX;
                double offY = (y + 0.5) / height - middleY;
                double u = (offX * cosine + offY * sine) / radiusX;
                double v = (offY * cosine - offX * sine) / radiusY;
                double length = Math.sqrt(u * u + v * v);
                double slope = Math.sqrt(u * u / (radiusX * radiusX) + v * v / (radiusY * radiusY));
                double distance = slope == 0 ? -1 : length * (length - 1) / slope * height;
                double cover = opaque * Sheet.cover(distance);
                if (cover > 0) {
                    ground.at(u, v, color);
                    lay(y, x, color, cover);
                }
            }
        }
    }

    /** A line with round ends, from one thickness to another. */
    void stroke(double fromX, double fromY, double toX, double toY, double fromThick, double toThick, Tone color) {
        double reach = Math.max(fromThick, toThick) / 2 + 1.0 / height;
        double alongX = toX - fromX;
        double alongY = toY - fromY;
        double square = Math.max(1e-12, alongX * alongX + alongY * alongY);
        for (int y = first(Math.min(fromY, toY) - reach); y <= last(Math.max(fromY, toY) + reach, height); y++) {
            for (int x = first(Math.min(fromX, toX) - reach); x <= last(Math.max(fromX, toX) + reach, width); x++) {
                double offX = (x + 0.5) / height - fromX;
                double offY = (y + 0.5) / height - fromY;
                double t = Math.clamp((offX * alongX + offY * alongY) / square, 0, 1);
                double acrossX = offX - t * alongX;
                double acrossY = offY - t * alongY;
                double distance = Math.sqrt(acrossX * acrossX + acrossY * acrossY) - (fromThick + t * (toThick - fromThick)) / 2;
                double cover = Sheet.cover(distance * height);
                if (cover > 0) {
                    lay(y, x, color, cover);
                }
            }
        }
    }

    /** A blade that bends: a quadratic curve of a few straight strokes. */
    void blade(double[] from, double[] bend, double[] to, double fromThick, double toThick, Tone color) {
        int parts = 12;
        double beforeX = from[0];
        double beforeY = from[1];
        for (int i = 1; i <= parts; i++) {
            double t = (double) i / parts;
            double x = (1 - t) * (1 - t) * from[0] + 2 * t * (1 - t) * bend[0] + t * t * to[0];
            double y = (1 - t) * (1 - t) * from[1] + 2 * t * (1 - t) * bend[1] + t * t * to[1];
            double thick = fromThick + t * (toThick - fromThick);
            stroke(beforeX, beforeY, x, y, thick + (fromThick - toThick) / parts, thick, color);
            beforeX = x;
            beforeY = y;
        }
    }

    Picture picture(String name) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Sheet.level(values[i]);
        }
        return Picture.ofBytes(name, Tensor.of(Shape.of(3, height, width), values));
    }

    private int first(double place) {
        return Math.max(0, (int) Math.floor(place * height));
    }

    private int last(double place, int size) {
        return Math.min(size - 1, (int) Math.ceil(place * height));
    }

    private void lay(int y, int x, Tone color, double cover) {
        load(y, x);
        tone.toward(color, cover);
        store(y, x);
    }

    private void load(int y, int x) {
        int area = height * width;
        int at = y * width + x;
        tone.set(values[at], values[area + at], values[2 * area + at]);
    }

    private void store(int y, int x) {
        int area = height * width;
        int at = y * width + x;
        values[at] = (float) tone.red;
        values[area + at] = (float) tone.green;
        values[2 * area + at] = (float) tone.blue;
    }
}
