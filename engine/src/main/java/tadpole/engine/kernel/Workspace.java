package tadpole.engine.kernel;

/**
 * Memory that kernels work in, to be handed from call to call: it grows to the largest size asked for and stays. One for each pass
 * that runs at a time.
 */
public final class Workspace {
    private final float[][] slots = new float[4][0];

    /** At least {@code size} dirty numbers from {@link Scratch#START} on; the same memory for the same slot the next time. */
    float[] floats(int slot, int size) {
        if (slots[slot].length < Scratch.START + size) {
            slots[slot] = new float[0];
            slots[slot] = new float[Scratch.START + size];
        }
        return slots[slot];
    }
}
