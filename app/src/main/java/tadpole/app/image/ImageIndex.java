package tadpole.app.image;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Split;

/** Which images of a part are looked at and in which order: a place on the wall for each. */
public final class ImageIndex {

    public static final ImageIndex NONE = new ImageIndex(new int[0]);

    private final int[] images;

    private ImageIndex(int[] images) {
        this.images = images;
    }

    /** Every image, as the file has them. */
    public static ImageIndex all(Split split) {
        return new ImageIndex(IntStream.range(0, split.size()).toArray());
    }

    /** The images of one class, in the order of the file. */
    public static ImageIndex ofClass(Split split, int label) {
        return new ImageIndex(IntStream.range(0, split.size()).filter(i -> split.label(i) == label).toArray());
    }

    /** Those images, in that order. */
    public static ImageIndex of(int... images) {
        return new ImageIndex(images.clone());
    }

    public int size() {
        return images.length;
    }

    /** The image at a place, counted from 0. */
    public int imageAt(int place) {
        return images[place];
    }

    /** Where an image stands; empty where it is not among them. */
    public OptionalInt placeOf(int image) {
        return IntStream.range(0, images.length).filter(place -> images[place] == image).findFirst();
    }
}
