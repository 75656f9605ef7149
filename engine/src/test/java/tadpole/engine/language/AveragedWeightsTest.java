package tadpole.engine.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

class AveragedWeightsTest {

    private final Parameter weight = Parameter.zeros("weight", Parameter.Role.WEIGHT, Shape.of(37));

    @Test
    void isTheMeanOfTheWeightsAfterEveryStepSinceTheTrigger() {
        AveragedWeights averaged = new AveragedWeights(List.of(weight), 0);
        double[] sum = new double[37];
        var random = new Seed(4).generator();

        try (Device device = Device.cpu(2)) {
            for (int step = 0; step < 60; step++) {
                for (int i = 0; i < 37; i++) {
                    weight.value().data()[i] = random.nextFloat();
                    sum[i] += step >= 10 ? weight.value().data()[i] : 0;
                }
                averaged.add(device);
                if (step == 9) {
                    averaged.judge(1);
                    averaged.judge(2);
                }
            }
        }
        float[] last = weight.value().data().clone();
        averaged.swap();

        for (int i = 0; i < 37; i++) {
            assertEquals(sum[i] / 50, weight.value().data()[i], 2e-6);
        }
        averaged.swap();
        assertEquals(last[36], weight.value().data()[36]);
    }

    @Test
    void triggersWhereValidationIsWorseThanTheBestOfAllButTheLastEpochs() {
        AveragedWeights averaged = new AveragedWeights(List.of(weight), 2);

        for (double validation : new double[] {5, 4, 4.5, 4.2}) {
            averaged.judge(validation);
            assertFalse(averaged.isTriggered());
        }
        averaged.judge(4.1);

        assertTrue(averaged.isTriggered());
    }

    @Test
    void triggersWithoutValidationWhenThePatienceIsOver() {
        AveragedWeights averaged = new AveragedWeights(List.of(weight), 1);

        averaged.judge(Double.NaN);
        assertFalse(averaged.isTriggered());
        averaged.judge(Double.NaN);

        assertTrue(averaged.isTriggered());
    }
}
