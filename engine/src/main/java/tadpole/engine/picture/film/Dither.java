package tadpole.engine.picture.film;

import java.util.Arrays;

/** Draws pixels in few colors: what a pixel is off is handed on to those not yet drawn. Floyd, Steinberg 1976. */
public final class Dither {

    private Dither() {}

    /**
     * The index in the palette of each pixel that is asked for.
     *
     * @param pixels 0xRRGGBB, row by row
     * @param left   index of all others
     */
    public static byte[] of(int[] pixels, boolean[] asked, int width, Palette palette, int left) {
        int height = pixels.length / width;
        byte[] made = new byte[pixels.length];
        float[] here = new float[3 * (width + 2)];
        float[] below = new float[3 * (width + 2)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                made[at] = (byte) (asked[at] ? drawn(pixels[at], palette, here, below, 3 * (x + 1)) : left);
            }
            float[] done = here;
            here = below;
            below = done;
            Arrays.fill(below, 0);
        }
        return made;
    }

    private static int drawn(int pixel, Palette palette, float[] here, float[] below, int at) {
        int wanted = 0;
        for (int c = 0; c < 3; c++) {
            wanted = wanted << 8 | Math.round(Math.clamp(Palette.channel(pixel, c) + here[at + c], 0f, 255f));
        }
        int index = palette.indexOf(wanted);
        for (int c = 0; c < 3; c++) {
            float off = (Palette.channel(wanted, c) - Palette.channel(palette.color(index), c)) / 16f;
            here[at + 3 + c] += 7 * off;
            below[at - 3 + c] += 3 * off;
            below[at + c] += 5 * off;
            below[at + 3 + c] += off;
        }
        return index;
    }
}
