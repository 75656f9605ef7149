package tadpole.engine.dataset;

/** The two kinds of IDX file of MNIST's layout. */
enum IdxKind {
    IMAGES("image", 3),
    LABELS("label", 1);

    private final String word;
    private final int rank;

    IdxKind(String word, int rank) {
        this.word = word;
        this.rank = rank;
    }

    /** "image" or "label". */
    String word() {
        return word;
    }

    /** Axes: samples, height, width; or samples alone. */
    int rank() {
        return rank;
    }

    /** Two zeros, 8 for unsigned bytes, the number of axes. */
    int magic() {
        return 0x0800 | rank;
    }

    int headerSize() {
        return 4 + 4 * rank;
    }

    IdxKind other() {
        return this == IMAGES ? LABELS : IMAGES;
    }
}
