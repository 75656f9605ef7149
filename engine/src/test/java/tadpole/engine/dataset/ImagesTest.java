package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.tensor.Shape;

class ImagesTest {

    private final Images images = Pictures.random(20, 3, 4, 5);

    @Test
    void readWhatEachPixelIs() {
        float[] values = new float[70];

        images.read(19, values, 10);

        assertThat(values[10 + 2 * 20 + 3 * 5 + 4]).isEqualTo(images.pixel(19, 2, 3, 4));
        assertThat(values[9]).isZero();
        assertThat(images.pixels()[19 * 60] & 0xFF).isEqualTo(images.pixel(19, 0, 0, 0));
    }

    @Test
    void haveLabelsUpTo255() {
        assertThat(new Images(Shape.of(1, 1, 1), new byte[1], new byte[] {-1}).label(0)).isEqualTo(255);
    }

    @Test
    void refuseBytesThatDoNotFit() {
        assertThatThrownBy(() -> new Images(Shape.of(1, 2, 2), new byte[7], new byte[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 pictures of 1×2×2 need 8 bytes, but there are 7.");
        assertThatThrownBy(() -> new Images(Shape.of(4), new byte[8], new byte[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Pictures are channels×height×width, but here 4.");
    }

    @Nested
    class Subsets {

        @Test
        void takeTheirSamplesInTheirOrder() {
            Split some = images.subset(new int[] {5, 2, 5});
            float[] values = new float[60];

            some.read(1, values, 0);

            assertThat(some.size()).isEqualTo(3);
            assertThat(some.shape()).isEqualTo(images.shape());
            assertThat(some.label(2)).isEqualTo(5);
            assertThat(values[0]).isEqualTo(images.pixel(2, 0, 0, 0));
        }

        @Test
        void ofSubsetsReadTheWholeAtOnce() {
            Split some = images.subset(new int[] {5, 2, 17}).subset(new int[] {2, 0});

            assertThat(some.label(0)).isEqualTo(7);
            assertThat(some.label(1)).isEqualTo(5);
            assertThat(some).isInstanceOfSatisfying(Subset.class, subset -> assertThat(subset.whole()).isSameAs(images));
        }

        @Test
        void areNotChangedByTheArrayTheyCameFrom() {
            int[] places = {5, 2};
            Split some = images.subset(places);

            places[0] = 9;

            assertThat(some.label(0)).isEqualTo(5);
        }
    }
}
