package tadpole.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tadpole.engine.layer.Pass;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

class LossesTest {

    private final Pass pass = Pass.training(Device.plain());

    @Test
    void aNetworkWithTheWrongNumberOfOutputsIsToldBothNumbers() {
        assertRefuses(CrossEntropy.RECIPE.type(),
                "Cross-entropy needs one output for each of the 10 classes, but the network gives 12. End it with a linear layer of 10 outputs.");
        assertRefuses(ProbabilityCrossEntropy.RECIPE.type(),
                "Cross-entropy on probabilities needs one output for each of the 10 classes, but the network gives 12. End it with a linear layer of 10 outputs.");
        assertRefuses(NegativeLogLikelihood.RECIPE.type(),
                "Negative log-likelihood needs one output for each of the 10 classes, but the network gives 12. End it with a linear layer of 10 outputs.");
        assertRefuses("sigmoidCrossEntropy",
                "Sigmoid cross-entropy needs one output for each of the 10 classes, but the network gives 12. End it with a linear layer of 10 outputs.");
        assertRefuses("sumOfSquares", "Sum of squares needs one output for each of the 10 classes, but the network gives 12. End it with a linear layer of 10 outputs.");
        assertRefuses("hinge", "Hinge needs one output for each of the 10 classes, but the network gives 12. End it with a linear layer of 10 outputs.");
        assertRefuses(MeanSquaredError.RECIPE.type(),
                "Mean squared error needs one output for each of the 10 classes or a single one, but the network gives 12. End it with a linear layer of 10 outputs.");
    }

    @Test
    void aPictureIsNoRowOfScores() {
        assertThatThrownBy(() -> loss("crossEntropy").accept(Shape.of(1, 4, 4), 16))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Cross-entropy needs one output for each of the 16 classes, but the network gives 1×4×4. End it with a flatten layer and a linear layer of 16 outputs.");
    }

    @Test
    void valuesAreNoClasses() {
        Tensor outputs = Tensor.zeros(Shape.of(1, 2));

        assertThatThrownBy(() -> loss("crossEntropy").forward(outputs, new Target.Values(outputs), pass))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cross-entropy takes classes, not values.");
    }

    @Test
    void equalScoresCostTheLogarithmOfTheClasses() {
        Tensor outputs = Tensor.zeros(Shape.of(4, 10));
        Target target = new Target.Classes(new int[] {0, 3, 3, 9}, 4);

        assertThat(loss("crossEntropy").forward(outputs, target, pass)).isCloseTo(Math.log(10), within(1e-6));
    }

    @Test
    void scoresOfAThousandStayFinite() {
        Tensor outputs = Tensor.of(Shape.of(2, 3), 1000, 0, -1000, -1000, 1000, 999);
        Target target = new Target.Classes(new int[] {0, 2}, 2);

        assertThat(loss("crossEntropy").forward(outputs, target, pass)).isCloseTo((0 + 1.3132617) / 2, within(1e-6));
        assertThat(loss("crossEntropy").backward(outputs, target, pass).isFinite()).isTrue();
    }

    /** The course's own choice: the true derivative below the clip is 0 and would never lead back. */
    @Test
    void belowTheClipTheProbabilityCountsAsTheClipInLossAndGradient() {
        Tensor outputs = Tensor.of(Shape.of(1, 2), 0f, 1f);
        Target target = new Target.Classes(new int[] {0}, 1);

        assertThat(loss("probabilityCrossEntropy").forward(outputs, target, pass)).isCloseTo(18.420681, within(1e-6));
        assertThat(loss("probabilityCrossEntropy").backward(outputs, target, pass).data()).containsExactly(-1e8f, 0f);
    }

    @Test
    void sigmoidsOfAThousandStayFinite() {
        Tensor outputs = Tensor.of(Shape.of(1, 3), 1000, -1000, 1000);
        Target target = new Target.Classes(new int[] {0}, 1);

        assertThat(loss("sigmoidCrossEntropy").forward(outputs, target, pass)).isEqualTo(1000);
        assertThat(loss("sigmoidCrossEntropy").backward(outputs, target, pass).data()).containsExactly(0, 0, 1);
    }

    @Test
    void undecidedSigmoidsCostLnTwoForEachClass() {
        Target target = new Target.Classes(new int[] {0, 9}, 2);

        assertThat(loss("sigmoidCrossEntropy").forward(Tensor.zeros(Shape.of(2, 10)), target, pass))
                .isCloseTo(10 * Math.log(2), within(1e-12));
    }

    @Test
    void sumsAndHingesByHand() {
        Tensor outputs = Tensor.of(Shape.of(2, 3), 1, 2, -1, 0.5f, 0, 3);
        Target target = new Target.Classes(new int[] {0, 2}, 2);

        // (0 + 4 + 1 + 0.25 + 0 + 4) / 2; ((2 - 1 + 1) + 0 + 0 + 0) / 2, where -1 and 0 are below the margin.
        assertThat(loss("sumOfSquares").forward(outputs, target, pass)).isEqualTo(4.625);
        assertThat(loss("hinge").forward(outputs, target, pass)).isEqualTo(1);
        assertThat(loss("hinge").backward(outputs, target, pass).data()).containsExactly(-0.5f, 0.5f, 0, 0, 0, 0);
    }

    private static void assertRefuses(String type, String sentence) {
        assertThatThrownBy(() -> loss(type).accept(Shape.of(12), 10)).isInstanceOf(ShapeException.class).hasMessage(sentence);
    }

    private static Loss loss(String type) {
        return Losses.ALL.stream().filter(recipe -> recipe.type().equals(type)).findFirst()
                .map(recipe -> recipe.maker().make(recipe.standard().settings())).orElseThrow();
    }
}
