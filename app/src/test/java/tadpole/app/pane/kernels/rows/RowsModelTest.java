package tadpole.app.pane.kernels.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tadpole.app.image.PlaneModel;
import tadpole.app.job.Jobs;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.TermsView;
import tadpole.app.pane.kernels.input.InputPicture;
import tadpole.app.pane.kernels.input.Source;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.ImageRows;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class RowsModelTest {

    private final Desk desk = new Desk(
            new Workspace(), new Jobs(Runnable::run), Device.cpu(1), new Messages(), new Theme(Theme.Kind.LIGHT), _ -> {});
    private final KernelsModel kernels = new KernelsModel(desk, Runnable::run);
    private final RowsModel model = new RowsModel(kernels);

    @BeforeEach
    void showSevenBySeven() {
        kernels.input().showSeen(counting(1, 7, 7));
        kernels.change(plan -> plan.withPadding(Padding.of(1)));
    }

    private static Picture counting(int channels, int height, int width) {
        Tensor values = Tensor.zeros(Shape.of(channels, height, width));
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = i;
        }
        return Picture.ofBytes("counting", values);
    }

    private void place(int y, int x) {
        kernels.placeProperty().set(Optional.of(new KernelsModel.Place(0, y, x)));
    }

    @Test
    void saysItsSizeWithTheNumbersBehindIt() {
        assertThat(model.size()).isEqualTo("49 rows (7·7 places) × 9 columns (3·3 weights) = 441 numbers, 1.8 kB");

        model.smallExample();

        assertThat(model.size()).isEqualTo("25 rows (5·5 places) × 27 columns (3·3·3 weights) = 675 numbers, 2.7 kB");
    }

    @Test
    void aRowIsThePlaceThatAllViewsShare() {
        model.pointAtRow(9);

        assertThat(kernels.placeProperty().get()).contains(new KernelsModel.Place(0, 1, 2));
        place(2, 0);
        assertThat(model.row()).isEqualTo(14);
        assertThat(model.rowName()).isEqualTo("Row 14 · output at y 2, x 0");
        assertThat(model.inputMarks()).contains(new PlaneModel.Mark(1, -1, 3, 3, "accent", false));
        assertThat(model.outputMarks()).containsExactly(new PlaneModel.Mark(2, 0, 1, 1, "accent", false));
    }

    @Test
    void writesTheProductsOfTheRowAndWhatACalculatorGives() {
        place(0, 0);

        assertThat(model.terms()).hasSize(9);
        assertThat(model.terms().getFirst()).isEqualTo(new TermsView.Term("0 × (-1)", true, true));
        assertThat(model.terms().get(8)).isEqualTo(new TermsView.Term("8 × 1", false, false));
        assertThat(model.result()).isEqualTo("= 10");
    }

    @Test
    void addsTheBiasAndCutsBelowZero() {
        kernels.change(plan -> plan.withFilters(List.of(new Filter(List.of(Kernel.of(1, 1, -2)), 3))).withRelu(true).withPadding(Padding.none()));
        place(0, 4);

        assertThat(model.result()).isEqualTo("= -8 + 3, ReLU: max(0, -5) = 0");
    }

    @Test
    void aColumnLightsEveryPixelItsWeightMeets() {
        model.columnProperty().set(0);

        assertThat(model.inputMarks()).contains(new PlaneModel.Mark(-1, -1, 7, 7, "hue-3", false));
        kernels.change(plan -> plan.withStride(3));
        assertThat(model.inputMarks()).contains(new PlaneModel.Mark(2, 5, 1, 1, "hue-3", true));
    }

    @Test
    void aPixelIsLitInEveryWindowItIsIn() {
        model.pointAtPixel(0, 3);

        assertThat(model.cellsOfPixel()).hasSize(6).contains(new ImageRows.Cell(3, 4));
        assertThat(model.outputMarks()).contains(new PlaneModel.Mark(0, 2, 2, 3, "hue-2", false));
        model.pointAtNoPixel();
        assertThat(model.cellsOfPixel()).isEmpty();
    }

    @Test
    void theSmallExampleLeadsBack() {
        Picture large = kernels.pictureProperty().get().orElseThrow();

        model.smallExample();

        InputPicture small = kernels.input().shownProperty().get().orElseThrow();
        assertThat(kernels.pictureProperty().get()).contains(small.picture());
        assertThat(kernels.input().sourceProperty().get()).isEqualTo(Source.SMALL);

        assertThat(kernels.planProperty().get().mixing()).isEqualTo(Mixing.SUM);
        assertThat(model.rowsProperty().get().orElseThrow().columns()).isEqualTo(27);
        model.back();
        assertThat(kernels.pictureProperty().get()).contains(large);
        assertThat(kernels.planProperty().get().mixing()).isEqualTo(Mixing.GRAY);
        assertThat(model.beforeProperty().get()).isEmpty();
        assertThat(kernels.input().shownProperty().get().map(InputPicture::picture)).contains(large);
        kernels.input().restore(small);
        assertThat(kernels.pictureProperty().get()).contains(small.picture());
    }

    @Test
    void undoTakesPictureAndConvolutionOfTheSmallExampleBackTogether() {
        Picture large = kernels.pictureProperty().get().orElseThrow();
        ConvolutionPlan plan = kernels.planProperty().get();
        model.smallExample();
        ConvolutionPlan ofSmall = kernels.planProperty().get();
        kernels.change(now -> now.withStride(2));

        kernels.undo();
        assertThat(kernels.pictureProperty().get().orElseThrow().width()).isEqualTo(5);
        kernels.undo();
        assertThat(kernels.pictureProperty().get()).contains(large);
        assertThat(kernels.input().shownProperty().get().map(InputPicture::picture)).contains(large);
        assertThat(kernels.planProperty().get()).isEqualTo(plan);
        kernels.redo();
        assertThat(kernels.pictureProperty().get().orElseThrow().width()).isEqualTo(5);
        assertThat(kernels.planProperty().get()).isEqualTo(ofSmall);
        kernels.redo();
        assertThat(kernels.planProperty().get().stride()).isEqualTo(2);
    }

    @Test
    void cutsFiveByFiveOutAboutThePlace() {
        kernels.pictureProperty().set(Optional.of(counting(3, 40, 30)));
        place(20, 29);

        model.cutOut();

        Picture cut = kernels.pictureProperty().get().orElseThrow();
        assertThat(cut.name()).isEqualTo("counting, 5×5 at y 18, x 25");
        assertThat(cut.at(2, 0, 0)).isEqualTo(2 * 1200 + 18 * 30 + 25);
        assertThat(model.rowsProperty().get().orElseThrow().rows()).isEqualTo(25);
    }

    @Test
    void withEachChannelAloneThePlaceSaysWhose() {
        kernels.pictureProperty().set(Optional.of(counting(3, 6, 6)));
        kernels.change(plan -> plan.withMixing(Mixing.EACH));

        kernels.placeProperty().set(Optional.of(new KernelsModel.Place(2, 3, 3)));

        assertThat(model.rowsProperty().get().orElseThrow().filter()).isEqualTo(2);
        assertThat(model.channel()).isEqualTo(2);
        model.pointAtRow(0);
        assertThat(kernels.placeProperty().get()).contains(new KernelsModel.Place(2, 0, 0));
    }

    @Test
    void anEditKeepsRowAndFollows() {
        place(3, 3);
        assertThat(model.result()).isEqualTo("= 8");

        kernels.change(plan -> plan.withGain(0.5f));

        assertThat(model.row()).isEqualTo(24);
        assertThat(model.result()).isEqualTo("= 4");
    }

    @Test
    void forgetsAColumnThatIsGone() {
        model.columnProperty().set(8);

        kernels.change(plan -> plan.withKernel(0, 0, Kernel.of(2, 2, 1, 2, 3, 4)));

        assertThat(model.columnProperty().get()).isEqualTo(RowsModel.NONE);
    }

    @Test
    void leavesOutTheZerosOfALargeKernel() {
        kernels.change(plan -> plan.withKernel(0, 0, Kernel.zeros(7, 7).with(3, 3, 2).with(3, 4, -1)).withPadding(Padding.ofSame()));
        place(3, 3);

        assertThat(model.written()).containsExactly(24, 25);
        assertThat(model.terms()).extracting(TermsView.Term::text).containsExactly("24 × 2", "25 × (-1)");
        assertThat(model.result()).isEqualTo("= 23");
        assertThat(model.hint()).startsWith("zeros left out");
    }

    @Test
    void aHeldRowStaysUntilItIsClickedAgain() {
        model.hold(8);
        model.hoverRow(20);
        assertThat(model.row()).isEqualTo(8);

        model.hold(8);
        model.hoverRow(20);
        assertThat(model.row()).isEqualTo(20);
    }

    @Test
    void showsWhatWasConvolvedBeforeTheViewWasOpened() {
        assertThat(new RowsModel(kernels).rowsProperty().get().orElseThrow().rows()).isEqualTo(49);
    }
}
