package tadpole.engine.dataset;

import java.util.List;
import java.util.Optional;
import tadpole.engine.tensor.Shape;

/**
 * A data set in memory.
 *
 * @param key     its name in experiment files: "mnist", "cifar10", "tadpole-digits"
 * @param title   its name for people: "MNIST"
 * @param classes names of the classes, by label
 */
public record Dataset(String key, String title, List<String> classes, Split train, Optional<Split> test) {

    public Dataset {
        classes = List.copyOf(classes);
    }

    /** Shape of one sample. */
    public Shape shape() {
        return train.shape();
    }
}
