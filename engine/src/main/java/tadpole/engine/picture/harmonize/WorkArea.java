package tadpole.engine.picture.harmonize;

import tadpole.engine.picture.Box;
import tadpole.engine.picture.Crop;
import tadpole.engine.picture.Resize;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * A scene at the size at which the work is done, and the crop of it that is worked on: the loose mask's box with a margin.
 *
 * @param height    of the whole scene at this size
 * @param width     of the whole scene at this size
 * @param crop      what is worked on
 * @param painting  all of the painting, [3,height,width]
 * @param composite [3,crop]
 * @param tight     of the crop's size
 * @param loose     of the crop's size
 */
record WorkArea(int height, int width, Box crop, Tensor painting, Tensor composite, Mask tight, Mask loose) {

    /** A crop's edges lie on multiples of this, so that the windows of poolings stay where they were. */
    private static final int GRID = 16;

    /** @param scale 1 for the scene's own size @param margin in pixels of the work */
    static WorkArea of(Scene scene, double scale, int margin, Device device) {
        int height = (int) Math.max(1, Math.round(scene.height() * scale));
        int width = (int) Math.max(1, Math.round(scene.width() * scale));
        Tensor loose = resized(plane(scene.loose()), height, width, device);
        Tensor tight = resized(plane(scene.tight()), height, width, device);
        Box crop = crop(new Mask(height, width, loose.data()).box(), margin, height, width);
        return new WorkArea(height, width, crop, resized(scene.painting().values(), height, width, device),
                Crop.of(resized(scene.composite().values(), height, width, device), crop), mask(Crop.of(tight, crop)), mask(Crop.of(loose, crop)));
    }

    /** How much smaller the work is so that the longer side of the object's box is of some length; 1 where it is no longer. */
    static double scale(Scene scene, int size) {
        Box box = scene.tight().boxAbove(0.5f);
        return Math.min(1, (double) size / Math.max(1, Math.max(box.width(), box.height())));
    }

    /** How large the crop is at a scale, without making anything: {height, width} of the crop, then of the whole. */
    static int[] size(Scene scene, double scale, int margin) {
        int height = (int) Math.max(1, Math.round(scene.height() * scale));
        int width = (int) Math.max(1, Math.round(scene.width() * scale));
        Box loose = scene.loose().box();
        Box crop = crop(Box.between((int) (loose.x() * scale), (int) (loose.y() * scale), (int) Math.ceil(loose.right() * scale),
                (int) Math.ceil(loose.bottom() * scale)), margin, height, width);
        return new int[] {crop.height(), crop.width(), height, width};
    }

    private static Box crop(Box loose, int margin, int height, int width) {
        int left = Math.max(0, loose.x() - margin) / GRID * GRID;
        int top = Math.max(0, loose.y() - margin) / GRID * GRID;
        return Box.between(left, top, Math.min(width, Math.ceilDiv(loose.right() + margin, GRID) * GRID),
                Math.min(height, Math.ceilDiv(loose.bottom() + margin, GRID) * GRID));
    }

    static Tensor resized(Tensor planes, int height, int width, Device device) {
        if (planes.shape().at(1) == height && planes.shape().at(2) == width) {
            return planes;
        }
        return Resize.of(planes, height, width, height < planes.shape().at(1) ? Resize.Way.AREA : Resize.Way.BICUBIC, device);
    }

    static Tensor plane(Mask mask) {
        return Tensor.of(Shape.of(1, mask.height(), mask.width()), mask.values());
    }

    private static Mask mask(Tensor plane) {
        return new Mask(plane.shape().at(1), plane.shape().at(2), plane.data());
    }

    /** Worked-on pixels as those of another area of the same scene. */
    Tensor to(WorkArea other, Tensor pixels, Device device) {
        if (other.height == height && other.width == width && other.crop.equals(crop)) {
            return pixels.copy();
        }
        Tensor whole = painting.copy();
        Crop.paste(pixels, whole, crop);
        return Crop.of(resized(whole, other.height, other.width, device), other.crop);
    }

    /** The pixels at the scene's own size, as large as they were worked out. */
    Tensor enlarged(Scene scene, Tensor pixels, Device device) {
        Tensor whole = painting.copy();
        Crop.paste(pixels, whole, crop);
        return resized(whole, scene.height(), scene.width(), device);
    }
}
