package tadpole.app.pane.kernels.trained;

import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Tensor;

/**
 * What one filter makes of one picture.
 *
 * @param sample   "frog, test #12", "the picture of the pane"
 * @param seen     the channels that the filter sees
 * @param response [1, height, width], before any activation
 * @param answer   the class that the network gives the picture
 * @param label    its own class; -1 where it has none
 */
record Look(String sample, Picture seen, Tensor response, int answer, int label) {}
