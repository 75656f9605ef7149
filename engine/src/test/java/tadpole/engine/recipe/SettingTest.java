package tadpole.engine.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SettingTest {

    @Nested
    class ADecimal {
        private final Setting rate = new Setting.Decimal("rate", "Learning rate", 0.01, 1e-12, 1000, "", "How far a step goes.");

        @Test
        void takesAnyNumberWithinItsBounds() throws SettingException {
            assertThat(rate.check(0.5)).isEqualTo(0.5);
            assertThat(rate.check(3)).isEqualTo(3.0);
            assertThat(rate.check(1e-12)).isEqualTo(1e-12);
            assertThat(rate.check(1000L)).isEqualTo(1000.0);
        }

        @Test
        void saysItsBounds() {
            assertRefuses(rate, -1, "Learning rate (\"rate\") must be between 1e-12 and 1000, but is -1.");
            assertRefuses(rate, 0, "Learning rate (\"rate\") must be between 1e-12 and 1000, but is 0.");
            assertRefuses(rate, 1000.5, "Learning rate (\"rate\") must be between 1e-12 and 1000, but is 1000.5.");
            assertRefuses(rate, Double.NaN, "Learning rate (\"rate\") must be between 1e-12 and 1000, but is NaN.");
            assertRefuses(rate, Double.POSITIVE_INFINITY, "Learning rate (\"rate\") must be between 1e-12 and 1000, but is infinity.");
        }

        @Test
        void saysThatItIsANumber() {
            assertRefuses(rate, "fast", "Learning rate (\"rate\") must be a number, but is \"fast\".");
            assertRefuses(rate, true, "Learning rate (\"rate\") must be a number, but is true.");
            assertRefuses(rate, null, "Learning rate (\"rate\") must be a number, but is nothing.");
        }
    }

    @Nested
    class AWholeNumber {
        private final Setting batch = new Setting.Whole("batch", "Batch size", 64L, 1, 150, "images", "How many make a step.");
        private final Setting seed = new Setting.Whole("seed", "Seed", 1L, 0, Long.MAX_VALUE, "", "Where randomness comes from.");

        @Test
        void takesWholeNumbersHoweverTheyAreWritten() throws SettingException {
            assertThat(batch.check(64)).isEqualTo(64L);
            assertThat(batch.check(64.0)).isEqualTo(64L);
            assertThat(seed.check(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        }

        @Test
        void saysItsBounds() {
            assertRefuses(batch, 200, "Batch size (\"batch\") must be between 1 and 150, but is 200.");
            assertRefuses(batch, 0, "Batch size (\"batch\") must be between 1 and 150, but is 0.");
        }

        @Test
        void saysThatItIsWhole() {
            assertRefuses(batch, 1.5, "Batch size (\"batch\") must be a whole number, but is 1.5.");
            assertRefuses(batch, "64", "Batch size (\"batch\") must be a whole number, but is \"64\".");
            assertRefuses(batch, Double.NaN, "Batch size (\"batch\") must be a whole number, but is NaN.");
        }

        @Test
        void aNumberTooLongForTheMachineIsNotCutShort() {
            BigInteger tooLong = BigInteger.TWO.pow(64).add(BigInteger.TEN);

            assertRefuses(batch, tooLong, "Batch size (\"batch\") must be between 1 and 150, but is 18446744073709551626.");
            assertRefuses(seed, tooLong, "Seed (\"seed\") must be between 0 and 9223372036854775807, but is 18446744073709551626.");
            assertRefuses(seed, 1e300, "Seed (\"seed\") must be between 0 and 9223372036854775807, but is 1e300.");
            assertRefuses(seed, Double.POSITIVE_INFINITY, "Seed (\"seed\") must be a whole number, but is infinity.");
        }
    }

    @Nested
    class AChoice {
        private final Setting watch = new Setting.Choice("watch", "Better means", "loss",
                List.of(new Setting.Option("loss", "Lower loss"), new Setting.Option("accuracy", "Higher accuracy")), "What counts.");

        @Test
        void takesItsWordsOnly() throws SettingException {
            assertThat(watch.check("accuracy")).isEqualTo("accuracy");
            assertRefuses(watch, "speed", "Better means (\"watch\") must be one of loss, accuracy, but is \"speed\".");
            assertRefuses(watch, 1, "Better means (\"watch\") must be one of loss, accuracy, but is 1.");
        }
    }

    @Nested
    class ASwitch {
        private final Setting bias = new Setting.Switch("bias", "Bias", true, "Whether there is one.");

        @Test
        void isTrueOrFalse() throws SettingException {
            assertThat(bias.check(false)).isEqualTo(false);
            assertRefuses(bias, "yes", "Bias (\"bias\") must be true or false, but is \"yes\".");
        }
    }

    @Nested
    class AListOfNumbers {
        private final Setting mean = new Setting.Decimals("mean", "Mean", List.of(0.0), -10, 10, "", "One a channel.");

        @Test
        void takesAnyNumberOfThem() throws SettingException {
            assertThat(mean.check(List.of(1, 2.5))).isEqualTo(List.of(1.0, 2.5));
            assertThat(mean.check(List.of())).isEqualTo(List.of());
        }

        @Test
        void checksEachOfThem() {
            assertRefuses(mean, List.of(1, 11), "Mean (\"mean\") must be between -10 and 10, but is 11.");
            assertRefuses(mean, 3, "Mean (\"mean\") must be a list of numbers, but is 3.");
            assertRefuses(mean, Arrays.asList(1, null), "Mean (\"mean\") must be a list of numbers, but is [1, null].");
        }
    }

    private static void assertRefuses(Setting setting, Object given, String sentence) {
        assertThatThrownBy(() -> setting.check(given)).isInstanceOf(SettingException.class).hasMessage(sentence);
    }
}
