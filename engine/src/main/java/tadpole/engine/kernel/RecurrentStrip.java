package tadpole.engine.kernel;

/** Some rows of one panel of hidden units at one time: what a cell reads and writes, all in runs of {@link #count} numbers. */
final class RecurrentStrip {
    /** Numbers of each run, a multiple of the lanes. */
    int count;
    /** The first gate's run; the others follow {@link #gateStep} apart. */
    float[] gates;
    int gate;
    int gateStep;
    float[] states;
    int before;
    int after;
    float[] extras;
    int extra;
    float[] carry;
    int carryAt;
    /** The hidden state, or its gradient. */
    float[] h;
    int hAt;
    /** The inputs' part of the sums going in, gradients coming out: runs {@link #count} apart. */
    float[] sums;
    int sum;
    /** Gradients of the hiddens' part where they are others: runs {@link #count} apart. */
    float[] hiddenSums;
    int hiddenSum;
}
