package tadpole.engine.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.loss.NegativeLogLikelihood;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

class DesignTest {

    private static final Shape MNIST = Shape.of(1, 28, 28);

    @Test
    void showsTheFormulaOfAKernelThatIsTooLarge() {
        Misfit misfit = misfit(MNIST, 0, Specs.of("conv2d", Map.of("kernel", 31)));

        assertThat(misfit.formula()).isEqualTo("(28 + 2·0 - 31)/1 + 1 = -2");
        assertThat(misfit.sentence()).isEqualTo("A 31×31 kernel does not fit a 28×28 picture.");
        assertThat(labels(misfit)).containsExactly("Take a 28×28 kernel", "Set padding to 2", "Remove it");
    }

    @Test
    void offersNoRepairThatDoesNotFitEither() {
        Misfit misfit = misfit(Shape.of(1, 1, 1), 0, Specs.of("conv2d", Map.of("kernel", 3, "kernelWidth", 4, "dilation", 2)));

        assertThat(misfit.sentence()).isEqualTo("A 3×4 kernel does not fit a 1×1 picture.");
        assertThat(labels(misfit)).doesNotContain("Set dilation to 1").endsWith("Remove it");
    }

    @Test
    void remarksThatPixelsAreLeftOut() {
        Design design = Design.of(MNIST, List.of(Specs.of("conv2d", Map.of("kernel", 5, "stride", 2))), 8);

        Misfit remark = ((Part.Fitting) design.parts().getFirst()).remark().orElseThrow();
        assertThat(design.fits()).isTrue();
        assertThat(remark.refused()).isFalse();
        assertThat(remark.formula()).isEqualTo("(28 + 2·0 - 5)/2 + 1 = 12.5, so 12");
        assertThat(remark.sentence()).isEqualTo("No kernel reaches the last row and the last column: they are left out.");
    }

    @Test
    void saysNothingWherePaddingAloneIsLeftOut() {
        Design design = Design.of(Shape.of(16, 32, 32), List.of(Specs.of("conv2d", Map.of("stride", 2, "padding", 1))), 8);

        assertThat(((Part.Fitting) design.parts().getFirst()).remark()).isEmpty();
    }

    @Test
    void goesOnBehindWhatDoesNotFit() {
        Design design = Design.of(MNIST, List.of(Specs.of("conv2d", Map.of("groups", 3)), Specs.of("relu"), Specs.of("linear"), Specs.of("maxPool2d"),
                Specs.of("relu"), Specs.of("linear"), Specs.of("softmax")), 8);

        assertThat(design.parts()).extracting(part -> part.getClass().getSimpleName())
                .containsExactly("Misfitting", "Fitting", "Misfitting", "Misfitting", "NotKnown", "NotKnown", "Fitting");
        assertThat(design.fits()).isFalse();
        assertThat(design.costs().layers()).hasSize(2);
    }

    @Test
    void namesGroupsThatDivide() {
        Misfit misfit = misfit(Shape.of(6, 8, 8), 0, Specs.of("conv2d", Map.of("out", 16, "groups", 3)));

        assertThat(misfit.formula()).isEqualTo("16 mod 3 = 1");
        assertThat(labels(misfit)).containsExactly("Take 2 groups", "Let 18 channels go out", "Remove it");
    }

    @Test
    void movesALayerBeforeFlatten() {
        Misfit misfit = misfit(MNIST, 1, Specs.of("flatten"), Specs.of("maxPool2d"));

        assertThat(misfit.repairs().getFirst().layers()).extracting(Spec::type).containsExactly("maxPool2d", "flatten");
    }

    @Test
    void endsAsTheLossWants() {
        Design design = Design.of(MNIST, List.of(Specs.of("flatten"), Specs.of("linear", Map.of("out", 7))), Goal.classes(10), 8);

        assertThat(labels(design.end().orElseThrow())).containsExactly("Set outputs to 10", "Add linear of 10");
        assertThat(design.end().orElseThrow().formula()).isEqualTo("7 ≠ 10");
    }

    @Test
    void everyRepairOfTheEndMendsIt() {
        for (Goal goal : List.of(Goal.classes(10), new Goal(NegativeLogLikelihood.RECIPE.standard(), 10, java.util.Optional.empty()))) {
            for (List<Spec> layers : List.of(List.<Spec>of(), List.of(Specs.of("flatten"), Specs.of("linear", Map.of("out", 7)), Specs.of("softmax")),
                    List.of(Specs.of("conv2d"), Specs.of("logSoftmax")), List.of(Specs.of("conv2d"), Specs.of("relu")))) {
                assertThat(mends(MNIST, layers, goal, 0)).as(layers.toString()).isTrue();
            }
        }
    }

    /** Follows the first repair offered until all fits. */
    private static boolean mends(Shape input, List<Spec> layers, Goal goal, int steps) {
        Design design = Design.of(input, layers, goal, 8);
        if (design.fits()) {
            return true;
        }
        List<Misfit> misfits = new ArrayList<>();
        for (Part part : design.parts()) {
            if (part instanceof Part.Misfitting wrong) {
                misfits.add(wrong.misfit());
            }
        }
        Misfit first = misfits.isEmpty() ? design.end().orElseThrow() : misfits.getFirst();
        return steps < 8 && mends(input, first.repairs().getFirst().layers(), goal, steps + 1);
    }

    private static Misfit misfit(Shape input, int index, Spec... layers) {
        return ((Part.Misfitting) Design.of(input, List.of(layers), 8).parts().get(index)).misfit();
    }

    private static List<String> labels(Misfit misfit) {
        return misfit.repairs().stream().map(Repair::label).toList();
    }
}
