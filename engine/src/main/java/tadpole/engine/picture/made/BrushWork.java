package tadpole.engine.picture.made;

import java.util.random.RandomGenerator;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Paints a picture anew with strokes of a brush, from broad to fine, each along the flow, a finer one only where the canvas is still off: the
 * idea of Hertzmann 1998, Painterly rendering with curved brush strokes of multiple sizes. Paint has a thickness, which light falls on.
 */
final class BrushWork {

    private static final double NOMINAL_HEIGHT = 400;

    private final Picture seen;
    private final Flow flow;
    private final Brush brush;
    private final int height;
    private final int width;
    private final float[] canvas;
    private final Field thickness;
    private final ValueNoise hairs;
    private final Tone tone = new Tone();

    BrushWork(Picture seen, Flow flow, Brush brush, Tone ground, Seed seed) {
        this.seen = seen;
        this.flow = flow;
        this.brush = brush;
        this.height = seen.height();
        this.width = seen.width();
        this.canvas = new float[3 * height * width];
        this.thickness = new Field(height, width);
        this.hairs = new ValueNoise(seed.derive("hairs"));
        for (int i = 0; i < height * width; i++) {
            put(i, ground, 1);
        }
    }

    Picture paint(String name, Seed seed) {
        double unit = height / NOMINAL_HEIGHT;
        for (int layer = 0; layer < brush.radii().length; layer++) {
            layer(Math.max(1, brush.radii()[layer] * unit), layer == 0, seed.derive("layer " + layer).generator());
        }
        light();
        for (int i = 0; i < canvas.length; i++) {
            canvas[i] = Sheet.level(canvas[i]);
        }
        return Picture.ofBytes(name, Tensor.of(Shape.of(3, height, width), canvas));
    }

    private void layer(double radius, boolean everywhere, RandomGenerator random) {
        Field[] wanted = {Field.channel(seen, 0).blurred(radius / 2), Field.channel(seen, 1).blurred(radius / 2), Field.channel(seen, 2).blurred(radius / 2)};
        int strokes = (int) Math.ceil(brush.density() * height * width / (4 * radius * radius));
        for (int i = 0; i < strokes; i++) {
            double x = random.nextDouble(width);
            double y = random.nextDouble(height);
            double stray = brush.jitter();
            double shade = random.nextGaussian() * stray;
            tone.set(wanted[0].at(y, x), wanted[1].at(y, x), wanted[2].at(y, x));
            boolean off = everywhere || distance(y, x, tone) > brush.tolerance();
            tone.set(tone.red + shade + random.nextGaussian() * stray / 2, tone.green + shade + random.nextGaussian() * stray / 2,
                    tone.blue + shade + random.nextGaussian() * stray / 2);
            double length = brush.length() * radius * random.nextDouble(0.6, 1.4);
            double pressure = random.nextDouble(0.75, 1.1);
            double salt = random.nextDouble(1000);
            if (off) {
                stroke(y, x, radius * pressure, length, salt, wanted);
            }
        }
    }

    private double distance(double y, double x, Tone color) {
        int i = Math.min(height - 1, (int) y) * width + Math.min(width - 1, (int) x);
        int area = height * width;
        return Math.abs(canvas[i] - color.red) + Math.abs(canvas[area + i] - color.green) + Math.abs(canvas[2 * area + i] - color.blue);
    }

    /** From its middle both ways, bending with the flow; it ends where the wanted color is another. */
    private void stroke(double y, double x, double radius, double length, double salt, Field[] wanted) {
        double step = Math.max(1, radius / 2);
        int most = (int) Math.max(1, length / 2 / step);
        double start = flow.angle(y, x);
        for (int way = 0; way < 2; way++) {
            double headingX = StrictMath.cos(start) * (way == 0 ? 1 : -1);
            double headingY = StrictMath.sin(start) * (way == 0 ? 1 : -1);
            double atX = x;
            double atY = y;
            for (int i = 0; i < most; i++) {
                double nextX = atX + step * headingX;
                double nextY = atY + step * headingY;
                double off = Math.abs(wanted[0].at(nextY, nextX) - tone.red) + Math.abs(wanted[1].at(nextY, nextX) - tone.green)
                        + Math.abs(wanted[2].at(nextY, nextX) - tone.blue);
                if (i > 0 && off > 60 + 6 * brush.jitter()) {
                    break;
                }
                double along = (way == 0 ? i : -i) * step;
                double thin = Math.min(1, 0.35 + 1.3 * (most - i) / most);
                piece(atY, atX, nextY, nextX, headingY, headingX, radius * thin, along, salt);
                double turn = flow.angle(nextY, nextX);
                double turnX = StrictMath.cos(turn);
                double turnY = StrictMath.sin(turn);
                double same = turnX * headingX + turnY * headingY < 0 ? -1 : 1;
                headingX = 0.5 * headingX + 0.5 * same * turnX;
                headingY = 0.5 * headingY + 0.5 * same * turnY;
                double norm = Math.max(1e-9, Math.sqrt(headingX * headingX + headingY * headingY));
                headingX /= norm;
                headingY /= norm;
                atX = nextX;
                atY = nextY;
            }
        }
    }

    private void piece(double fromY, double fromX, double toY, double toX, double headingY, double headingX, double radius, double along, double salt) {
        double length = Math.sqrt((toX - fromX) * (toX - fromX) + (toY - fromY) * (toY - fromY));
        int top = Math.max(0, (int) Math.floor(Math.min(fromY, toY) - radius));
        int bottom = Math.min(height - 1, (int) Math.ceil(Math.max(fromY, toY) + radius));
        int left = Math.max(0, (int) Math.floor(Math.min(fromX, toX) - radius));
        int right = Math.min(width - 1, (int) Math.ceil(Math.max(fromX, toX) + radius));
        double fine = 3.2 / radius;
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double offX = column + 0.5 - fromX;
                double offY = row + 0.5 - fromY;
                double ahead = offX * headingX + offY * headingY;
                double across = offY * headingX - offX * headingY;
                double beyond = ahead - Math.clamp(ahead, 0, length);
                double from = Math.sqrt(across * across + beyond * beyond);
                double cover = Sheet.cover(from - radius);
                if (cover <= 0) {
                    continue;
                }
                double hair = hairs.at(salt + across * fine, salt + (along + ahead) * 0.06);
                double rim = from / radius;
                double opaque = cover * Math.clamp(1.35 - brush.bristles() * (0.7 * rim * rim + 0.9 * (1 - hair)), 0.12, 1);
                int i = row * width + column;
                put(i, tone, opaque);
                float thick = (float) (0.4 + 0.6 * hair - 0.3 * rim * rim);
                thickness.values[i] += (float) opaque * (thick - thickness.values[i]);
            }
        }
    }

    private void put(int i, Tone color, double opaque) {
        int area = height * width;
        canvas[i] += (float) (opaque * (color.red - canvas[i]));
        canvas[area + i] += (float) (opaque * (color.green - canvas[area + i]));
        canvas[2 * area + i] += (float) (opaque * (color.blue - canvas[2 * area + i]));
    }

    /** From the upper left onto what is thick. */
    private void light() {
        int area = height * width;
        Field soft = thickness.blurred(0.6);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double slope = soft.at(y, x) - soft.at(y - 1, x - 1) + 0.5 * (soft.at(y, x + 1) - soft.at(y, x - 1));
                double light = brush.relief() * 120 * slope;
                for (int c = 0; c < 3; c++) {
                    canvas[c * area + y * width + x] += (float) light;
                }
            }
        }
    }
}
