package tadpole.app.pane.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static tadpole.app.pane.kernels.TestBench.modelOf;
import static tadpole.app.pane.kernels.TestBench.picture;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tadpole.engine.convolution.Border;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;

class ConvolutionFormTest {

    private final KernelsModel model = modelOf(picture(3, 8, 6));
    private final ConvolutionForm form = new ConvolutionForm(model);

    @Test
    void aFieldChangesThePlanAsOneStep() {
        form.form().field("padding").take("pixels");
        form.form().field("pixels").enter("2");
        form.form().field("border").take("reflect");
        assertThat(model.planProperty().get().padding()).isEqualTo(new Padding(false, 2, Border.REFLECT));

        model.undo();
        model.undo();
        assertThat(model.planProperty().get().padding()).isEqualTo(Padding.of(1));
        assertThat(form.form().field("pixels").value()).isEqualTo(1L);
        model.undo();

        assertThat(form.form().field("padding").value()).isEqualTo("same");
        assertThat(model.undoableProperty().get()).isFalse();
    }

    @Test
    void followsThePlan() {
        model.change(plan -> plan.withMixing(Mixing.SUM).withStride(3).withPadding(Padding.none()).withDilation(2));

        assertThat(form.form().settings().asMap()).containsEntry("channels", "sum").containsEntry("stride", 3L).containsEntry("padding", "none")
                .containsEntry("dilation", 2L);
        model.undo();
        assertThat(model.redoableProperty().get()).isTrue();
    }

    @Test
    void whatWasRefusedGoesWithTheNextPlan() {
        form.form().field("stride").enter("5000");
        assertThat(form.form().field("stride").refusalProperty().get()).isNotEmpty();

        model.change(plan -> plan.withKernel(0, 0, Kernel.zeros(2, 2)));

        assertThat(form.form().field("stride").textProperty().get()).isEqualTo("1");
        assertThat(form.form().field("stride").refusalProperty().get()).isEmpty();
    }

    @Test
    void zeroPixelsCanBeTyped() {
        form.form().field("padding").take("pixels");
        form.form().field("pixels").enter("0");

        assertThat(model.planProperty().get().padding()).isEqualTo(Padding.none());
        assertThat(ConvolutionForm.isByPixels(form.form().settings())).isTrue();
    }

    @Test
    void theFormulaHasTheNumbersOfThePicture() {
        model.change(plan -> plan.withPadding(Padding.of(1)).withStride(2));
        assertThat(formula().texts()).first().isEqualTo("output height ⌊(8 + 2·1 − 3) / 2⌋ + 1 = 4\noutput width ⌊(6 + 2·1 − 3) / 2⌋ + 1 = 3");

        model.change(plan -> plan.withPadding(Padding.none()).withStride(1).withDilation(2));
        assertThat(formula().height()).isEqualTo("⌊(8 − 2·(3 − 1) − 1) / 1⌋ + 1 = 4");

        model.pictureProperty().set(Optional.of(picture(1, 32, 32)));
        model.change(plan -> plan.withPadding(Padding.of(1)).withDilation(1));
        assertThat(formula().texts()).first().isEqualTo("output size ⌊(32 + 2·1 − 3) / 1⌋ + 1 = 32");
        model.change(plan -> PlanEdits.sized(plan, 3, 1).withKernel(0, 0, Kernel.zeros(3, 1)));
        assertThat(formula().width()).isEqualTo("⌊(32 + 2·1 − 1) / 1⌋ + 1 = 34");
    }

    private SizeFormula formula() {
        return SizeFormula.of(model.convolvedProperty().get().orElseThrow());
    }
}
