package tadpole.engine.picture.harmonize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.mask.MaskSteps;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class RaggedEdgeTest {

    private static final int SIDE = 80;

    @Test
    void lightStrokesBreakTheEdgeAndLeaveTheMiddleAndWhatLiesOutside() {
        Mask tight = middle();
        Mask ragged = RaggedEdge.of(tight, striped(100), 8);
        Mask even = MaskSteps.composing(tight);

        double broken = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            assertThat(ragged.values()[i]).isBetween(0f, even.values()[i]);
            broken = Math.max(broken, even.values()[i] - ragged.values()[i]);
        }
        assertThat(broken).isGreaterThan(0.5);
        assertThat(ragged.at(SIDE / 2, SIDE / 2)).isGreaterThan(0.99f);
    }

    @Test
    void paintWithoutStrokesLeavesTheEdge() {
        assertThat(RaggedEdge.of(middle(), striped(0), 8)).isEqualTo(MaskSteps.composing(middle()));
    }

    private static Mask middle() {
        float[] mask = new float[SIDE * SIDE];
        for (int y = 15; y < SIDE - 15; y++) {
            java.util.Arrays.fill(mask, y * SIDE + 15, (y + 1) * SIDE - 15, 1);
        }
        return new Mask(SIDE, SIDE, mask);
    }

    private static Picture striped(int height) {
        Tensor pixels = Tensor.zeros(Shape.of(3, SIDE, SIDE));
        for (int i = 0; i < pixels.size(); i++) {
            pixels.data()[i] = 80 + i / SIDE / 6 % 2 * height;
        }
        return Picture.ofBytes("striped", pixels);
    }
}
