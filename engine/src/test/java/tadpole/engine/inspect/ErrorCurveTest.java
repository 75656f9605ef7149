package tadpole.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.Tanh;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;

class ErrorCurveTest {

    private final CheckSubject subject = subject();

    private static CheckSubject subject() {
        try {
            return Nets.subject(Shape.of(6), List.of(Nets.linear(7), Tanh.RECIPE.standard(), Nets.linear(4)), 5, 1);
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void theSlopesAreThoseOfTheory() {
        List<List<ErrorCurve.Line>> told = new ArrayList<>();
        List<ErrorCurve.Line> lines = ((JobOutcome.Finished<List<ErrorCurve.Line>>) curve(told).run(JobControl.UNWATCHED)).result();

        assertThat(lines).extracting(ErrorCurve.Line::label).containsExactly("double, centered", "double, one-sided", "float, centered", "float, one-sided");
        assertThat(lines).allSatisfy(line -> assertThat(line.points()).hasSize(45));
        assertThat(slope(lines.get(0), 1e-4, 1e-1)).isCloseTo(2, within(0.1));
        assertThat(slope(lines.get(0), 1e-12, 1e-7)).isCloseTo(-1, within(0.2));
        assertThat(slope(lines.get(1), 1e-6, 1e-1)).isCloseTo(1, within(0.05));
        assertThat(slope(lines.get(1), 1e-12, 1e-9)).isCloseTo(-1, within(0.3));
        assertThat(slope(lines.get(2), 1e-5, 1e-3)).isCloseTo(-1, within(0.3));
        assertThat(slope(lines.get(3), 1e-2, 1e-1)).isCloseTo(1, within(0.15));
        assertThat(lines.get(0).bestH().orElseThrow()).isBetween(lines.get(0).theoryH() / 30, 30 * lines.get(0).theoryH());
        assertThat(lines.get(1).bestH().orElseThrow()).isBetween(lines.get(1).theoryH() / 30, 30 * lines.get(1).theoryH());
        assertThat(told).hasSize(45).last().isEqualTo(lines);
    }

    private static double slope(ErrorCurve.Line line, double from, double to) {
        return line.slope(from, to).orElseThrow();
    }

    @Test
    void itCanBeStopped() {
        int[] asked = {0};
        JobControl control = new JobControl() {
            @Override
            public boolean proceed() {
                return asked[0]++ < 6;
            }

            @Override
            public void report(Progress progress) {}
        };

        List<ErrorCurve.Line> lines = ((JobOutcome.Stopped<List<ErrorCurve.Line>>) curve(new ArrayList<>()).run(control)).resultSoFar();

        assertThat(IntStream.range(0, 4).map(i -> lines.get(i).points().size())).containsExactly(2, 2, 1, 1);
    }

    private ErrorCurve curve(List<List<ErrorCurve.Line>> told) {
        return new ErrorCurve(subject, CheckPlan.RECIPE.standard().settings(), Device.plain(), told::add);
    }
}
