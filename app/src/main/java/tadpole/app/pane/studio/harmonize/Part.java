package tadpole.app.pane.studio.harmonize;

import tadpole.engine.picture.mask.Mask;

/** A rectangle of a picture's pixels. */
record Part(int left, int top, int width, int height) {

    private static final double MARGIN = 0.12;

    /** What a mask selects and a little around it, of a wanted form, inside the picture; all of it where nothing is selected. */
    static Part around(Mask mask, double widthToHeight) {
        int left = mask.width();
        int right = -1;
        int top = mask.height();
        int bottom = -1;
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (mask.at(y, x) >= 0.5f) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return right < 0 ? formed(mask, 0.5 * mask.width(), 0.5 * mask.height(), mask.width(), mask.height(), widthToHeight)
                : formed(mask, 0.5 * (left + right), 0.5 * (top + bottom), (1 + 2 * MARGIN) * (right - left + 1), (1 + 2 * MARGIN) * (bottom - top + 1),
                        widthToHeight);
    }

    /** As much as there is of a wanted form, in the middle. */
    static Part middle(int width, int height, double widthToHeight) {
        int across = Math.clamp(Math.round(height * widthToHeight), 1, width);
        int down = Math.clamp(Math.round(across / widthToHeight), 1, height);
        return new Part((width - across) / 2, (height - down) / 2, across, down);
    }

    private static Part formed(Mask mask, double x, double y, double wide, double tall, double widthToHeight) {
        double width = Math.max(wide, tall * widthToHeight);
        double fits = Math.min(1, Math.min(mask.width() / width, mask.height() * widthToHeight / width));
        int across = Math.clamp(Math.round(width * fits), 1, mask.width());
        int down = Math.clamp(Math.round(width * fits / widthToHeight), 1, mask.height());
        return new Part(Math.clamp(Math.round(x - across / 2.0), 0, mask.width() - across), Math.clamp(Math.round(y - down / 2.0), 0, mask.height() - down),
                across, down);
    }
}
