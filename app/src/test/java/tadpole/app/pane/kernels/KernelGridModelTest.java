package tadpole.app.pane.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.app.pane.kernels.KernelGridModel.Cell;
import tadpole.engine.convolution.Kernel;

class KernelGridModelTest {

    private static final Kernel SOBEL = Kernel.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1);

    private final KernelsModel kernels = TestBench.model();
    private final KernelGridModel grid = new KernelGridModel(SOBEL, KernelEdits.of(kernels));

    @BeforeEach
    void follow() {
        kernels.planProperty().subscribe(_ -> grid.show(kernels.kernel()));
    }

    private float at(int u, int v) {
        return kernels.kernel().at(u, v);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"5|5", " -0.25 |-0.25", "1/9|0.11111111", "0,5|0.5", "1e-3|0.001", "\u22123|-3"})
    void takesNumbersAndFractions(String typed, float value) {
        grid.choose(1, 2);

        assertThat(grid.enter(typed)).isTrue();
        assertThat(at(1, 2)).isEqualTo(value);
        assertThat(grid.refusalProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "", "1/0", "0/0", "1/2/3", "1e9", "NaN", "-"})
    void refusesWhatIsNoNumberAndKeepsTheOld(String typed) {
        assertThat(grid.enter(typed)).isFalse();
        assertThat(kernels.kernel()).isEqualTo(SOBEL);
        assertThat(grid.refusalProperty().get()).isEqualTo("\"" + typed + "\" is no number from -1000000 to 1000000. Type one such as -2, 0.5 or 1/9.");
    }

    @Test
    void aDragIsOneStepOfUndo() {
        grid.choose(0, 0);
        grid.drag(6, false);
        grid.drag(6, false);
        assertThat(at(0, 0)).isEqualTo(-0.7f);
        grid.drag(-20, false);
        assertThat(at(0, 0)).isEqualTo(-1.2f);
        grid.endGesture();
        grid.drag(4, true);
        assertThat(at(0, 0)).isEqualTo(-1.19f);
        grid.endGesture();

        kernels.undo();
        assertThat(at(0, 0)).isEqualTo(-1.2f);
        kernels.undo();
        assertThat(kernels.kernel()).isEqualTo(SOBEL);
        assertThat(kernels.undoableProperty().get()).isFalse();
    }

    @Test
    void theWheelGoesInSteps() {
        grid.choose(2, 1);
        grid.turn(3, false, false);
        assertThat(at(2, 1)).isEqualTo(0.3f);
        grid.turn(-1, true, false);
        assertThat(at(2, 1)).isEqualTo(-0.7f);
        grid.turn(1, false, true);
        assertThat(at(2, 1)).isEqualTo(-0.69f);

        kernels.undo();
        assertThat(kernels.kernel()).isEqualTo(SOBEL);
        grid.turn(1, false, false);
        assertThat(at(2, 1)).isEqualTo(0.1f);
    }

    @Test
    void anotherCellIsAnotherStep() {
        grid.choose(0, 0);
        grid.turn(1, false, false);
        grid.choose(0, 1);
        grid.turn(1, false, false);

        kernels.undo();

        assertThat(kernels.kernel()).isEqualTo(SOBEL.with(0, 0, -0.9f));
    }

    @ParameterizedTest
    @CsvSource({"2, 0.1", "0.1111, 0.01", "10, 1", "99, 1", "0, 0.1", "0.004, 0.0001", "1, 0.1"})
    void theStepFollowsTheGreatestNumber(float greatest, String step) {
        grid.show(Kernel.of(1, 2, 0, -greatest));

        assertThat(grid.step().toPlainString()).isEqualTo(step);
    }

    @Test
    void goesFromCellToCellAndStopsAtTheEnd() {
        grid.choose(0, 2);
        assertThat(grid.advance(1)).isTrue();
        assertThat(grid.chosenProperty().get()).isEqualTo(new Cell(1, 0));
        grid.move(5, 5);
        assertThat(grid.chosenProperty().get()).isEqualTo(new Cell(2, 2));
        assertThat(grid.advance(1)).isFalse();
        grid.show(Kernel.of(1, 2, 1, 1));
        assertThat(grid.chosenProperty().get()).isEqualTo(new Cell(0, 1));
    }

    @Test
    void aNumberIsShorterWhereRoomIsShort() {
        grid.show(Kernel.of(1, 2, 1 / 9f, -0.12345678f));

        assertThat(grid.text(0, 0, 4)).isEqualTo("0.1111");
        assertThat(grid.digits(7)).isEqualTo(4);
        assertThat(grid.digits(5)).isEqualTo(2);
        assertThat(grid.digits(1)).isEqualTo(1);
        assertThat(grid.isRounded(2)).isTrue();
        assertThat(grid.all(0, 0)).isEqualTo("0.11111111");
    }

    @Test
    void whatIsOnlyLookedAtStays() {
        grid.editableProperty().set(false);
        grid.enter("7");
        grid.drag(40, false);
        grid.turn(1, false, false);

        assertThat(kernels.kernel()).isEqualTo(SOBEL);
        assertThat(kernels.undoableProperty().get()).isFalse();
    }
}
