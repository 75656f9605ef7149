package tadpole.engine.inspect;

import java.util.List;
import tadpole.engine.twin.DoubleTensor;

/**
 * A network and its loss on one batch, of which single numbers are moved. Tensors are counted: first the parameters, then what passes,
 * the batch first and the outputs last.
 */
interface Chain {

    /** Of the batch with nothing moved. */
    double loss();

    /** Gradients of the loss by every tensor; new ones each time. */
    List<DoubleTensor> gradients();

    double value(int tensor, int place);

    /** The loss where one number has another value; it is put back. */
    double loss(int tensor, int place, double value);

    /** On which sides of its kinks the network was in the last {@link #loss(int, int, double)}. */
    long pattern();

    /** The same with numbers of its own, for another thread. */
    Chain twin();

    /** How many units in the last place of the loss rounding may move it, times that unit. */
    double rounding();
}
