package tadpole.app.pane.gradients.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tadpole.app.xray.Cells;
import tadpole.app.xray.Tone;
import tadpole.engine.formula.Address;
import tadpole.engine.tensor.Shape;

class MosaicTest {

    @TestFactory
    Stream<DynamicTest> everyNumberHasOneCell() {
        return Stream.of(Shape.of(1), Shape.of(5), Shape.of(10), Shape.of(100), Shape.of(3, 7), Shape.of(1, 28, 28), Shape.of(4, 8, 8),
                Shape.of(16, 3, 3, 3), Shape.of(10, 784)).map(shape -> DynamicTest.dynamicTest(shape.toString(), () -> {
            int[] places = Mosaic.of(shape).fitting(300, 200, 64).places();

            assertThat(Arrays.stream(places).filter(at -> at >= 0).sorted()).containsExactly(
                    IntStream.range(0, shape.size()).boxed().toArray(Integer[]::new));
        }));
    }

    @Test
    void rowsOfWeightsLookLikeThePicturesTheySee() {
        Mosaic mosaic = Mosaic.rows(Shape.of(10, 784), Shape.of(1, 28, 28)).fitting(200, 380, 64);

        assertThat(mosaic.tiles()).isEqualTo(10);
        assertThat(mosaic.height()).isEqualTo(28);
        assertThat(mosaic.width()).isEqualTo(28);
        assertThat(mosaic.across()).isEqualTo(2);
    }

    @Test
    void gapsHaveNoAddress() {
        Cells cells = Mosaic.of(Shape.of(2, 2, 2)).cells("maps", new double[] {0, 1, 2, 3, 4, 5, 6, 7}, index -> new Address.Input(0, index),
                Integer::toString, Tone::magnitude);

        assertThat(cells.columns()).isEqualTo(5);
        assertThat(cells.address().apply(2)).isEmpty();
        assertThat(cells.address().apply(3)).contains(new Address.Input(0, 4));
        assertThat(cells.tone().most()).isEqualTo(7);
    }
}
