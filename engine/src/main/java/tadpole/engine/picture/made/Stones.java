package tadpole.engine.picture.made;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Seed;

/** The stones of a mosaic while they are laid: Hausner 2001, Simulating decorative mosaics, with the square measure along a flow. */
final class Stones {

    private final int height;
    private final int width;
    private final double side;
    private final double[] x;
    private final double[] y;
    private final double[] shade;
    private final Field[] colors;
    private final Flow flow;
    private final List<List<Integer>> cells = new ArrayList<>();
    private final int cellColumns;
    private final int cellRows;

    /** @param side of a stone in pixels */
    Stones(Picture seen, Flow flow, double side, Seed seed) {
        this.height = seen.height();
        this.width = seen.width();
        this.side = side;
        this.flow = flow;
        this.colors = new Field[] {Field.channel(seen, 0).blurred(side / 4), Field.channel(seen, 1).blurred(side / 4), Field.channel(seen, 2).blurred(side / 4)};
        RandomGenerator random = seed.derive("stones").generator();
        int rows = Math.max(1, (int) Math.round(height / side));
        int columns = Math.max(1, (int) Math.round(width / side));
        x = new double[rows * columns];
        y = new double[rows * columns];
        shade = new double[rows * columns];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i % columns + random.nextDouble(0.15, 0.85)) * width / columns;
            y[i] = (i / columns + random.nextDouble(0.15, 0.85)) * height / rows;
            shade[i] = 13 * random.nextGaussian();
        }
        cellColumns = (int) (width / side) + 1;
        cellRows = (int) (height / side) + 1;
        for (int i = 0; i < cellColumns * cellRows; i++) {
            cells.add(new ArrayList<>());
        }
        sort();
    }

    private void sort() {
        cells.forEach(List::clear);
        for (int i = 0; i < x.length; i++) {
            cells.get(cell(y[i], x[i])).add(i);
        }
    }

    private int cell(double atY, double atX) {
        return Math.clamp((int) (atY / side), 0, cellRows - 1) * cellColumns + Math.clamp((int) (atX / side), 0, cellColumns - 1);
    }

    /** Every stone goes to the middle of the pixels that are its own. */
    void settle() {
        double[] sumX = new double[x.length];
        double[] sumY = new double[x.length];
        int[] counts = new int[x.length];
        double[] near = new double[2];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int stone = nearest(row + 0.5, column + 0.5, near);
                sumX[stone] += column + 0.5;
                sumY[stone] += row + 0.5;
                counts[stone]++;
            }
        }
        for (int i = 0; i < x.length; i++) {
            if (counts[i] > 0) {
                x[i] = sumX[i] / counts[i];
                y[i] = sumY[i] / counts[i];
            }
        }
        sort();
    }

    /** @param distances of the nearest and the second stone, written over */
    private int nearest(double atY, double atX, double[] distances) {
        Arrays.fill(distances, Double.MAX_VALUE);
        int best = 0;
        double angle = flow.angle(atY, atX);
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        int row = (int) (atY / side);
        int column = (int) (atX / side);
        for (int r = Math.max(0, row - 2); r <= Math.min(cellRows - 1, row + 2); r++) {
            for (int c = Math.max(0, column - 2); c <= Math.min(cellColumns - 1, column + 2); c++) {
                for (int stone : cells.get(r * cellColumns + c)) {
                    double offX = atX - x[stone];
                    double offY = atY - y[stone];
                    double distance = Math.max(Math.abs(offX * cosine + offY * sine), Math.abs(offY * cosine - offX * sine));
                    if (distance < distances[0]) {
                        distances[1] = distances[0];
                        distances[0] = distance;
                        best = stone;
                    } else if (distance < distances[1]) {
                        distances[1] = distance;
                    }
                }
            }
        }
        return best;
    }

    void color(double atY, double atX, Tone tone, Tone mortar, ValueNoise rough) {
        double[] near = new double[2];
        int stone = nearest(atY, atX, near);
        double gap = near[1] - near[0];
        tone.set(colors[0].at(y[stone], x[stone]), colors[1].at(y[stone], x[stone]), colors[2].at(y[stone], x[stone]));
        double light = shade[stone] + 22 * (rough.rough(atX * 0.4, atY * 0.4) - 0.5) + 5 * (y[stone] - atY + x[stone] - atX) / side;
        tone.set(tone.red + light, tone.green + light, tone.blue + light);
        tone.toward(mortar, 1 - Math.clamp((gap - 0.10 * side) / 1.1, 0, 1));
    }
}
