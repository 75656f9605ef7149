package tadpole.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class ImageRowsTest {

    private static final Convolver CONVOLVER = new Convolver(Device.cpu(1));

    private static Picture counting(int channels, int height, int width) {
        Tensor values = Tensor.zeros(Shape.of(channels, height, width));
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = i;
        }
        return Picture.ofBytes("counting", values);
    }

    private static Kernel kernel(int height, int width, int first) {
        Kernel kernel = Kernel.zeros(height, width);
        for (int i = 0; i < height * width; i++) {
            kernel = kernel.with(i / width, i % width, first + i);
        }
        return kernel;
    }

    private static ConvolutionPlan summed(int channels, int filters, int height, int width) {
        List<Filter> all = new ArrayList<>();
        for (int o = 0; o < filters; o++) {
            List<Kernel> kernels = new ArrayList<>();
            for (int c = 0; c < channels; c++) {
                kernels.add(kernel(height, width, o + 2 * c - 5));
            }
            all.add(new Filter(kernels, o));
        }
        return ConvolutionPlan.of(all.getFirst().kernels().getFirst()).withMixing(Mixing.SUM).withFilters(all);
    }

    private static ImageRows rows(ConvolutionPlan plan, Picture picture, int filter) throws SettingException {
        return new ImageRows(CONVOLVER.convolve(plan, picture), filter);
    }

    @Nested
    class WithTheFiguresOfTheCourse {

        @Test
        void sevenBySevenWithThreeByThreeGivesFiveByFive() throws Exception {
            ConvolutionPlan plan = ConvolutionPlan.of(kernel(3, 3, 1)).withPadding(Padding.none());

            assertThat(rows(plan, counting(1, 7, 7), 0).rows()).isEqualTo(25);
            assertThat(rows(plan, counting(1, 7, 7), 0).columns()).isEqualTo(9);
            assertThat(rows(plan.withPadding(Padding.of(1)), counting(1, 7, 7), 0).rows()).isEqualTo(49);
        }

        @Test
        void aColoredPictureOfFiveByFiveGivesTwentyFiveRowsOfTwentySeven() throws Exception {
            ImageRows rows = rows(summed(3, 2, 3, 3).withPadding(Padding.of(1)), counting(3, 5, 5), 1);

            assertThat(rows.rows()).isEqualTo(25);
            assertThat(rows.columns()).isEqualTo(27);
            assertThat(rows.size()).isEqualTo(675);
        }
    }

    @Test
    void saysWhatTheMatrixOfALargePictureWouldTake() throws Exception {
        ImageRows rows = rows(ConvolutionPlan.of(kernel(9, 9, -40)), counting(1, 768, 1024), 0);

        assertThat(rows.rows()).isEqualTo(786_432);
        assertThat(rows.columns()).isEqualTo(81);
        assertThat(rows.bytes()).isEqualTo(254_803_968L);
    }

    @Test
    void aRowIsAWindowAndMeetsTheWeightsOneByOne() throws Exception {
        ImageRows rows = rows(summed(2, 2, 2, 3).withPadding(Padding.none()).withStride(2), counting(2, 6, 7), 1);

        int row = rows.row(1, 2);
        assertThat(rows.y(row)).isEqualTo(1);
        assertThat(rows.x(row)).isEqualTo(2);
        int column = rows.column(1, 1, 2);
        assertThat(rows.channel(column)).isEqualTo(1);
        assertThat(rows.u(column)).isEqualTo(1);
        assertThat(rows.v(column)).isEqualTo(2);
        assertThat(rows.at(row, column)).isEqualTo(42 + 3 * 7 + 6);
        assertThat(rows.weight(column)).isEqualTo(1 + 2 - 5 + 5);
    }

    @Test
    void everyRowTimesTheColumnIsTheOutput() throws Exception {
        for (Border border : List.of(Border.ZEROS, Border.REFLECT)) {
            for (int filter = 0; filter < 3; filter++) {
                ImageRows rows = rows(summed(2, 3, 3, 3).withPadding(Padding.of(2).with(border)).withStride(2).withDilation(2), counting(2, 8, 7), filter);
                for (int row = 0; row < rows.rows(); row++) {
                    assertThat(rows.product(row) + rows.bias()).isCloseTo(rows.output(row), within(1e-2));
                }
            }
        }
    }

    @Test
    void eachChannelAloneHasAMatrixOfItsOwn() throws Exception {
        ConvolutionPlan each = ConvolutionPlan.of(kernel(3, 3, 1)).withMixing(Mixing.EACH).withPadding(Padding.none());
        ImageRows rows = rows(each, counting(3, 4, 5), 2);

        assertThat(rows.columns()).isEqualTo(9);
        assertThat(rows.channel(0)).isEqualTo(2);
        assertThat(rows.at(0, 0)).isEqualTo(40);
        assertThat(rows.cellsOf(1, 0, 0)).isEmpty();
        assertThat(rows.cellsOf(2, 0, 0)).containsExactly(new ImageRows.Cell(0, 0));
    }

    @Test
    void findsAPixelInEveryRowThatHoldsIt() throws Exception {
        ImageRows rows = rows(summed(2, 1, 3, 3).withPadding(Padding.of(2).with(Border.REFLECT)).withDilation(2), counting(2, 6, 5), 0);

        List<ImageRows.Cell> found = rows.cellsOf(1, 1, 2);

        List<ImageRows.Cell> searched = new ArrayList<>();
        float pixel = rows.convolved().picture().at(1, 1, 2);
        for (int row = 0; row < rows.rows(); row++) {
            for (int column = 0; column < rows.columns(); column++) {
                if (rows.at(row, column) == pixel) {
                    searched.add(new ImageRows.Cell(row, column));
                }
            }
        }
        assertThat(found).isEqualTo(searched).hasSizeGreaterThan(9);
    }

    @Test
    void aZeroOfThePaddingComesFromNowhere() throws Exception {
        ImageRows rows = rows(ConvolutionPlan.of(kernel(3, 3, 1)), counting(1, 3, 3), 0);

        WindowSum.Product corner = rows.cell(0, 0);

        assertThat(corner.isPadding()).isTrue();
        assertThat(corner.row()).isEqualTo(-1);
        assertThat(corner.sourceRow()).isEqualTo(-1);
        assertThat(corner.pixel()).isZero();
        assertThat(corner.weight()).isEqualTo(1);
    }

    @Test
    void refusesAFilterThatIsNotThere() {
        assertThatThrownBy(() -> rows(summed(1, 2, 3, 3), counting(1, 4, 4), 2)).hasMessage("There are 2 filters, but here is number 2, counted from 0.");
    }
}
