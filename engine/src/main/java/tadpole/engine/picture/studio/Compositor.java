package tadpole.engine.picture.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.harmonize.Scene;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.mask.MaskSteps;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Lays an object into its painting: painting + mask · cover · (object - painting). */
public final class Compositor {

    private final Device device;
    private Optional<Picture> halvedOf = Optional.empty();
    private final List<Picture> halved = new ArrayList<>();

    public Compositor(Device device) {
        this.device = device;
    }

    /** Three channels. */
    public static Picture inColor(Picture picture) {
        if (picture.channels() == 3) {
            return picture;
        }
        int area = picture.height() * picture.width();
        Tensor values = Tensor.zeros(Shape.of(3, picture.height(), picture.width()));
        for (int c = 0; c < 3; c++) {
            System.arraycopy(picture.values().data(), 0, values.data(), c * area, area);
        }
        return new Picture(picture.name(), values, picture.black(), picture.white());
    }

    /** The object in the pixels of a painting of that size. */
    public PlacedObject place(Picture object, Placement placement, int height, int width) {
        return placed(inColor(object), Affine.of(placement, object.height(), object.width()), height, width);
    }

    /** An object's own mask in the pixels of a painting of that size. */
    public Mask place(Mask own, Placement placement, int height, int width) {
        Affine there = Affine.of(placement, own.height(), own.width());
        Box box = there.of(Box.of(own.height(), own.width()), Math.max(1, 1 / there.scale())).within(Box.of(height, width));
        float[] means = new float[box.width() * box.height()];
        float[] cover = new float[means.length];
        new Resampler(own.values(), 1, own.height(), own.width(), there.inverse()).fill(box, means, cover, device);
        float[] values = new float[height * width];
        for (int y = 0; y < box.height(); y++) {
            for (int x = 0; x < box.width(); x++) {
                values[(box.y() + y) * width + box.x() + x] = means[y * box.width() + x] * cover[y * box.width() + x];
            }
        }
        return new Mask(height, width, values);
    }

    /** The same in much less time where the object is made much smaller, and a little less exact: to follow a hand. */
    public synchronized PlacedObject draft(Picture object, Placement placement, int height, int width) {
        int times = Math.max(0, (int) Math.round(Math.log(1 / placement.scale()) / Math.log(2)));
        Affine there = Affine.of(placement, object.height(), object.width());
        int power = 1;
        Picture small = inColor(object);
        if (times > 0 && halvedOf.filter(known -> known == object).isEmpty()) {
            halvedOf = Optional.of(object);
            halved.clear();
        }
        for (int i = 0; i < times && small.height() > 1 && small.width() > 1; i++) {
            if (halved.size() <= i) {
                halved.add(half(small));
            }
            small = halved.get(i);
            power *= 2;
        }
        return placed(small, new Affine(power, 0, 0, 0, power, 0).then(there), height, width);
    }

    private PlacedObject placed(Picture object, Affine there, int height, int width) {
        double margin = Math.max(1, 1 / there.scale());
        Box box = there.of(Box.of(object.height(), object.width()), margin).within(Box.of(height, width));
        float[] colors = new float[3 * box.width() * box.height()];
        float[] cover = new float[box.width() * box.height()];
        new Resampler(object.values().data(), 3, object.height(), object.width(), there.inverse()).fill(box, colors, cover, device);
        return new PlacedObject(box, colors, cover);
    }

    /** Means of 2×2 pixels; a last odd row or column falls away. */
    private static Picture half(Picture of) {
        int height = of.height() / 2;
        int width = of.width() / 2;
        Tensor means = Tensor.zeros(Shape.of(3, height, width));
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    means.data()[(c * height + y) * width + x] = (of.at(c, 2 * y, 2 * x) + of.at(c, 2 * y, 2 * x + 1)
                            + of.at(c, 2 * y + 1, 2 * x) + of.at(c, 2 * y + 1, 2 * x + 1)) / 4;
                }
            }
        }
        return new Picture(of.name(), means, of.black(), of.white());
    }

    /** The painting with the object pasted in, by the painting's name. */
    public Picture composite(Composition of) {
        return composite(of, of.object().map(object -> place(object, of.placement(), of.painting().height(), of.painting().width())));
    }

    private Picture composite(Composition of, Optional<PlacedObject> object) {
        Picture painting = inColor(of.painting());
        if (object.isEmpty()) {
            return painting;
        }
        Tensor values = painting.values().copy();
        PlacedObject placed = object.get();
        Box box = placed.box();
        int area = painting.height() * painting.width();
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                float share = of.mask().at(y, x) * placed.coverAt(y, x);
                if (share > 0) {
                    for (int c = 0; c < 3; c++) {
                        int at = c * area + y * painting.width() + x;
                        values.data()[at] = mix(values.data()[at], placed.colorAt(c, y, x), share);
                    }
                }
            }
        }
        return Picture.ofBytes(painting.name(), values);
    }

    public static float mix(float painting, float object, float share) {
        return share >= 1 ? object : painting + share * (object - painting);
    }

    /** What is to be harmonized: tight is where the object shows, and not where the mask lies beside it. */
    public Scene scene(Composition of) {
        int height = of.painting().height();
        int width = of.painting().width();
        Optional<PlacedObject> object = of.object().map(each -> place(each, of.placement(), height, width));
        Mask tight = object.map(each -> each.under(of.mask())).orElse(of.mask());
        return new Scene(composite(of, object), inColor(of.painting()), tight, loose(of, tight));
    }

    /** The mask that was given as the wider one, or else the tight one dilated. */
    public static Mask loose(Composition of, Mask tight) {
        return of.loose().orElseGet(() -> MaskSteps.dilated(tight, Math.max(tight.height(), tight.width())));
    }
}
