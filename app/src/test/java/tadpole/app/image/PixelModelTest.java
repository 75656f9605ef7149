package tadpole.app.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Images;
import tadpole.engine.dataset.Preparation;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;

class PixelModelTest {

    private static final Preparation HALVED = (values, offset, size) -> {
        for (int i = offset; i < offset + size; i++) {
            values[i] = (values[i] - 128) / 64;
        }
    };

    private final Images images = Sets.colored(2, 6, 10);
    private final PixelModel model = new PixelModel();

    @Test
    void saysPlaceAndNumbersOfThePixelPointedAt() {
        show(1);
        model.point(2, 3);

        assertThat(model.pointedText()).isEqualTo("y 2, x 3 · R %d G %d B %d"
                .formatted(images.pixel(1, 0, 2, 3), images.pixel(1, 1, 2, 3), images.pixel(1, 2, 2, 3)));
    }

    @Test
    void normalizedNumbersHaveTwoDecimals() {
        show(0);
        model.scaleProperty().set(PixelModel.Scale.NORMALIZED);
        model.point(0, 1);

        assertThat(images.pixel(0, 0, 0, 1)).isEqualTo(7);
        assertThat(model.pointedText()).startsWith("y 0, x 1 · R -1.89 G ");
    }

    @Test
    void numbersThatThePreparationLeavesOverStayAtTheirPixels() throws SettingException {
        List<Preparation> middle = Preparations.make(
                List.of(Recipe.find(Preparations.ALL, "preparation", "centerCrop").with(Map.of("size", 2))), images);
        PixelGrid grid = PixelGrid.of(images, 0, Stream.concat(middle.stream(), Stream.of(HALVED)).toList());
        model.show(grid);
        model.scaleProperty().set(PixelModel.Scale.NORMALIZED);

        assertThat(grid.prepared(2, 3, 5)).isEqualTo((images.pixel(0, 2, 3, 5) - 128) / 64f);
        assertThat(grid.preparedPlace(2, 3, 5)).hasValue(11);
        assertThat(grid.preparedPlace(0, 0, 9)).isEmpty();
        assertThat(model.cell(grid, 2, 4)).isNotEqualTo("–");
        assertThat(model.cell(grid, 2, 3)).isEqualTo("–");
        model.point(0, 9);
        assertThat(model.pointedText()).isEqualTo("y 0, x 9 · R – G – B –");
    }

    @Test
    void aGrayImageHasOneValue() {
        Images gray = Sets.gray(1, 2, 3);
        model.show(PixelGrid.of(gray, 0, List.of()));
        model.point(1, 0);

        assertThat(model.pointedText()).isEqualTo("y 1, x 0 · value 21");
        assertThat(model.cell(model.gridProperty().get().orElseThrow(), 1, 0)).isEqualTo("21");
    }

    @Test
    void cellsShowTheChosenChannel() {
        show(0);
        model.channelProperty().set(2);

        assertThat(model.cell(model.gridProperty().get().orElseThrow(), 0, 0))
                .isEqualTo(Integer.toString(images.pixel(0, 2, 0, 0)));
    }

    @Test
    void startsInTheMiddleAndStaysWhereItIsForTheNextImage() {
        show(0);
        assertThat(model.focusProperty().get()).isEqualTo(new PixelModel.Pixel(2, 4));

        model.point(5, 9);
        show(1);
        assertThat(model.focusProperty().get()).isEqualTo(new PixelModel.Pixel(5, 9));
    }

    @Test
    void pointingOutsideFindsTheNearestPixel() {
        show(0);
        model.point(-3, 99);

        assertThat(model.focusProperty().get()).isEqualTo(new PixelModel.Pixel(0, 9));
    }

    @Test
    void saysNothingWithoutAnImage() {
        assertThat(model.pointedText()).isEmpty();
    }

    @Test
    void theMagnifiedWindowStaysInsideTheImage() {
        PixelGrid grid = PixelGrid.of(images, 0, List.of());

        assertThat(PixelCells.Window.about(grid, new PixelModel.Pixel(0, 0), 5, 8)).isEqualTo(new PixelCells.Window(0, 0, 5, 8));
        assertThat(PixelCells.Window.about(grid, new PixelModel.Pixel(5, 9), 5, 8)).isEqualTo(new PixelCells.Window(1, 2, 5, 8));
        assertThat(PixelCells.Window.about(grid, new PixelModel.Pixel(3, 5), 5, 8)).isEqualTo(new PixelCells.Window(1, 2, 5, 8));
        assertThat(PixelCells.Window.about(grid, new PixelModel.Pixel(1, 1), 9, 20)).isEqualTo(new PixelCells.Window(0, 0, 6, 10));
    }

    private void show(int image) {
        model.show(PixelGrid.of(images, image, List.of(HALVED)));
    }
}
