package tadpole.app.pane.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.mask.Shapes;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class StudioDocumentTest {

    private final Composition first = Composition.of(Picture.ofBytes("painting", Tensor.zeros(Shape.of(3, 60, 80))));
    private final StudioDocument document = new StudioDocument();

    @Test
    void takesBackAThousandEditsOneByOneToTheLastBit() {
        document.open(Optional.of(first));
        for (int i = 1; i <= 1000; i++) {
            document.edit(first.withMask(mask(i)));
        }

        for (int i = 999; i >= 1; i--) {
            document.undo();
            assertThat(document.composition().orElseThrow().mask()).isEqualTo(mask(i));
        }
        document.undo();

        assertThat(document.composition()).contains(first);
        assertThat(document.undoableProperty().get()).isFalse();
        document.redo();
        assertThat(document.composition().orElseThrow().mask()).isEqualTo(mask(1));
    }

    @Test
    void aGestureGoesBackToHowItWasBeforeItsPreviews() {
        document.open(Optional.of(first));
        document.preview(first.withMask(mask(7)));
        document.edit(first.withMask(mask(8)));

        document.undo();

        assertThat(document.composition()).contains(first);
    }

    @Test
    void editsOfOneGestureAreOneStep() {
        document.open(Optional.of(first));
        document.edit("nudge", first.withMask(mask(1)));
        document.edit("nudge", first.withMask(mask(2)));
        document.edit(first.withMask(mask(3)));

        document.undo();
        assertThat(document.composition().orElseThrow().mask()).isEqualTo(mask(2));
        document.undo();

        assertThat(document.composition()).contains(first);
    }

    @Test
    void givingAGestureUpLeavesNothingOfIt() {
        document.open(Optional.of(first));
        document.preview(first.withMask(mask(7)));

        document.cancel();

        assertThat(document.composition()).contains(first);
        assertThat(document.undoableProperty().get()).isFalse();
    }

    @Test
    void anotherStudioCannotBeUndone() {
        document.open(Optional.of(first));
        document.edit(first.withMask(mask(1)));

        document.open(Optional.of(first.withMask(mask(2))));

        assertThat(document.undoableProperty().get()).isFalse();
    }

    @Test
    void runsBringBackAnyNumbersToTheLastBit() {
        Random random = new Random(4);
        float[] values = new float[7 * 900];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4) == 0 ? random.nextFloat() : i / 60 % 2 == 0 ? -0f : 1;
        }
        Mask mask = new Mask(7, 900, values);

        assertThat(MaskRuns.of(mask).mask()).isEqualTo(mask);
        assertThat(MaskRuns.of(Mask.empty(0, 0)).mask().values()).isEmpty();
    }

    @Test
    void aPaintedMaskOf1024PixelsTakesLessThanATwentiethOfItsMemory() {
        Mask mask = Shapes.ellipse(1024, 1024, 200, 300, 800, 900).feathered(3);

        assertThat(MaskRuns.of(mask).size()).isLessThan(1024 * 1024 / 20);
    }

    private static Mask mask(int seed) {
        return Shapes.ellipse(60, 80, seed % 40, seed % 30, seed % 40 + 20.5, seed % 30 + 20.3);
    }
}
