package tadpole.app.pane.gradients.step;

import java.util.function.Function;
import tadpole.app.xray.Cells;

/**
 * A tensor that a stage shows.
 *
 * @param title  such as "linear1.weight"
 * @param shape  such as "10 × 784"
 * @param mosaic how it is laid out, whatever room there is
 * @param cells  its numbers, laid out so
 */
record Sheet(String title, String shape, Mosaic mosaic, Function<Mosaic, Cells> cells) {

    /** How much of a row's width it should have beside others: thousands of numbers more than ten, yet not a hundred times. */
    double share() {
        return 1 + 0.6 * Math.max(0, Math.log10(mosaic.numbers()) - 1);
    }
}
