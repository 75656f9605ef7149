package tadpole.engine.picture.color;

import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Colors as lightness, 0..100, and a and b, from green to red and from blue to yellow: CIE L*a*b* 1976 of sRGB (IEC 61966-2-1) under the
 * white of daylight, D65.
 */
public final class Lab {

    /** The white of D65 for the 2-degree observer. */
    private static final double WHITE_X = 0.95047;
    private static final double WHITE_Z = 1.08883;
    private static final double SMALL = 216.0 / 24389;
    private static final double SLOPE = 24389.0 / 27;
    private static final int ROWS = 16;

    private Lab() {}

    /** @param picture RGB of 0..255 @return [3,height,width]: lightness, a, b */
    public static Tensor of(Picture picture, Device device) {
        return changed(picture.values(), device, Lab::fromRgb);
    }

    /** @param lab [3,height,width]; not changed @return RGB, cut off at 0 and 255, unrounded */
    public static Picture picture(String name, Tensor lab, Device device) {
        return Picture.ofBytes(name, changed(lab, device, Lab::toRgb));
    }

    private interface Change {
        void of(float[] color);
    }

    private static Tensor changed(Tensor from, Device device, Change change) {
        int height = from.shape().at(1);
        int width = from.shape().at(2);
        int area = height * width;
        Tensor to = Tensor.zeros(Shape.of(3, height, width));
        device.run(Math.ceilDiv(height, ROWS), n -> {
            float[] color = new float[3];
            for (int i = n * ROWS * width; i < Math.min(height, (n + 1) * ROWS) * width; i++) {
                for (int c = 0; c < 3; c++) {
                    color[c] = from.data()[c * area + i];
                }
                change.of(color);
                for (int c = 0; c < 3; c++) {
                    to.data()[c * area + i] = color[c];
                }
            }
        });
        return to;
    }

    private static void fromRgb(float[] color) {
        double r = linear(color[0] / 255.0);
        double g = linear(color[1] / 255.0);
        double b = linear(color[2] / 255.0);
        double x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / WHITE_X);
        double y = curve(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        double z = curve((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / WHITE_Z);
        color[0] = (float) (116 * y - 16);
        color[1] = (float) (500 * (x - y));
        color[2] = (float) (200 * (y - z));
    }

    private static void toRgb(float[] color) {
        double middle = (color[0] + 16) / 116;
        double x = WHITE_X * inverse(middle + color[1] / 500);
        double y = inverse(middle);
        double z = WHITE_Z * inverse(middle - color[2] / 200);
        color[0] = byteOf(3.2404542 * x - 1.5371385 * y - 0.4985314 * z);
        color[1] = byteOf(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z);
        color[2] = byteOf(0.0556434 * x - 0.2040259 * y + 1.0572252 * z);
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }

    private static float byteOf(double linear) {
        double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055;
        return (float) (255 * Math.clamp(value, 0.0, 1.0));
    }

    private static double curve(double value) {
        return value > SMALL ? StrictMath.cbrt(value) : (SLOPE * value + 16) / 116;
    }

    private static double inverse(double value) {
        double cube = value * value * value;
        return cube > SMALL ? cube : (116 * value - 16) / SLOPE;
    }
}
