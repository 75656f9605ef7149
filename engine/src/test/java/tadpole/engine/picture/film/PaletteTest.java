package tadpole.engine.picture.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tadpole.engine.tensor.Seed;

class PaletteTest {

    private static boolean[] all(int size) {
        boolean[] made = new boolean[size];
        Arrays.fill(made, true);
        return made;
    }

    @Test
    void fewColorsAreKeptAsTheyAre() {
        int[] pixels = {0xFF0000, 0x00FF00, 0x0102FF, 0xFF0000};

        Palette palette = Palette.of(pixels, all(4), 255);

        assertThat(palette.colors()).containsExactlyInAnyOrder(0xFF0000, 0x00FF00, 0x0102FF);
        assertThat(palette.color(palette.indexOf(0x00FF00))).isEqualTo(0x00FF00);
        assertThat(Dither.of(pixels, all(4), 2, palette, 255)[0]).isEqualTo((byte) palette.indexOf(0xFF0000));
    }

    @Test
    void colorsThatAreNotAskedForCostNothing() {
        int[] pixels = {0xFF0000, 0x00FF00, 0x0102FF};
        boolean[] asked = {false, true, false};

        assertThat(Palette.of(pixels, asked, 255).colors()).containsExactly(0x00FF00);
        assertThat(Palette.of(pixels, new boolean[3], 255).size()).isZero();
        assertThat(Dither.of(pixels, asked, 3, Palette.of(pixels, asked, 255), 255)).containsExactly((byte) 255, (byte) 0, (byte) 255);
    }

    @Test
    void manyColorsAreAllNearOneOfThePalette() {
        RandomGenerator random = new Seed(1).generator();
        int[] pixels = random.ints(20000, 0, 1 << 24).toArray();

        Palette palette = Palette.of(pixels, all(pixels.length), 255);

        assertThat(palette.size()).isEqualTo(255);
        double sum = 0;
        for (int pixel : pixels) {
            int near = palette.color(palette.indexOf(pixel));
            for (int c = 0; c < 3; c++) {
                sum += Math.pow(Palette.channel(pixel, c) - Palette.channel(near, c), 2);
            }
        }
        // A cube cut into 255 equal cubes has 3 · (256 / 255^(1/3))² / 12 each.
        assertThat(sum / pixels.length).isLessThan(1.35 * 3 * Math.pow(256 / Math.cbrt(255), 2) / 12);
    }

    @Test
    void aMeanColorIsKeptOverMany() {
        int[] pixels = new int[64 * 64];
        Arrays.fill(pixels, 0x804020);
        for (int i = 0; i < 8; i++) {
            pixels[i] = i % 2 == 0 ? 0 : 0xFFFFFF;
        }
        Palette palette = Palette.of(new int[] {0, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF}, all(5), 5);

        byte[] drawn = Dither.of(pixels, all(pixels.length), 64, palette, 255);

        double red = 0;
        for (byte index : drawn) {
            red += Palette.channel(palette.color(index), 0);
        }
        assertThat(red / drawn.length).isEqualTo(0x80, within(4.0));
    }
}
