package tadpole.app.pane.studio.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.mask.Shapes;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Placement;

class CanvasModelTest {

    private static final int RED = 0xFA1414;
    private static final int BLUE = 0x0A3CC8;

    private final TestCanvas canvas = TestCanvas.opened();
    private final CanvasModel model = canvas.model;

    @Test
    void showsTheObjectThroughTheMask() {
        assertThat(canvas.color(30, 45)).isEqualTo(RED);
        assertThat(canvas.color(10, 10)).isEqualTo(BLUE);
        assertThat(model.layers().outlinesProperty().get().tight().lines()).hasSize(1);
        assertThat(model.layers().outlinesProperty().get().loose().corners()).isPositive();
    }

    @Test
    void layersAreHiddenOneByOne() {
        model.visibleProperty(Layer.OBJECT).set(false);
        assertThat(canvas.color(30, 45)).isEqualTo(BLUE);

        model.visibleProperty(Layer.OBJECT).set(true);
        model.visibleProperty(Layer.PAINTING).set(false);

        assertThat(canvas.color(30, 45)).isEqualTo(RED);
        assertThat(canvas.color(10, 10)).isNotEqualTo(BLUE);
    }

    @Test
    void aToolOfTheMaskShowsTheRestOfTheObjectFaintlyAndTheHandDoesNot() {
        model.clearMask();
        assertThat(canvas.color(30, 45)).isEqualTo(BLUE);

        model.toolProperty().set(Tool.BRUSH);

        assertThat(canvas.color(30, 45)).isNotIn(BLUE, RED);
        assertThat(model.selectedProperty().get()).isEqualTo(Layer.MASK);
    }

    @Nested
    class Brushes {

        @Test
        void oneStrokeIsOneStepForUndo() {
            Mask before = canvas.mask();
            model.toolProperty().set(Tool.BRUSH);
            model.hand().field("size").take(10L);

            canvas.stroke(10.5, 10.5, 14, 10.5, 20, 10.5, 30.5, 10.5);

            assertThat(canvas.mask().at(10, 20)).isEqualTo(1);
            assertThat(canvas.mask().at(10, 36)).isZero();
            assertThat(canvas.mask().at(30, 45)).isEqualTo(1);
            model.undo();
            assertThat(canvas.mask()).isEqualTo(before);
            model.redo();
            assertThat(canvas.mask().at(10, 20)).isEqualTo(1);
        }

        @Test
        void whatIsDrawnWhileItMovesIsWhatStandsAtItsEnd() {
            model.toolProperty().set(Tool.ERASER);
            model.hand().field("size").take(13L);
            List<Box> told = new ArrayList<>();
            model.layers().whenTouched(told::add);
            model.maskHand().press(38.2, 28.1, false);
            model.maskHand().drag(47.9, 30.3, false);

            int[] moving = model.layers().sheetProperty().get().orElseThrow().colors().clone();
            model.maskHand().release(false);

            assertThat(told).hasSize(2);
            assertThat(model.layers().sheetProperty().get().orElseThrow().colors()).isEqualTo(moving);
            assertThat(canvas.mask().at(30, 45)).isZero();
        }

        @Test
        void aStrokeDoesNotDependOnHowOftenTheHandWasAsked() {
            TestCanvas other = TestCanvas.opened();
            for (TestCanvas each : List.of(canvas, other)) {
                each.model.toolProperty().set(Tool.BRUSH);
                each.model.hand().field("size").take(12L);
            }

            canvas.stroke(10, 10, 40, 10);
            double[] many = new double[2 + 2 * 300];
            for (int i = 0; i <= 300; i++) {
                many[2 * i] = 10 + i * 0.1;
                many[2 * i + 1] = 10;
            }
            other.stroke(many);

            for (int i = 0; i < canvas.mask().values().length; i++) {
                assertThat(other.mask().values()[i]).isCloseTo(canvas.mask().values()[i], within(1e-4f));
            }
        }

        @Test
        void altMakesAnEraserOfTheBrush() {
            model.toolProperty().set(Tool.BRUSH);
            model.hand().field("size").take(6L);

            model.maskHand().press(45, 30, true);
            model.maskHand().release(true);

            assertThat(canvas.mask().at(30, 45)).isZero();
        }

        @Test
        void givingAStrokeUpLeavesNothing() {
            Mask before = canvas.mask();
            model.toolProperty().set(Tool.ERASER);
            model.maskHand().press(45, 30, false);

            model.maskHand().cancel();

            assertThat(canvas.mask()).isEqualTo(before);
            assertThat(canvas.document.undoableProperty().get()).isFalse();
        }

        @Test
        void bracketsChangeTheSizeWithinItsBounds() {
            model.hand().field("size").take(1L);
            model.resizeBrush(false);
            assertThat(model.settings().whole("size")).isEqualTo(1);
            model.resizeBrush(true);
            assertThat(model.settings().whole("size")).isEqualTo(2);
            model.hand().field("size").take(1000L);
            model.resizeBrush(true);
            assertThat(model.settings().whole("size")).isEqualTo(1000);
        }
    }

    @Nested
    class ShapesAndFill {

        @Test
        void aRectangleIsAddedTakenAwayOrPutInPlace() {
            model.toolProperty().set(Tool.RECTANGLE);
            Mask before = canvas.mask();
            Mask square = Shapes.rectangle(60, 90, 2, 3, 12, 13);

            canvas.stroke(2, 3, 8, 9, 12, 13);
            assertThat(canvas.mask().at(30, 45)).isEqualTo(1);
            assertThat(canvas.mask().at(8, 8)).isEqualTo(1);

            model.hand().field("way").take("subtract");
            canvas.stroke(2, 3, 12, 13);
            assertThat(canvas.mask()).isEqualTo(before);

            model.hand().field("way").take("replace");
            canvas.stroke(2, 3, 12, 13);
            assertThat(canvas.mask()).isEqualTo(square);
        }

        @Test
        void shiftKeepsBothSidesOfOneLength() {
            model.toolProperty().set(Tool.RECTANGLE);
            model.hand().field("way").take("replace");

            model.maskHand().press(40, 30, false);
            model.maskHand().drag(30, 27, true);
            model.maskHand().release(false);

            assertThat(canvas.mask()).isEqualTo(Shapes.rectangle(60, 90, 30, 20, 40, 30));
        }

        @Test
        void anEllipseAndALassoEncloseWhatTheyDraw() {
            model.hand().field("way").take("replace");
            model.toolProperty().set(Tool.ELLIPSE);
            canvas.stroke(10, 10, 50, 40);
            assertThat(canvas.mask()).isEqualTo(Shapes.ellipse(60, 90, 10, 10, 50, 40));

            model.toolProperty().set(Tool.LASSO);
            canvas.stroke(10, 10, 50, 10, 50, 50);

            assertThat(canvas.mask()).isEqualTo(Shapes.lasso(60, 90, new double[] {10, 50, 50}, new double[] {10, 10, 50}));
            assertThat(model.maskHand().outlineProperty().get()).isEmpty();
        }

        @Test
        void fillTakesTheColorOfTheObjectAboveThePainting() {
            model.clearMask();
            model.toolProperty().set(Tool.FILL);

            canvas.stroke(45, 30);

            assertThat(canvas.mask()).isEqualTo(Shapes.rectangle(60, 90, 35, 25, 55, 35));
            model.undo();
            assertThat(canvas.mask().isEmpty()).isTrue();
        }

        @Test
        void aClickBesideThePaintingFillsNothing() {
            Mask before = canvas.mask();
            model.toolProperty().set(Tool.FILL);

            canvas.stroke(-3, 30);

            assertThat(canvas.mask()).isEqualTo(before);
            assertThat(canvas.document.undoableProperty().get()).isFalse();
        }
    }

    @Test
    void growShrinkFeatherInvertClearAreOneStepEach() {
        Mask before = canvas.mask();
        model.hand().field("amount").take(3L);

        model.growMask();
        assertThat(canvas.mask()).isEqualTo(before.grown(3));
        model.shrinkMask();
        model.featherMask();
        model.invertMask();
        model.clearMask();
        assertThat(canvas.mask().isEmpty()).isTrue();

        for (int i = 0; i < 5; i++) {
            model.undo();
        }
        assertThat(canvas.mask()).isEqualTo(before);
        assertThat(canvas.document.undoableProperty().get()).isFalse();
    }

    @Nested
    class Moves {

        @Test
        void theMaskGoesAlongAndOneUndoTakesBothBack() {
            Composition before = canvas.now();

            assertThat(model.moveHand().press(MoveHand.Grip.INSIDE, 45, 30)).isTrue();
            model.moveHand().drag(40, 27, false);
            model.moveHand().drag(30, 20, false);
            assertThat(canvas.color(20, 30)).isEqualTo(RED);
            model.moveHand().release();

            assertThat(canvas.now().placement()).isEqualTo(new Placement(30, 20, 1, 0, false));
            assertThat(canvas.mask()).isEqualTo(Shapes.rectangle(60, 90, 20, 15, 40, 25));
            model.undo();
            assertThat(canvas.now()).isEqualTo(before);
            assertThat(canvas.document.undoableProperty().get()).isFalse();
        }

        @Test
        void theMaskStaysWhereItIsTold() {
            Mask before = canvas.mask();
            model.maskMovesAlongProperty().set(false);

            model.moveHand().press(MoveHand.Grip.INSIDE, 45, 30);
            model.moveHand().drag(30, 20, false);
            model.moveHand().release();

            assertThat(canvas.mask()).isEqualTo(before);
            assertThat(canvas.now().placement().x()).isEqualTo(30);
        }

        @Test
        void aCornerScalesAboutTheOneAcross() {
            model.moveHand().press(MoveHand.Grip.LOWER_RIGHT, 55, 35);
            model.moveHand().drag(75, 45, false);
            model.moveHand().release();

            Placement now = canvas.now().placement();
            assertThat(now.scale()).isCloseTo(2, within(1e-9));
            assertThat(now.x() - now.scale() * 10).isCloseTo(35, within(1e-9));
        }

        @Test
        void shiftTurnsInStepsAndKeepsToAnAxis() {
            model.moveHand().press(MoveHand.Grip.TURN, 45, 10);
            model.moveHand().drag(65, 11, true);
            model.moveHand().release();
            assertThat(canvas.now().placement().degrees()).isEqualTo(45);

            model.moveHand().press(MoveHand.Grip.INSIDE, 45, 30);
            model.moveHand().drag(60, 33, true);
            model.moveHand().release();
            assertThat(canvas.now().placement().y()).isEqualTo(30);
        }

        @Test
        void nudgesInARowAreOneStep() {
            Composition before = canvas.now();
            for (int i = 0; i < 5; i++) {
                model.moveHand().nudge(1, 0);
            }
            assertThat(canvas.mask()).isEqualTo(Shapes.rectangle(60, 90, 40, 25, 60, 35));

            model.undo();

            assertThat(canvas.now()).isEqualTo(before);
        }

        @Test
        void flippingTwiceGivesTheSame() {
            Composition before = canvas.now();

            model.moveHand().flip();
            assertThat(canvas.now().placement().flipped()).isTrue();
            model.moveHand().flip();

            assertThat(canvas.now()).isEqualTo(before);
        }

        @Test
        void withoutAnObjectItSaysWhatToDo() {
            canvas.document.open(Optional.of(Composition.of(canvas.now().painting())));

            assertThat(model.moveHand().press(MoveHand.Grip.INSIDE, 45, 30)).isFalse();

            assertThat(model.hintProperty().get()).contains("Drop a picture");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Tool.class, names = "HAND", mode = EnumSource.Mode.EXCLUDE)
    void whileARunReadsTheLayersNoToolChangesThem(Tool tool) {
        Composition before = canvas.now();
        model.editableProperty().set(false);
        model.toolProperty().set(tool);

        canvas.stroke(40, 30, 50, 32, 44, 40);
        model.moveHand().press(MoveHand.Grip.INSIDE, 45, 30);
        model.moveHand().drag(30, 20, false);
        model.moveHand().release();

        assertThat(canvas.now()).isEqualTo(before);
        assertThat(model.hintProperty().get()).startsWith("Stop the run");
        model.editableProperty().set(true);
        assertThat(model.hintProperty().get()).isEmpty();
    }

    @Test
    void anEmptyCanvasSaysWhatToDo() {
        TestCanvas empty = new TestCanvas();
        empty.model.toolProperty().set(Tool.BRUSH);

        empty.stroke(3, 3, 5, 5);

        assertThat(empty.model.hintProperty().get()).isEqualTo("Open or drop a painting first.");
        assertThat(empty.model.layers().sheetProperty().get()).isEmpty();
    }
}
