package tadpole.engine.picture;

import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.tensor.Tensor;

/** Pictures out of data sets. */
public final class Pictures {

    private Pictures() {}

    /**
     * A sample's raw pixels, 0 to 255, under its class, part and number: "frog, train #242".
     *
     * @param test whether it is of the test part
     * @throws IllegalArgumentException where samples are no pictures, or there is no such sample
     */
    public static Picture of(Dataset dataset, boolean test, int index) {
        Split split = test ? dataset.test().orElseThrow(() -> new IllegalArgumentException(dataset.title() + " has no test part.")) : dataset.train();
        String part = test ? "test" : "train";
        if (!dataset.hasPictures()) {
            throw new IllegalArgumentException("The samples of %s are no pictures but %s numbers.".formatted(dataset.title(), dataset.shape()));
        }
        if (index < 0 || index >= split.size()) {
            throw new IllegalArgumentException("%s has samples #0 to #%d in its %s part, but #%d was asked for.".formatted(dataset.title(), split.size() - 1, part, index));
        }
        String label = dataset.isRegression() ? dataset.title() : dataset.classes().get(split.label(index));
        return of(split, index, "%s, %s #%d".formatted(label, part, index));
    }

    /** A sample's raw pixels, 0 to 255. Shape of the sample: channels×height×width. */
    public static Picture of(Split split, int index, String name) {
        Tensor values = Tensor.zeros(split.shape());
        split.read(index, values.data(), 0);
        return Picture.ofBytes(name, values);
    }
}
