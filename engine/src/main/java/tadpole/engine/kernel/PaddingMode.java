package tadpole.engine.kernel;

/** What stands around a picture, as PyTorch's padding_mode names it. */
public enum PaddingMode {
    ZEROS,
    /** 3 2 | 1 2 3 4 | 3 2: the edge itself is not said twice. */
    REFLECT,
    /** 1 1 | 1 2 3 4 | 4 4 */
    REPLICATE,
    /** 3 4 | 1 2 3 4 | 1 2 */
    CIRCULAR;

    /** The most pixels that one of so many can give beyond an end: more would have to be taken from a copy of a copy. */
    public int most(int size) {
        return switch (this) {
            case ZEROS, REPLICATE -> Integer.MAX_VALUE;
            case REFLECT -> size - 1;
            case CIRCULAR -> size;
        };
    }

    /** The pixel of so many whose value stands at a place, at most {@link #most} beyond an end; -1 for a zero. */
    public int source(int place, int size) {
        if (place >= 0 && place < size) {
            return place;
        }
        return switch (this) {
            case ZEROS -> -1;
            case REFLECT -> place < 0 ? -place : 2 * (size - 1) - place;
            case REPLICATE -> place < 0 ? 0 : size - 1;
            case CIRCULAR -> Math.floorMod(place, size);
        };
    }
}
