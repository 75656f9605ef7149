package tadpole.engine.language;

import java.util.Arrays;

/**
 * The last states of a text, each with the token that followed it. States lie in blocks, the values of one unit beside each other, so
 * that the dot products of a block are sums of whole rows. Grows up to its window, then the oldest gives way.
 */
final class StateRing {

    private static final int WIDTH = 1024;

    private final int hidden;
    private final int window;
    private final int width;
    private float[][] blocks = new float[0][];
    private int[] followers = new int[0];
    private int size;
    private int slot;

    StateRing(int hidden, int window) {
        this.hidden = hidden;
        this.window = window;
        width = Math.min(window, WIDTH);
    }

    int size() {
        return size;
    }

    void add(float[] state, int follower) {
        if (state.length != hidden) {
            throw new IllegalArgumentException("The cache takes states of " + hidden + " numbers, but this one has " + state.length + ".");
        }
        if (slot == followers.length) {
            grow();
        }
        float[] block = blocks[slot / width];
        int column = slot % width;
        for (int unit = 0; unit < hidden; unit++) {
            block[unit * width + column] = state[unit];
        }
        followers[slot] = follower;
        size = Math.max(size, slot + 1);
        slot = slot + 1 == window ? 0 : slot + 1;
    }

    /** The token in a slot, from 0 to size - 1. */
    int next(int slot) {
        return followers[slot];
    }

    /** The slot that was filled so many additions ago: 1 for the last. */
    int slot(int back) {
        int place = slot - back;
        return place < 0 ? place + window : place;
    }

    /** h·h_i of every slot into room of at least size; each sum in the order of the units, so that its bits do not depend on place. */
    void dots(float[] state, float[] room) {
        if (state.length != hidden) {
            throw new IllegalArgumentException("The cache takes states of " + hidden + " numbers, but this one has " + state.length + ".");
        }
        Arrays.fill(room, 0, size, 0);
        for (int start = 0; start < size; start += width) {
            float[] block = blocks[start / width];
            int columns = Math.min(width, size - start);
            for (int unit = 0; unit < hidden; unit++) {
                addRow(state[unit], block, unit * width, room, start, columns);
            }
        }
    }

    void forget() {
        size = 0;
        slot = 0;
    }

    private static void addRow(float by, float[] block, int from, float[] room, int to, int columns) {
        for (int column = 0; column < columns; column++) {
            room[to + column] += by * block[from + column];
        }
    }

    private void grow() {
        int places = Math.min(window, followers.length + width);
        followers = Arrays.copyOf(followers, places);
        blocks = Arrays.copyOf(blocks, blocks.length + 1);
        blocks[blocks.length - 1] = new float[hidden * width];
    }
}
