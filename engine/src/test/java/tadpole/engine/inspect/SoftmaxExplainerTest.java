package tadpole.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tadpole.engine.formula.Address;
import tadpole.engine.tensor.Seed;

class SoftmaxExplainerTest {

    @Test
    void whatItWritesDownComesToTheEnginesNumber() {
        RandomGenerator random = new Seed(4).generator();
        for (int round = 0; round < 50; round++) {
            SoftmaxNumbers numbers = new SoftmaxNumbers(random.doubles(2 + round % 9, -20, 20).toArray(), round % 2);
            Explainer explainer = new SoftmaxExplainer(numbers, 0);
            for (int i = 0; i < numbers.classes(); i++) {
                same(explainer, new Address.Activation(0, 0, i), numbers.logit(i));
                same(explainer, new Address.Probability(0, i), numbers.probability(i));
                same(explainer, new Address.ActivationGradient(0, 0, i), numbers.logitGradient(i));
                for (int j = 0; j < numbers.classes(); j++) {
                    same(explainer, new Address.Jacobian(0, i, j), numbers.jacobian(i, j));
                }
            }
            same(explainer, new Address.SampleLoss(0), numbers.nats());
        }
    }

    private static void same(Explainer explainer, Address address, double value) {
        Arithmetic arithmetic = explainer.explain(address);

        assertThat(arithmetic.value()).isEqualTo(value);
        assertThat(arithmetic.recomputed()).isCloseTo(value, within(4e-14 * Math.max(1, Math.abs(value))));
        assertThat(arithmetic.sources()).allSatisfy(source -> assertThat(explainer.explain(source).of()).isEqualTo(source));
    }

    @Test
    void refusesWhatItDoesNotHave() {
        Explainer explainer = new SoftmaxExplainer(new SoftmaxNumbers(new double[3], 0), 0);

        assertThatThrownBy(() -> explainer.explain(new Address.Probability(0, 3))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> explainer.explain(new Address.Weight("linear1.weight", 0))).isInstanceOf(IllegalArgumentException.class);
    }
}
