package tadpole.app.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.formula.Address;

class XRayModelTest {

    private static final Address GRADIENT = new Address.WeightGradient("linear1.weight", 5);
    private static final Address PROBABILITY = new Address.Probability(0, 0);
    private static final Address OUTPUT = new Address.Activation(0, 0, 2);

    private final XRayModel model = new XRayModel();

    @Test
    void withoutAnExplainerNothingOpens() {
        model.open(GRADIENT);

        assertThat(model.openProperty().get()).isFalse();
    }

    @Nested
    class WhenOpen {

        @BeforeEach
        void open() {
            model.explain(Optional.of(new FakeStep(8, 1)));
            model.open(GRADIENT);
        }

        @Test
        void theNumberAndItsSourcesAreLitByKind() {
            Lit lit = model.litProperty().get();

            assertThat(lit.at(GRADIENT)).contains(Mark.SELF);
            assertThat(lit.at(PROBABILITY)).contains(Mark.FIRST);
            assertThat(lit.at(new Address.Input(0, 5))).contains(Mark.SECOND);
            assertThat(lit.at(new Address.Input(0, 4))).isEmpty();
        }

        @Test
        void oneWalksToASourceAndBackAndForward() {
            assertThat(model.beforeProperty().get()).isFalse();
            model.walk(PROBABILITY);
            model.walk(OUTPUT);
            assertThat(shown()).isEqualTo(OUTPUT);
            assertThat(model.litProperty().get().at(GRADIENT)).isEmpty();

            model.back();
            assertThat(shown()).isEqualTo(PROBABILITY);
            assertThat(model.afterProperty().get()).isTrue();
            model.back();
            model.back();
            assertThat(shown()).isEqualTo(GRADIENT);
            model.forward();
            model.forward();
            model.forward();
            assertThat(shown()).isEqualTo(OUTPUT);
        }

        @Test
        void walkingFromTheMiddleForgetsTheOldWay() {
            model.walk(PROBABILITY);
            model.back();
            model.walk(new Address.Input(0, 5));

            assertThat(model.afterProperty().get()).isFalse();
            model.back();
            assertThat(shown()).isEqualTo(GRADIENT);
        }

        @Test
        void aNewStepExplainsTheSameNumberAnew() {
            model.walk(PROBABILITY);
            double before = model.shownProperty().get().orElseThrow().value();

            model.explain(Optional.of(new FakeStep(8, 2)));

            assertThat(shown()).isEqualTo(PROBABILITY);
            assertThat(model.shownProperty().get().orElseThrow().value()).isNotEqualTo(before);
            model.back();
            assertThat(shown()).isEqualTo(GRADIENT);
        }

        @Test
        void aNumberThatIsGoneCloses() {
            model.open(new Address.Input(0, 7));
            model.explain(Optional.of(new FakeStep(3, 1)));

            assertThat(model.openProperty().get()).isFalse();
            assertThat(model.litProperty().get()).isEqualTo(Lit.NOTHING);
        }

        @Test
        void withoutAnExplainerItCloses() {
            model.explain(Optional.empty());

            assertThat(model.shownProperty().get()).isEmpty();
        }

        @Test
        void aPlaceThatDoesNotExistIsRefusedAndChangesNothing() {
            assertThatThrownBy(() -> model.walk(new Address.Loss())).isInstanceOf(IllegalArgumentException.class);
            assertThat(shown()).isEqualTo(GRADIENT);
            assertThat(model.beforeProperty().get()).isFalse();
        }

        private Address shown() {
            return model.shownProperty().get().orElseThrow().of();
        }
    }
}
