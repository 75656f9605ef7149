package tadpole.app.pane.kernels.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tadpole.engine.picture.Picture;

class SketchTest {

    private final Sketch sketch = new Sketch();

    @Test
    void aPressMakesADotOfTheValue() {
        set("size", 1L);
        set("value", 200L);

        sketch.press(3, 5);

        assertThat(at(3, 5)).isEqualTo(200);
        assertThat(sum()).isEqualTo(200);
    }

    @Test
    void aFastDragLeavesNoHoles() {
        set("size", 1L);

        sketch.press(2, 2);
        sketch.drag(2, 20);
        sketch.drag(12, 20);

        for (int x = 2; x <= 20; x++) {
            assertThat(at(2, x)).isEqualTo(255);
        }
        assertThat(sum()).isEqualTo(255 * (19 + 10));
    }

    @Test
    void aDragWithoutAPressDrawsNothing() {
        sketch.press(2, 2);
        sketch.release();
        float before = sum();

        sketch.drag(20, 20);

        assertThat(sum()).isEqualTo(before);
    }

    @Test
    void strokesBesideTheSheetAreCutOff() {
        set("size", 16L);

        sketch.press(-40, -3);
        sketch.drag(60, 80);

        assertThat(sketch.pictureProperty().get().values().shape().size()).isEqualTo(28 * 28);
    }

    @Test
    void thickDotsAreRoundAndAsWideAsTheySay() {
        set("size", 4L);
        sketch.press(10, 10);

        int width = 0;
        for (int x = 0; x < 28; x++) {
            width += at(10, x) > 0 ? 1 : 0;
        }
        assertThat(width).isEqualTo(4);
        assertThat(at(8, 8)).isZero();
    }

    @Test
    void undoTakesBackOneStrokeAndAlsoANewSheet() {
        set("size", 1L);
        sketch.press(1, 1);
        sketch.drag(1, 4);
        sketch.release();
        Picture one = sketch.pictureProperty().get();
        sketch.press(9, 9);
        sketch.release();

        sketch.undo();
        assertThat(sketch.pictureProperty().get()).isSameAs(one);
        sketch.begin(Sketch.LARGE);
        assertThat(sketch.pictureProperty().get().width()).isEqualTo(64);
        sketch.undo();
        assertThat(sketch.pictureProperty().get()).isSameAs(one);
        sketch.undo();
        assertThat(sum()).isZero();
        assertThat(sketch.undoableProperty().get()).isFalse();
        sketch.undo();
    }

    @Test
    void theEraserMakesBlackAgain() {
        set("size", 3L);
        sketch.press(5, 5);
        sketch.release();
        sketch.erasingProperty().set(true);

        sketch.press(5, 5);

        assertThat(sum()).isZero();
    }

    @Test
    void everyStrokeGivesAPictureOfItsOwn() {
        Picture before = sketch.pictureProperty().get();

        sketch.press(5, 5);

        assertThat(before.values().norm()).isZero();
        assertThat(sketch.pictureProperty().get().values().norm()).isPositive();
    }

    private void set(String key, long value) {
        sketch.pencil().field(key).take(value);
    }

    private float at(int y, int x) {
        return sketch.pictureProperty().get().at(0, y, x);
    }

    private float sum() {
        float sum = 0;
        for (float value : sketch.pictureProperty().get().values().data()) {
            sum += value;
        }
        return sum;
    }
}
