package tadpole.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tadpole.engine.inspect.CheckPlan;

class DifferencePictureTest {

    @Test
    void theAxisHoldsEveryStepThatCanBeChosen() {
        for (double h : new double[] {CheckPlan.H.least(), 3e-13, 1e-5, CheckPlan.H.most()}) {
            assertThat(DifferencePicture.h(DifferencePicture.x(h, 400), 400)).isCloseTo(h, within(h / 1e6));
        }
    }
}
