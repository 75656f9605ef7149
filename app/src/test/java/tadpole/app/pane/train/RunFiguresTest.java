package tadpole.app.pane.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
    void atTheEndTheSpeedIsThatOfAllTraining() {
        pass(1);
        step(300);
        pass(3);
        step(301);
        assertThat(figures.now().stepsPerSecond()).isLessThan(1);

        figures.end(301, 4.3);

        assertThat(figures.now().stepsPerSecond()).isEqualTo(70, within(1e-9));
    }

    @Test
    void singleStepsAloneGiveADash() {
        figures.setWorking(false);
        pass(2);
        step(1);

        assertThat(figures.now().speedText()).isEqualTo("–");
    }

    @Test
    void aBranchWithoutAChangeShowsTheLossOfItsParent() {
        step(1, 2);
        Figures fork = figures.now();
        RunFigures branch = new RunFigures(10, () -> nanos);
        branch.beginAt(fork);

        step(2, 1);
        branch.accept(List.of(new Stepped(2, 0.1, 1, 9, 10, 0.1)));

        assertThat(branch.now().loss()).isEqualTo(figures.now().loss(), within(1e-12));
    }

    private void step(long number, double loss) {
        figures.accept(List.of(new Stepped(number, 0.1, loss, 9, 10, 0.1)));
    }

    private void pass(double seconds) {
        nanos += (long) (1e9 * seconds);
    }

    private void step(long number) {
        figures.accept(List.of(new Stepped(number, 0.1, 0.5, 9, 10, 0.1)));
    }
}
