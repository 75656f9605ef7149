package tadpole.engine.picture.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class CutOutTest {

    private static final int HEIGHT = 9;
    private static final int WIDTH = 14;
    private static final float[] RED = {200, 30, 10};

    private final float[] cover = new float[HEIGHT * WIDTH];

    /** A red square with one soft column at its right, laid on white. */
    private CutOut cut() {
        float[] laid = new float[3 * cover.length];
        for (int i = 0; i < cover.length; i++) {
            int x = i % WIDTH;
            cover[i] = i / WIDTH < 2 || x < 3 || x > 7 ? 0 : x == 7 ? 128 : 255;
            for (int c = 0; c < 3; c++) {
                laid[c * cover.length + i] = Math.round(RED[c] * cover[i] / 255 + 255 * (1 - cover[i] / 255));
            }
        }
        return CutOut.of(Picture.ofBytes("square", Tensor.of(Shape.of(3, HEIGHT, WIDTH), laid)), Picture.ofBytes("square", Tensor.of(Shape.of(1, HEIGHT, WIDTH), cover)));
    }

    @Test
    void theMaskIsTheAlpha() {
        CutOut cut = cut();

        for (int i = 0; i < cover.length; i++) {
            assertThat(cut.mask().values()[i]).isEqualTo(cover[i] / 255);
        }
    }

    @Test
    void nothingOfTheWhiteIsLeftAtTheEdgeNorAroundIt() {
        Picture object = cut().object();

        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int c = 0; c < 3; c++) {
                    assertThat(object.at(c, y, x)).as("channel %d, y %d, x %d", c, y, x).isCloseTo(RED[c], within(1.5f));
                }
            }
        }
    }
}
