package tadpole.engine.dataset;

import java.util.List;
import java.util.Optional;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/**
 * A data set in memory.
 *
 * @param key     its name in experiment files: "mnist", "cifar10", "tadpole-digits"
 * @param title   its name for people: "MNIST"
 * @param classes names of the classes, by label; empty where targets are numbers
 * @param made    the settings it was made from, one of {@link PointSets#ALL}; empty where it was read
 */
public record Dataset(String key, String title, List<String> classes, Split train, Optional<Split> test, Optional<Spec> made) {

    public Dataset {
        classes = List.copyOf(classes);
    }

    /** One that was read. */
    public Dataset(String key, String title, List<String> classes, Split train, Optional<Split> test) {
        this(key, title, classes, train, test, Optional.empty());
    }

    /** The same with other samples. */
    public Dataset with(Split otherTrain, Optional<Split> otherTest) {
        return new Dataset(key, title, classes, otherTrain, otherTest, made);
    }

    /** Shape of one sample. */
    public Shape shape() {
        return train.shape();
    }

    /** Whether samples are pictures: channels×height×width. */
    public boolean hasPictures() {
        return shape().rank() == 3;
    }

    /** Whether numbers are to come out instead of classes. */
    public boolean isRegression() {
        return train.target().isPresent();
    }
}
