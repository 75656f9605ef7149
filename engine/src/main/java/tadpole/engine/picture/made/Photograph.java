package tadpole.engine.picture.made;

import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Looks at a sculpture under a lamp from the upper left and the sky's light: each ray walks by the distance to the surface (sphere tracing,
 * Hart 1996).
 */
final class Photograph {

    private static final double LAMP_X = -0.5;
    private static final double LAMP_Y = 0.68;
    private static final double LAMP_Z = 0.54;
    private static final int MOST_STEPS = 90;
    private static final double NEAR = 7e-4;
    private static final double SLOPE = 2e-3;
    private static final int SAMPLES = 2;

    private final Sculpture sculpture;
    private final double halfWidth;
    private final double[] hit = new double[3];
    private final double[] normal = new double[3];
    private final Tone tone = new Tone();

    private Photograph(Sculpture sculpture, double halfWidth) {
        this.sculpture = sculpture;
        this.halfWidth = halfWidth;
    }

    /** @param halfWidth of what is in the picture, in the sculpture's units; the height follows */
    static MadeObject of(String name, Sculpture sculpture, int height, int width, double halfWidth) {
        return new Photograph(sculpture, halfWidth).taken(name, height, width);
    }

    private MadeObject taken(String name, int height, int width) {
        int area = height * width;
        float[] values = new float[3 * area];
        float[] inside = new float[area];
        Tone sum = new Tone();
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int hits = 0;
                sum.set(0, 0, 0);
                for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
                    double x = ((column + (sample % SAMPLES + 0.5) / SAMPLES) / width * 2 - 1) * halfWidth;
                    double y = (height - 2 * (row + (sample / SAMPLES + 0.5) / SAMPLES)) / width * halfWidth;
                    if (walk(x, y)) {
                        hits++;
                        shade();
                        sum.add(tone, 1);
                    }
                }
                int i = row * width + column;
                inside[i] = (float) hits / (SAMPLES * SAMPLES);
                if (hits > 0) {
                    values[i] = (float) (sum.red / hits);
                    values[area + i] = (float) (sum.green / hits);
                    values[2 * area + i] = (float) (sum.blue / hits);
                }
            }
        }
        goOnOutside(values, inside, height, width);
        return new MadeObject(Picture.ofBytes(name, Tensor.of(Shape.of(3, height, width), values)), new Mask(height, width, inside));
    }

    private boolean walk(double x, double y) {
        double z = 1.3;
        for (int step = 0; step < MOST_STEPS && z > -1.3; step++) {
            double distance = sculpture.distance(x, y, z);
            if (distance < NEAR) {
                hit[0] = x;
                hit[1] = y;
                hit[2] = z;
                return true;
            }
            z -= 0.9 * distance;
        }
        return false;
    }

    private void shade() {
        double x = hit[0];
        double y = hit[1];
        double z = hit[2];
        normal[0] = sculpture.distance(x + SLOPE, y, z) - sculpture.distance(x - SLOPE, y, z);
        normal[1] = sculpture.distance(x, y + SLOPE, z) - sculpture.distance(x, y - SLOPE, z);
        normal[2] = sculpture.distance(x, y, z + SLOPE) - sculpture.distance(x, y, z - SLOPE);
        double length = Math.max(1e-12, Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]));
        double nx = normal[0] / length;
        double ny = normal[1] / length;
        double nz = normal[2] / length;
        double facing = nx * LAMP_X + ny * LAMP_Y + nz * LAMP_Z;
        double lamp = Math.max(0, facing) * (facing > 0 ? shadow(x + 0.01 * nx, y + 0.01 * ny, z + 0.01 * nz) : 0);
        double sky = 0.5 + 0.5 * ny;
        double open = Math.clamp(0.35 + sculpture.distance(x + 0.12 * nx, y + 0.12 * ny, z + 0.12 * nz) / 0.12 * 0.65, 0.2, 1);
        double mirror = sculpture.paint(x, y, z, tone);
        double halfZ = LAMP_Z + 1;
        double half = (nx * LAMP_X + ny * LAMP_Y + nz * halfZ) / Math.sqrt(LAMP_X * LAMP_X + LAMP_Y * LAMP_Y + halfZ * halfZ);
        double glint = mirror * 235 * StrictMath.pow(Math.max(0, half), 48) * lamp;
        double warm = 0.92 * lamp;
        double cool = 0.42 * sky * open + 0.17 * open;
        tone.set(Math.min(255, tone.red * (warm * 1.04 + cool * 0.92) + glint), Math.min(255, tone.green * (warm + cool) + glint),
                Math.min(255, tone.blue * (warm * 0.9 + cool * 1.16) + glint));
    }

    private double shadow(double x, double y, double z) {
        double light = 1;
        double along = 0.02;
        for (int step = 0; step < 24 && along < 1.6; step++) {
            double distance = sculpture.distance(x + along * LAMP_X, y + along * LAMP_Y, z + along * LAMP_Z);
            if (distance < 1e-3) {
                return 0;
            }
            light = Math.min(light, 10 * distance / along);
            along += Math.clamp(distance, 0.02, 0.2);
        }
        return light;
    }

    /** Each pixel without the thing gets the mean of its neighbors that have a color, ring by ring, for a few rings. */
    private static void goOnOutside(float[] values, float[] inside, int height, int width) {
        int area = height * width;
        boolean[] known = new boolean[area];
        for (int i = 0; i < area; i++) {
            known[i] = inside[i] > 0;
        }
        for (int ring = 0; ring < 12; ring++) {
            boolean[] before = known.clone();
            for (int i = 0; i < area; i++) {
                if (!before[i]) {
                    fromNeighbors(values, before, known, i, height, width);
                }
            }
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = Sheet.level(known[i % area] ? values[i] : 128);
        }
    }

    private static void fromNeighbors(float[] values, boolean[] before, boolean[] known, int i, int height, int width) {
        int area = height * width;
        int count = 0;
        float[] sums = new float[3];
        for (int y = Math.max(0, i / width - 1); y <= Math.min(height - 1, i / width + 1); y++) {
            for (int x = Math.max(0, i % width - 1); x <= Math.min(width - 1, i % width + 1); x++) {
                int at = y * width + x;
                if (before[at]) {
                    count++;
                    for (int c = 0; c < 3; c++) {
                        sums[c] += values[c * area + at];
                    }
                }
            }
        }
        if (count > 0) {
            known[i] = true;
            for (int c = 0; c < 3; c++) {
                values[c * area + i] = sums[c] / count;
            }
        }
    }
}
