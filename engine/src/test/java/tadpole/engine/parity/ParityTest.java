package tadpole.engine.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.layer.Layers;
import tadpole.engine.loss.Losses;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.tensor.Device;

/** Everything against PyTorch's own numbers, which module parity put into the files beside this test's resources. */
class ParityTest {

    static List<Golden> cases() {
        return Golden.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithPyTorch(Golden golden) {
        try (Device device = Device.cpu(1)) {
            agrees(golden, device);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void plainLoopsAgreeWithPyTorch(Golden golden) {
        try (Device device = Device.plain()) {
            agrees(golden, device);
        }
    }

    private static void agrees(Golden golden, Device device) {
        TadpoleSide side = new TadpoleSide(golden.given(), device);
        Golden.Expected expected = golden.expected();
        double tolerance = golden.given().tolerance();
        List<float[]> start = side.parameters();
        Figures figures = null;
        for (int step = 0; step < golden.given().training().steps(); step++) {
            figures = side.step(step);
            if (step == 0 && !expected.gradients().isEmpty()) {
                assertThat(Difference.of(figures.gradients(), expected.gradients())).as("gradients").isLessThanOrEqualTo(tolerance);
            }
            if (expected.rates().length > 0) {
                assertThat(Difference.of(figures.rate(), expected.rates()[step])).as("rate of step %d", step).isLessThan(1e-12);
            }
            assertThat(Difference.of(figures.loss(), expected.losses()[step])).as("loss of step %d", step).isLessThanOrEqualTo(tolerance);
        }
        assertThat(Difference.ofParameters(start, figures.parameters(), expected.parameters())).as("parameters").isLessThanOrEqualTo(tolerance);
        assertThat(Difference.of(figures.buffers(), expected.buffers())).as("buffers").isLessThanOrEqualTo(tolerance);
        assertThat(Difference.of(List.of(side.evaluate()), List.of(expected.evaluations()))).as("evaluation").isLessThanOrEqualTo(tolerance);
    }

    @Test
    void everyRecipeHasACase() {
        List<String> without = new ArrayList<>();
        without.addAll(without("layer", Layers.ALL.stream()));
        without.addAll(without("loss", Losses.ALL.stream()));
        without.addAll(without("optimizer", Optimizers.ALL.stream()));
        without.addAll(without("schedule", Schedules.ALL.stream()));

        assertThat(without).as("add a case to module parity and run it with --golden: docs/parity.md").isEmpty();
    }

    private static List<String> without(String kind, Stream<? extends Recipe<?>> all) {
        List<String> known = cases().stream().map(golden -> golden.given().subject()).filter(subject -> subject.kind().equals(kind))
                .map(ParityCase.Subject::type).toList();
        return all.map(Recipe::type).filter(type -> !known.contains(type)).map(type -> kind + " " + type).toList();
    }
}
