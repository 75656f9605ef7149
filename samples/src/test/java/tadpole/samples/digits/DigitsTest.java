package tadpole.samples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.samples.drawing.Dice;

class DigitsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void theMiddleOfTheInkLiesInPixel14(int digit) {
        for (int seed = 0; seed < 50; seed++) {
            byte[] pixels = Digits.draw(digit, new Dice(seed));

            assertThat(mean(pixels, true)).isCloseTo(14, within(0.75));
            assertThat(mean(pixels, false)).isCloseTo(14, within(0.75));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void anotherSeedWritesAnotherDigit(int digit) {
        assertThat(Digits.draw(digit, new Dice(1))).isEqualTo(Digits.draw(digit, new Dice(1)))
                .isNotEqualTo(Digits.draw(digit, new Dice(2)));
    }

    private static double mean(byte[] pixels, boolean across) {
        double mass = 0;
        double sum = 0;
        for (int i = 0; i < pixels.length; i++) {
            int ink = pixels[i] & 255;
            mass += ink;
            sum += ink * (across ? i % Digits.SIDE : i / Digits.SIDE);
        }
        return sum / mass;
    }
}
