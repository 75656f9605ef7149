package tadpole.engine.picture.harmonize;

import java.util.Arrays;
import tadpole.engine.picture.feature.FeatureReach;
import tadpole.engine.tensor.Tensor;

/**
 * The crop of a work area with the painting's own pixels from where its places were matched; where none was, and outside of the loose mask,
 * the composite.
 *
 * @param reach of the layer whose places were matched
 */
record MatchedPatches(WorkArea area, FeatureReach reach, Matches matches) {

    /** Each place's block as it is. */
    Tensor blocks() {
        return made((y, x, color) -> add(y, x, reach.place(y), reach.place(x), 1, color));
    }

    /** The blocks of four neighbors blended into each other, bilinearly. */
    Tensor blended() {
        return made((y, x, color) -> {
            double row = (y - reach.first()) / reach.step();
            double column = (x - reach.first()) / reach.step();
            double sum = 0;
            for (int corner = 0; corner < 4; corner++) {
                int i = (int) Math.floor(row) + corner / 2;
                int j = (int) Math.floor(column) + corner % 2;
                sum += add(y, x, i, j, (1 - Math.abs(row - i)) * (1 - Math.abs(column - j)), color);
            }
            return sum;
        });
    }

    private interface Finder {

        /** Adds weighted colors. @return the sum of the weights */
        double find(int y, int x, double[] color);
    }

    private Tensor made(Finder finder) {
        Tensor made = area.composite().copy();
        int height = made.shape().at(1);
        int width = made.shape().at(2);
        double[] color = new double[3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Arrays.fill(color, 0);
                double sum = area.loose().at(y, x) > 0 ? finder.find(y, x, color) : 0;
                for (int c = 0; c < 3 && sum > 0; c++) {
                    made.data()[(c * height + y) * width + x] = (float) (color[c] / sum);
                }
            }
        }
        return made;
    }

    private double add(int y, int x, int i, int j, double weight, double[] color) {
        if (!matches.has(i, j)) {
            return 0;
        }
        int v = Math.clamp(y + (matches.row(i, j) - i) * reach.step(), 0, area.height() - 1);
        int u = Math.clamp(x + (matches.column(i, j) - j) * reach.step(), 0, area.width() - 1);
        for (int c = 0; c < 3; c++) {
            color[c] += weight * area.painting().data()[(c * area.height() + v) * area.width() + u];
        }
        return weight;
    }
}
