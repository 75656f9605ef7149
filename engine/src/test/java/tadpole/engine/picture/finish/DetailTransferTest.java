package tadpole.engine.picture.finish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tadpole.engine.job.JobControl;
import tadpole.engine.picture.Resize;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.proof.Drawn;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class DetailTransferTest {

    private static final Tensor PAINTING = Drawn.uniform(Shape.of(3, 48, 64), 0, 255, "painting");
    private static final Tensor SMALL = Resize.of(PAINTING, 24, 32, Resize.Way.AREA, Device.plain());

    private static Mask box() {
        float[] mask = new float[24 * 32];
        for (int y = 8; y < 16; y++) {
            java.util.Arrays.fill(mask, y * 32 + 10, y * 32 + 22, 1);
        }
        return new Mask(24, 32, mask);
    }

    private static Tensor large(Tensor picture, int threads) {
        try (Device device = Device.cpu(threads)) {
            return new DetailTransfer(PAINTING, SMALL, device).of(picture, box(), 1, JobControl.UNWATCHED).orElseThrow();
        }
    }

    @Test
    void thePaintingItselfComesBackWhereItWasWorkedOn() {
        Tensor large = large(SMALL, 2);

        for (int c = 0; c < 3; c++) {
            for (int y = 16; y < 32; y++) {
                for (int x = 20; x < 44; x++) {
                    int at = (c * 48 + y) * 64 + x;
                    assertThat(large.data()[at]).isCloseTo(PAINTING.data()[at], within(1e-3f));
                }
            }
        }
    }

    @Test
    void aPieceMovedInTheSmallPictureMovesWithItsDetail() {
        Tensor moved = SMALL.copy();
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < 24; y++) {
                for (int x = 31; x >= 6; x--) {
                    moved.data()[(c * 24 + y) * 32 + x] = SMALL.data()[(c * 24 + y) * 32 + x - 6];
                }
            }
        }

        Tensor large = large(moved, 2);

        int same = 0;
        for (int y = 18; y < 30; y++) {
            for (int x = 24; x < 42; x++) {
                same += Math.abs(large.data()[y * 64 + x] - PAINTING.data()[y * 64 + x - 12]) < 1e-2 ? 1 : 0;
            }
        }
        assertThat(same).isGreaterThan(12 * 18 * 9 / 10);
    }

    @Test
    void farFromTheMaskThePictureIsEnlargedOnly() {
        Tensor large = large(SMALL, 1);

        assertThat(large.data()[0]).isEqualTo(Resize.of(SMALL, 48, 64, Resize.Way.BICUBIC, Device.plain()).data()[0]);
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        assertThat(large(SMALL, 1).data()).isEqualTo(large(SMALL, 3).data());
    }
}
