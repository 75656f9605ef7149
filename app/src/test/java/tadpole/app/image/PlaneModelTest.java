package tadpole.app.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.convolution.Border;
import tadpole.engine.convolution.Padding;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class PlaneModelTest {

    private final PlaneModel model = new PlaneModel(new Viewport());

    private static Tensor counted(int channels, int height, int width) {
        Tensor values = Tensor.zeros(Shape.of(channels, height, width));
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = i;
        }
        return values;
    }

    private static Tensor row(float... numbers) {
        Tensor values = Tensor.zeros(Shape.of(1, 1, numbers.length));
        System.arraycopy(numbers, 0, values.data(), 0, numbers.length);
        return values;
    }

    @Nested
    class Pointing {

        @Test
        void intoThePictureIsPointedAndPlace() {
            model.valuesProperty().set(Optional.of(counted(1, 4, 5)));
            model.point(Optional.of(new PixelModel.Pixel(2, 3)));

            assertThat(model.pointedProperty().get()).contains(new PixelModel.Pixel(2, 3));
            assertThat(model.placeProperty().get()).contains(new PixelModel.Pixel(2, 3));
            assertThat(model.pointedText()).isEqualTo("y 2, x 3: 13");
        }

        @Test
        void intoThePaddingIsAPlaceOnly() {
            Tensor values = counted(1, 4, 5);
            model.valuesProperty().set(Optional.of(values));
            model.aroundProperty().set(PlaneModel.Around.of(Padding.of(1).with(Border.REFLECT), 3, 3, 1, values));
            model.point(Optional.of(new PixelModel.Pixel(-1, 5)));

            assertThat(model.pointedProperty().get()).isEmpty();
            assertThat(model.placeProperty().get()).contains(new PixelModel.Pixel(-1, 5));
            assertThat(model.pointedText()).isEqualTo("y -1, x 5: 8, padding");
        }

        @Test
        void besideBothIsNowhere() {
            model.valuesProperty().set(Optional.of(counted(1, 4, 5)));
            model.point(Optional.of(new PixelModel.Pixel(4, 0)));

            assertThat(model.placeProperty().get()).isEmpty();
            assertThat(model.pointedText()).isEmpty();
        }

        @Test
        void saysAllThreeChannelsOfAColor() {
            model.valuesProperty().set(Optional.of(counted(3, 2, 2)));
            model.toningProperty().set(Toning.color(0, 255));
            model.point(Optional.of(new PixelModel.Pixel(1, 0)));

            assertThat(model.pointedText()).isEqualTo("y 1, x 0: R 2 G 6 B 10");
        }
    }

    @Test
    void anUnevenSamePaddingHasTheOddCellBelowAndAtTheRight() {
        PlaneModel.Around around = PlaneModel.Around.of(Padding.ofSame(), 2, 4, 1, counted(1, 4, 5));

        assertThat(around.top()).isZero();
        assertThat(around.bottom()).isEqualTo(1);
        assertThat(around.left()).isEqualTo(1);
        assertThat(around.right()).isEqualTo(2);
        assertThat(around.zeros()).isTrue();
    }

    @Test
    void countsWhatTheScaleCannotShow() {
        model.valuesProperty().set(Optional.of(row(-3, 0, 255, 256, 300, Float.NaN, Float.NEGATIVE_INFINITY)));

        assertThat(model.beyondBinding().get()).isEqualTo(new Beyond(1, 2, 2));
        assertThat(model.beyondBinding().get().words()).isEqualTo("1 below, 2 above the scale, 2 not a number");
        model.toningProperty().set(Toning.gray(-10, 400));
        assertThat(model.beyondBinding().get()).isEqualTo(new Beyond(0, 0, 2));
    }

    @Nested
    class Tonings {

        @Test
        void theSignedOneIsSymmetricAndSkipsWhatIsNoNumber() {
            assertThat(Toning.signed(row(-612, 30, Float.NaN, Float.POSITIVE_INFINITY), 0)).isEqualTo(Toning.signed(612));
        }

        @Test
        void theStretchedOneSaysSo() {
            assertThat(Toning.stretchedGray(row(7, -2, 5), 0)).isEqualTo(new Toning(Toning.Kind.GRAY, -2, 7, true));
        }

        @Test
        void aFlatPictureHasAShareToo() {
            assertThat(Toning.signed(0).share(0)).isEqualTo(0.5f);
            assertThat(Toning.gray(3, 3).share(4)).isEqualTo(1);
        }
    }

    @Test
    void writesWholeNumbersWholeAndOthersWithTheDigitsAskedFor() {
        assertThat(CellText.of(-612, 2)).isEqualTo("-612");
        assertThat(CellText.of(0.123456f, 3)).isEqualTo("0.123");
        assertThat(CellText.of(1234567, 3)).isEqualTo("1.23e6");
        assertThat(CellText.of(Float.NaN, 3)).isEqualTo("NaN");
        assertThat(CellText.of(-0f, 3)).isEqualTo("0");
    }
}
