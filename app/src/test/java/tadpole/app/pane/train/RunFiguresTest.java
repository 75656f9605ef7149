package tadpole.app.pane.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tadpole.engine.training.TrainingEvent.Stepped;

class RunFiguresTest {

    private long nanos;
    private final RunFigures figures = new RunFigures(10, () -> nanos);

    @Test
    void aPauseAndSingleStepsDoNotSlowTheSpeed() {
        pass(1);
        step(100);
        assertThat(figures.now().stepsPerSecond()).isEqualTo(100);

        figures.setWorking(false);
        pass(2);
        step(101);
        pass(2);
        step(102);
        assertThat(figures.now().stepsPerSecond()).isEqualTo(100);

        figures.setWorking(true);
        pass(1);
        step(152);
        assertThat(figures.now().stepsPerSecond()).isEqualTo(50);
    }

    @Test
    void singleStepsAloneGiveADash() {
        figures.setWorking(false);
        pass(2);
        step(1);

        assertThat(figures.now().speedText()).isEqualTo("–");
    }

    private void pass(double seconds) {
        nanos += (long) (1e9 * seconds);
    }

    private void step(long number) {
        figures.accept(List.of(new Stepped(number, 0.1, 0.5, 9, 10, 0.1)));
    }
}
