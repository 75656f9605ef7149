package tadpole.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {

    private final Shape picture = Shape.of(3, 32, 32);

    @Test
    void knowsItsAxesAndItsSize() {
        assertThat(picture.rank()).isEqualTo(3);
        assertThat(picture.at(0)).isEqualTo(3);
        assertThat(picture.size()).isEqualTo(3072);
        assertThat(picture).hasToString("3×32×32");
    }

    @Test
    void aBatchHasOneAxisMoreInFront() {
        assertThat(picture.batchOf(64)).isEqualTo(Shape.of(64, 3, 32, 32)).isNotEqualTo(picture);
        assertThat(picture.batchOf(64).perSample()).isEqualTo(picture).hasSameHashCodeAs(picture);
    }

    @Test
    void nothingAndASingleNumberAreShapesToo() {
        assertThat(Shape.of(0, 5).size()).isZero();
        assertThat(Shape.of().size()).isEqualTo(1);
        assertThat(Shape.of()).hasToString("1");
    }

    @Test
    void doesNotFollowTheArrayItWasMadeOfOrGaveAway() {
        int[] sizes = {2, 3};
        Shape shape = Shape.of(sizes);

        sizes[0] = 9;
        shape.toArray()[1] = 9;

        assertThat(shape).isEqualTo(Shape.of(2, 3));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> Shape.of(3, -1))
                .isInstanceOf(ShapeException.class)
                .hasMessage("A shape has sizes of 0 or more, but here is [3, -1].");
        assertThatThrownBy(() -> Shape.of(65536, 65536))
                .hasMessage("A tensor holds at most 2147483647 numbers, but 65536 · 65536 are more. Take smaller sizes.");
        assertThatThrownBy(() -> Shape.of().perSample()).hasMessage("A single number has no batch axis.");
    }

    @Test
    void aProductThatRunsOverALongIsRefusedToo() {
        assertThatThrownBy(() -> Shape.of(1 << 30, 1 << 30, 1 << 30, 1 << 30)).isInstanceOf(ShapeException.class);
    }
}
