package tadpole.app.pane.gradients.step;

import java.util.function.Supplier;
import tadpole.app.xray.Cells;

/**
 * A tensor that a stage shows.
 *
 * @param title such as "linear1.weight, before"
 * @param shape such as "10 × 784"
 * @param cells made when it is shown
 */
record Sheet(String title, String shape, Supplier<Cells> cells) {}
