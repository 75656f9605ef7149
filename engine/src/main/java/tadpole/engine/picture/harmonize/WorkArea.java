package tadpole.engine.picture.harmonize;

import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * A scene at the size at which the work is done, and the crop of it that is worked on: the loose mask's box with a margin.
 *
 * @param height   of the whole scene at this size
 * @param width    of the whole scene at this size
 * @param crop     what is worked on
 * @param painting all of the painting, [3,height,width]
 * @param composite [3,crop]
 * @param tight    of the crop's size
 * @param loose    of the crop's size
 */
record WorkArea(int height, int width, Box crop, Tensor painting, Tensor composite, Mask tight, Mask loose) {

    /** A crop's edges lie on multiples of this, so that the windows of poolings stay where they were. */
    static final int GRID = 16;

    /** A rectangle of pixels. */
    record Box(int top, int left, int height, int width) {

        /** Around all places of a mask above a value; all of it where there are none. */
        static Box around(Mask mask, float above) {
            int top = mask.height();
            int left = mask.width();
            int bottom = -1;
            int right = -1;
            for (int y = 0; y < mask.height(); y++) {
                for (int x = 0; x < mask.width(); x++) {
                    if (mask.at(y, x) > above) {
                        top = Math.min(top, y);
                        bottom = Math.max(bottom, y);
                        left = Math.min(left, x);
                        right = Math.max(right, x);
                    }
                }
            }
            return bottom < 0 ? new Box(0, 0, mask.height(), mask.width()) : new Box(top, left, bottom - top + 1, right - left + 1);
        }

        /** With a margin, widened to the grid, cut at the picture's edges. */
        Box widened(int margin, int pictureHeight, int pictureWidth) {
            int newTop = Math.max(0, top - margin) / GRID * GRID;
            int newLeft = Math.max(0, left - margin) / GRID * GRID;
            int bottom = Math.min(pictureHeight, Math.ceilDiv(top + height + margin, GRID) * GRID);
            int right = Math.min(pictureWidth, Math.ceilDiv(left + width + margin, GRID) * GRID);
            return new Box(newTop, newLeft, bottom - newTop, right - newLeft);
        }

        Tensor of(Tensor planes) {
            int count = planes.shape().at(0);
            int allHeight = planes.shape().at(1);
            int allWidth = planes.shape().at(2);
            Tensor cut = Tensor.zeros(Shape.of(count, height, width));
            for (int plane = 0; plane < count; plane++) {
                for (int y = 0; y < height; y++) {
                    System.arraycopy(planes.data(), (plane * allHeight + top + y) * allWidth + left, cut.data(), (plane * height + y) * width, width);
                }
            }
            return cut;
        }

        Mask of(Mask mask) {
            return new Mask(height, width, of(Tensor.of(Shape.of(1, mask.height(), mask.width()), mask.values())).data());
        }

        /** Writes planes of this box's size to their place. */
        void put(Tensor planes, Tensor into) {
            for (int plane = 0; plane < planes.shape().at(0); plane++) {
                for (int y = 0; y < height; y++) {
                    System.arraycopy(planes.data(), (plane * height + y) * width, into.data(),
                            (plane * into.shape().at(1) + top + y) * into.shape().at(2) + left, width);
                }
            }
        }
    }

    /** @param scale 1 for the scene's own size */
    static WorkArea of(Scene scene, double scale, int margin) {
        int height = Math.max(1, (int) Math.round(scene.height() * scale));
        int width = Math.max(1, (int) Math.round(scene.width() * scale));
        Mask loose = Resampling.of(scene.loose(), height, width);
        Mask tight = Resampling.of(scene.tight(), height, width);
        Box crop = Box.around(loose, 0).widened(margin, height, width);
        return new WorkArea(height, width, crop, Resampling.of(scene.painting().values(), height, width),
                crop.of(Resampling.of(scene.composite().values(), height, width)), crop.of(tight), crop.of(loose));
    }

    /** How much smaller the work is so that the longer side of the mask's box is of some length; 1 where it is no longer. */
    static double scale(Scene scene, int size) {
        Box box = Box.around(scene.tight(), 0.5f);
        return Math.min(1, (double) size / Math.max(box.height(), box.width()));
    }

    Shape shape() {
        return composite.shape();
    }

    /** The painting where the crop lies. */
    Tensor paintingCrop() {
        return crop.of(painting);
    }

    /** Worked-on pixels at another area's size. */
    Tensor to(WorkArea other, Tensor pixels) {
        if (other.height == height && other.width == width && other.crop.equals(crop)) {
            return pixels.copy();
        }
        Tensor whole = painting.copy();
        crop.put(pixels, whole);
        return other.crop.of(Resampling.of(whole, other.height, other.width));
    }

    /** What came of the crop, laid over the painting at the scene's own size with a soft edge. */
    Picture shown(Scene scene, Mask soft, Tensor pixels, String name) {
        Tensor difference = pixels.copy();
        for (int i = 0; i < difference.size(); i++) {
            difference.data()[i] -= composite.data()[i];
        }
        Tensor whole = Tensor.zeros(Shape.of(3, height, width));
        crop.put(difference, whole);
        Tensor change = Resampling.of(whole, scene.height(), scene.width());
        Tensor made = Tensor.zeros(change.shape());
        int area = scene.height() * scene.width();
        for (int i = 0; i < made.size(); i++) {
            float m = soft.values()[i % area];
            float painted = scene.painting().values().data()[i];
            float changed = height == scene.height() && width == scene.width()
                    ? scene.composite().values().data()[i] + change.data()[i] : scene.composite().values().data()[i] + change.data()[i];
            made.data()[i] = Math.clamp(changed * m + painted * (1 - m), 0, 255);
        }
        return Picture.ofBytes(name, made);
    }
}
