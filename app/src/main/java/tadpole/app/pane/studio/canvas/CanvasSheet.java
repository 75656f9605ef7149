package tadpole.app.pane.studio.canvas;

import java.util.Optional;
import javafx.scene.paint.Color;
import tadpole.app.shell.Theme;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Compositor;
import tadpole.engine.picture.studio.PlacedObject;

/**
 * The color of every pixel of the painting as the canvas shows it.
 *
 * @param painting its colors, 0xAARRGGBB, row by row
 * @param placed   the object in the painting's pixels
 * @param colors   what is shown; changed in places while one paints
 */
record CanvasSheet(Composition of, Look look, int[] painting, Optional<PlacedObject> placed, int[] colors) {

    private static final int OPAQUE = 0xFF000000;
    private static final float GHOST = 0.4f;
    private static final float TINT = 0.45f;
    private static final int CHECK = 8;
    private static final int DARK = 0xFF666666;
    private static final int LIGHT = 0xFF8C8C8C;

    /**
     * Which layers are seen, and how.
     *
     * @param ghost whether the object is seen faintly where the mask hides it, to be moved and masked
     * @param tint  the color of the mask, 0xRRGGBB; empty where it is not drawn
     */
    record Look(boolean painting, boolean object, boolean ghost, Optional<Integer> tint) {}

    /** The color of the mask, 0xRRGGBB. */
    static int tint(Theme theme) {
        Color accent = theme.color("accent");
        return argb((float) (255 * accent.getRed()), (float) (255 * accent.getGreen()), (float) (255 * accent.getBlue())) & ~OPAQUE;
    }

    int height() {
        return of.painting().height();
    }

    int width() {
        return of.painting().width();
    }

    static int[] colors(Picture picture) {
        float[] data = picture.values().data();
        int area = picture.height() * picture.width();
        int green = picture.channels() == 3 ? area : 0;
        int[] colors = new int[area];
        for (int i = 0; i < area; i++) {
            colors[i] = argb(data[i], data[green + i], data[2 * green + i]);
        }
        return colors;
    }

    private static int argb(float red, float green, float blue) {
        return OPAQUE | level(red) << 16 | level(green) << 8 | level(blue);
    }

    private static int level(float value) {
        return value <= 0 ? 0 : value >= 255 ? 255 : (int) (value + 0.5f);
    }

    /** Colors the whole of it. */
    CanvasSheet painted() {
        paint(of.mask().values(), Box.of(height(), width()));
        return this;
    }

    /** Colors a part of it. @param mask of the painting's size, row by row */
    void paint(float[] mask, Box part) {
        int width = width();
        float[] tint = look.tint.map(rgb -> new float[] {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255}).orElse(new float[0]);
        for (int y = part.y(); y < part.bottom(); y++) {
            for (int x = part.x(); x < part.right(); x++) {
                int at = y * width + x;
                int base = look.painting ? painting[at] : (x / CHECK + y / CHECK) % 2 == 0 ? DARK : LIGHT;
                float cover = look.object && placed.isPresent() ? placed.get().coverAt(y, x) : 0;
                float share = cover == 0 ? 0 : cover * Math.max(mask[at], look.ghost ? GHOST : 0);
                float glow = tint.length == 0 ? 0 : TINT * mask[at];
                colors[at] = share == 0 && glow == 0 ? base : color(y, x, base, share, tint, glow);
            }
        }
    }

    private int color(int y, int x, int base, float share, float[] tint, float glow) {
        float red = base >> 16 & 255;
        float green = base >> 8 & 255;
        float blue = base & 255;
        if (share > 0) {
            PlacedObject object = placed.orElseThrow();
            red = Compositor.mix(red, object.colorAt(0, y, x), share);
            green = Compositor.mix(green, object.colorAt(1, y, x), share);
            blue = Compositor.mix(blue, object.colorAt(2, y, x), share);
        }
        return glow == 0 ? argb(red, green, blue)
                : argb(Compositor.mix(red, tint[0], glow), Compositor.mix(green, tint[1], glow), Compositor.mix(blue, tint[2], glow));
    }

    /** Where the object shows. */
    Mask tight(Mask mask) {
        return placed.map(object -> object.under(mask)).orElse(mask);
    }
}
