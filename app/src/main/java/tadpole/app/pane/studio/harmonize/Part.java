package tadpole.app.pane.studio.harmonize;

/** A rectangle of a picture's pixels. */
record Part(int left, int top, int width, int height) {

    private static final double MARGIN = 0.12;

    /** A box and a little around it, of a wanted form, inside a picture of that size. @param right just outside the box, as bottom */
    static Part around(int left, int top, int right, int bottom, double widthToHeight, int width, int height) {
        double wide = Math.max((1 + 2 * MARGIN) * (right - left), (1 + 2 * MARGIN) * (bottom - top) * widthToHeight);
        double inside = Math.min(wide, Math.min(width, height * widthToHeight));
        int across = Math.clamp(Math.round(inside), 1, width);
        int down = Math.clamp(Math.round(inside / widthToHeight), 1, height);
        return new Part(Math.clamp(Math.round(0.5 * (left + right - across)), 0, width - across),
                Math.clamp(Math.round(0.5 * (top + bottom - down)), 0, height - down), across, down);
    }

    /** As much as there is of a wanted form, in the middle. */
    static Part middle(int width, int height, double widthToHeight) {
        return around(0, 0, width, height, widthToHeight, width, height);
    }
}
