package tadpole.app.pane.gradients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tadpole.engine.tensor.Shape;

class PlaceNamesTest {

    private static final List<String> CLASSES = List.of("cat", "frog");

    @Test
    void namesClassChannelRowAndColumnOfALinearClassifier() {
        PlaceNames names = new PlaceNames(CLASSES, Shape.of(3, 4, 5), "linear1", "linear1");

        assertThat(names.of("linear1.weight", Shape.of(2, 60), 60 + 20 + 3 * 5 + 2)).isEqualTo("frog, G, 3, 2");
        assertThat(names.of("linear1.bias", Shape.of(2), 1)).isEqualTo("frog");
    }

    @Test
    void countsWhereThereAreNoNames() {
        PlaceNames names = new PlaceNames(CLASSES, Shape.of(1, 4, 5), "conv2d1", "linear1");

        assertThat(names.of("conv2d1.weight", Shape.of(2, 1, 3, 3), 9 + 5)).isEqualTo("1, 1, 2");
        assertThat(names.of("conv2d1.bias", Shape.of(2), 1)).isEqualTo("1");
        assertThat(names.of("linear1.weight", Shape.of(2, 20), 27)).isEqualTo("frog, 7");
        assertThat(new PlaceNames(List.of(), Shape.of(1), "linear1", "linear1").of("linear1.weight", Shape.of(1, 1), 0)).isEqualTo("0, 0");
    }
}
