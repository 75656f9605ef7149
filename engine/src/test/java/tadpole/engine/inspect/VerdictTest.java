package tadpole.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.layer.Relu;
import tadpole.engine.layer.Tanh;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Shape;

class VerdictTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            double, centered, 1,     coarse
            double, centered, 0.1,   coarse
            double, oneSided, 0.1,   coarse
            double, centered, 1e-14, fine
            double, oneSided, 1e-14, fine
            float,  centered, 1,     coarse
            float,  centered, 1e-7,  fine
            float,  centered, 1e-12, fine""")
    void aBadStepIsNoMistake(String precision, String difference, double h, String fault) throws SettingException {
        CheckSubject subject = Nets.subject(Shape.of(6), List.of(Nets.linear(7), Tanh.RECIPE.standard(), Nets.linear(4)), 5, 1);

        Verdict verdict = verdict(subject, Optional.empty(), Map.of("precision", precision, "difference", difference, "h", h));

        assertThat(verdict.place()).as(verdict.because()).isEqualTo(Place.UNTOLD);
        assertThat(verdict.because()).contains("too %s a step. Take h = 1e-5 in double.".formatted(fault));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-10, 1e-12, 1e-14})
    void noStepBlamesWhatIsRight(double h) throws SettingException {
        for (long seed = 1; seed <= 4; seed++) {
            for (CheckSubject subject : List.of(Nets.softmax(seed), Nets.dense(seed), Nets.convolutional(seed))) {
                Verdict verdict = verdict(subject, Optional.empty(), Map.of("h", h, "most", 20));

                assertThat(verdict.place()).as("%s: %s", seed, verdict.because()).isIn(h <= 1e-4 && h >= 1e-7 ? List.of(Place.NOWHERE) : List.of(Place.NOWHERE, Place.UNTOLD));
                if (verdict.place().equals(Place.NOWHERE)) {
                    assertThat(verdict.evidence()).isLessThan(1e-4);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1e-2, 1e-3, 1e-8})
    void aMistakeIsFoundWithAStepThatIsNotTheBest(double h) throws SettingException {
        Planted sign = new Planted(Mistakes.find("sign"), Place.layer("linear2"));

        assertThat(verdict(Nets.dense(1), Optional.of(sign), Map.of("h", h)).place()).isEqualTo(Place.layer("linear2"));
    }

    @Test
    void whereAllCrossedAKinkNothingAgrees() throws SettingException {
        CheckSubject subject = Nets.subject(Shape.of(4), List.of(Nets.linear(3), Relu.RECIPE.standard(), Nets.linear(2), Relu.RECIPE.standard()), 12, 1);

        Verdict verdict = verdict(subject, Optional.empty(), Map.of("h", 1.0));

        assertThat(verdict.place()).isEqualTo(Place.UNTOLD);
    }

    private static Verdict verdict(CheckSubject subject, Optional<Planted> planted, Map<String, Object> settings) throws SettingException {
        return Verdict.of(Nets.check(subject, planted, settings), Sanity.of(subject, planted));
    }
}
