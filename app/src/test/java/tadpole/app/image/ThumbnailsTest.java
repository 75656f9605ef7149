package tadpole.app.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Images;

class ThumbnailsTest {

    private static final int UNTOUCHED = 0x12345678;

    private final Images images = Sets.colored(3, 2, 2);

    @Test
    void drawsEachPixelAsASquareOfItsColor() {
        int[] field = field(8, 6);

        new Thumbnails(images).paint(1, 2, 3, 1, field, 8, 6);

        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 8; x++) {
                boolean inside = y >= 1 && y < 5 && x >= 3 && x < 7;
                assertThat(field[y * 8 + x]).isEqualTo(inside ? color(1, (y - 1) / 2, (x - 3) / 2) : UNTOUCHED);
            }
        }
    }

    @Test
    void leavesOutWhatLiesAboveOrBelow() {
        int[] field = field(4, 2);

        new Thumbnails(images).paint(0, 2, 0, -1, field, 4, 2);

        assertThat(field[0]).isEqualTo(color(0, 0, 0));
        assertThat(field[4]).isEqualTo(color(0, 1, 0));
    }

    @Test
    void grayImagesAreGray() {
        int[] field = field(2, 2);

        new Thumbnails(Sets.gray(1, 2, 2)).paint(0, 1, 0, 0, field, 2, 2);

        assertThat(field).containsExactly(0xFF000000, 0xFF070707, 0xFF0E0E0E, 0xFF151515);
    }

    @Test
    void aPartThatIsNoImagesIsDrawnTheSameWay() {
        int[] field = field(4, 4);
        int[] expected = field(4, 4);

        new Thumbnails(images).paint(2, 2, 0, 0, expected, 4, 4);
        new Thumbnails(images.subset(new int[] {2, 0})).paint(0, 2, 0, 0, field, 4, 4);

        assertThat(field).containsExactly(expected);
    }

    private int color(int image, int y, int x) {
        return 0xFF000000 | images.pixel(image, 0, y, x) << 16 | images.pixel(image, 1, y, x) << 8 | images.pixel(image, 2, y, x);
    }

    private static int[] field(int width, int height) {
        int[] field = new int[width * height];
        Arrays.fill(field, UNTOUCHED);
        return field;
    }
}
