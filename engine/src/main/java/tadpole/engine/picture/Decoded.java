package tadpole.engine.picture;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** The numbers of a decoded picture, as the file has them: no color profile and no gamma is applied. */
final class Decoded {

    private static final int MOST_BITS = 16;
    private static final float WHITE = 255;

    private final String name;
    private final BufferedImage image;
    private final ColorModel colors;
    private final List<String> notes = new ArrayList<>();
    private final int height;
    private final int width;
    private Optional<Tensor> alpha = Optional.empty();

    /** @param name of the file, as sentences say it */
    Decoded(String name, BufferedImage image) {
        this.name = name;
        this.image = image;
        this.colors = image.getColorModel();
        this.height = image.getHeight();
        this.width = image.getWidth();
    }

    /** What was done to the numbers, one sentence each. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** [1, height, width] of 0 to 255, once the values were read; empty where all is opaque. */
    Optional<Tensor> alpha() {
        return alpha;
    }

    /** [1 or 3, height, width] of 0 to 255. */
    Tensor values() throws PictureException {
        if (colors instanceof IndexColorModel palette) {
            return fromPalette(palette);
        }
        int channels = colors.getNumColorComponents();
        int kind = colors.getColorSpace().getType();
        if (kind == ColorSpace.TYPE_CMYK || channels == 4) {
            throw new PictureException(cmyk(name));
        }
        if (kind != ColorSpace.TYPE_GRAY && kind != ColorSpace.TYPE_RGB || channels != 1 && channels != 3) {
            throw new PictureException("%s has colors that are neither gray nor RGB. Save it as RGB, as PNG or JPEG.".formatted(name));
        }
        int[] bits = colors.getComponentSize();
        int type = image.getRaster().getDataBuffer().getDataType();
        if (type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE || type == DataBuffer.TYPE_SHORT || Arrays.stream(bits).anyMatch(each -> each > MOST_BITS)) {
            throw new PictureException("%s has values of more than %d bits. Save it with 8 or 16 bits, as PNG.".formatted(name, MOST_BITS));
        }
        tellBits(bits);
        tellProfile(channels);
        return fromSamples(channels, bits);
    }

    static String cmyk(String name) {
        return "%s has four colors for print (CMYK), not red, green and blue. Save it as RGB, as PNG or JPEG.".formatted(name);
    }

    private void tellBits(int[] bits) {
        int most = Arrays.stream(bits).max().orElse(8);
        if (most == MOST_BITS) {
            notes.add("Its 16-bit values were divided by 257, to 0...255; fractions are kept.");
        } else if (Arrays.stream(bits).anyMatch(each -> each != 8)) {
            notes.add("Its values of fewer than 8 bits were spread over 0...255.");
        }
    }

    private void tellProfile(int channels) {
        if (channels == 3 && colors.getColorSpace() instanceof ICC_ColorSpace space && !space.isCS_sRGB()
                && !new String(space.getProfile().getData(), StandardCharsets.ISO_8859_1).replace("\0", "").contains("sRGB")) {
            notes.add("Its color profile is not applied: the numbers are those of the file.");
        }
    }

    private Tensor fromSamples(int channels, int[] bits) {
        Tensor values = Tensor.zeros(Shape.of(channels, height, width));
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        boolean covering = colors.hasAlpha();
        boolean whole = bits[0] <= 8;
        boolean seenThrough = false;
        float[] covers = covering ? new float[height * width] : new float[0];
        int[] row = new int[bands * width];
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int opaque = covering ? (1 << bits[channels]) - 1 : 1;
                int cover = covering ? row[x * bands + channels] : 1;
                if (covering) {
                    covers[y * width + x] = (float) (cover * 255.0 / opaque);
                }
                seenThrough |= cover != opaque;
                for (int c = 0; c < channels; c++) {
                    float value = spread(row[x * bands + c], bits[c]);
                    values.data()[(c * height + y) * width + x] = cover == opaque ? value : onWhite(value, (double) cover / opaque, whole);
                }
            }
        }
        tellAlpha(seenThrough, covers);
        return values;
    }

    private static float spread(int value, int bits) {
        int most = (1 << bits) - 1;
        return bits == 8 ? value : bits < 8 ? Math.round(value * WHITE / most) : (float) (value * 255.0 / most);
    }

    private float onWhite(float value, double cover, boolean whole) {
        double laid = (colors.isAlphaPremultiplied() ? value : value * cover) + WHITE * (1 - cover);
        return whole ? Math.round(laid) : (float) laid;
    }

    private void tellAlpha(boolean seenThrough, float[] covers) {
        if (seenThrough) {
            notes.add(PictureFile.ON_WHITE);
            alpha = Optional.of(Tensor.of(Shape.of(1, height, width), covers));
        }
    }

    /** One channel where all colors that occur are gray. */
    private Tensor fromPalette(IndexColorModel palette) {
        int[] places = image.getRaster().getPixels(0, 0, width, height, (int[]) null);
        int size = palette.getMapSize();
        boolean[] used = new boolean[size];
        int[][] rgb = new int[3][size];
        boolean seenThrough = false;
        boolean gray = true;
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.min(places[i], size - 1);
            used[places[i]] = true;
        }
        for (int i = 0; i < size; i++) {
            double cover = palette.getAlpha(i) / 255.0;
            int[] color = {palette.getRed(i), palette.getGreen(i), palette.getBlue(i)};
            for (int c = 0; c < 3; c++) {
                rgb[c][i] = (int) Math.round(color[c] * cover + WHITE * (1 - cover));
            }
            seenThrough |= used[i] && cover != 1;
            gray &= !used[i] || rgb[0][i] == rgb[1][i] && rgb[1][i] == rgb[2][i];
        }
        float[] covers = new float[seenThrough ? places.length : 0];
        for (int i = 0; i < covers.length; i++) {
            covers[i] = palette.getAlpha(places[i]);
        }
        tellAlpha(seenThrough, covers);
        Tensor values = Tensor.zeros(Shape.of(gray ? 1 : 3, height, width));
        for (int c = 0; c < values.shape().at(0); c++) {
            for (int i = 0; i < places.length; i++) {
                values.data()[c * places.length + i] = rgb[c][places[i]];
            }
        }
        return values;
    }
}
