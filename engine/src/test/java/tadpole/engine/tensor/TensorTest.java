package tadpole.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TensorTest {

    private final Tensor tensor = Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6, Float.NaN, Float.NaN);

    @Test
    void mayStandAtTheFrontOfALongerArray() {
        assertThat(tensor.size()).isEqualTo(6);
        assertThat(tensor.copy().data()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(tensor.isFinite()).isTrue();
        assertThat(tensor.norm()).isCloseTo(Math.sqrt(91), within(1e-12));
    }

    @Test
    void fillingLeavesWhatIsBehindIt() {
        tensor.fill(7);

        assertThat(tensor.data()).containsExactly(7, 7, 7, 7, 7, 7, Float.NaN, Float.NaN);
    }

    @Test
    void anotherShapeSeesTheSameNumbers() {
        Tensor row = tensor.as(Shape.of(6));

        row.data()[0] = 9;

        assertThat(tensor.data()[0]).isEqualTo(9);
        assertThatThrownBy(() -> tensor.as(Shape.of(7)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("A tensor of 2×3 holds 6 numbers and cannot be seen as 7 with 7.");
    }

    @Test
    void takesOverNumbersOfItsOwnShapeOnly() {
        Tensor other = Tensor.zeros(Shape.of(2, 3));

        other.set(tensor);

        assertThat(other.data()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThatThrownBy(() -> Tensor.zeros(Shape.of(3, 2)).set(tensor))
                .hasMessage("Numbers of a 2×3 tensor do not fit into one of 3×2.");
    }

    @Test
    void needsEnoughNumbers() {
        assertThatThrownBy(() -> Tensor.of(Shape.of(2, 3), 1, 2))
                .isInstanceOf(ShapeException.class)
                .hasMessage("A tensor of 2×3 needs 6 numbers, but there are 2.");
    }

    @Test
    void isNotFiniteWithOneNumberThatIsNot() {
        assertThat(Tensor.of(Shape.of(2), 1, Float.NaN).isFinite()).isFalse();
        assertThat(Tensor.of(Shape.of(2), 1, Float.NEGATIVE_INFINITY).isFinite()).isFalse();
    }

    @Test
    void aLengthIsSummedInDouble() {
        Tensor many = Tensor.zeros(Shape.of(1 << 20));
        many.fill(0.1f);

        assertThat(many.norm()).isCloseTo(1024 * (double) 0.1f, within(1e-9));
    }

    @Test
    void copiesShareNothing() {
        Tensor copy = tensor.copy();

        copy.data()[0] = 9;

        assertThat(tensor.data()[0]).isEqualTo(1);
    }
}
