package tadpole.app.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Images;

class WallModelTest {

    private final WallModel wall = new WallModel();

    private void show(int count) {
        Images images = Sets.colored(count, 4, 5);
        wall.show(images, ImageIndex.all(images));
    }

    @Nested
    class WithAThousandImages {

        @BeforeEach
        void showThem() {
            // Cells of 10x8, ten columns, five rows at once.
            wall.resize(104, 40);
            show(1000);
        }

        @Test
        void theFirstOneIsPickedAndSeen() {
            assertThat(wall.pickedProperty().get()).hasValue(0);
            assertThat(wall.offsetProperty().get()).isZero();
        }

        @Test
        void aPointFindsTheImageUnderIt() {
            wall.scrollTo(8);

            assertThat(wall.layout().hit(15, 1, 8)).hasValue(11);
            assertThat(wall.layout().hit(99.9, 39.9, 8)).hasValue(59);
            assertThat(wall.layout().hit(101, 1, 8)).isEmpty();
            assertThat(wall.layout().hit(-1, 1, 8)).isEmpty();
        }

        @Test
        void theColumnsStandInTheMiddle() {
            assertThat(wall.layout().margin()).isEqualTo(2);
        }

        @Test
        void pickingBelowScrollsJustSoFarThatItIsSeenWhole() {
            wall.pick(55);

            assertThat(wall.offsetProperty().get()).isEqualTo(8);
        }

        @Test
        void arrowsMoveByOneAndByARow() {
            wall.move(1);
            wall.moveRows(1);
            assertThat(wall.pickedProperty().get()).hasValue(11);

            wall.move(-1);
            wall.moveRows(-1);
            assertThat(wall.pickedProperty().get()).hasValue(0);

            wall.moveRows(-1);
            assertThat(wall.pickedProperty().get()).hasValue(0);
        }

        @Test
        void pagesMoveByTheRowsSeenAndStopAtTheEnds() {
            wall.movePages(1);
            assertThat(wall.pickedProperty().get()).hasValue(50);

            wall.movePages(99);
            assertThat(wall.pickedProperty().get()).hasValue(990);

            wall.movePages(-99);
            assertThat(wall.pickedProperty().get()).hasValue(0);
        }

        @Test
        void endShowsTheLastImageAndScrollsNoFarther() {
            wall.last();

            assertThat(wall.pickedProperty().get()).hasValue(999);
            assertThat(wall.offsetProperty().get()).isEqualTo(100 * 8 - 40);
            wall.scrollTo(1e9);
            assertThat(wall.offsetProperty().get()).isEqualTo(100 * 8 - 40);
        }

        @Test
        void zoomingKeepsThePickedImageInSight() {
            wall.pick(555);
            wall.enlarge();

            assertThat(wall.zoomProperty().get()).isEqualTo(3);
            int top = wall.layout().top(555);
            assertThat(wall.offsetProperty().get()).isBetween(top + 12.0 - 40, (double) top);
        }

        @Test
        void zoomStaysBetweenOneAndEight() {
            wall.zoomTo(0);
            assertThat(wall.zoomProperty().get()).isEqualTo(1);

            wall.zoomTo(99);
            assertThat(wall.zoomProperty().get()).isEqualTo(WallModel.MOST_ZOOM);
        }

        @Test
        void anImageThatIsNotThereIsNotPicked() {
            wall.pick(1000);
            wall.pick(-1);

            assertThat(wall.pickedProperty().get()).hasValue(0);
        }
    }

    @Nested
    class WithThreeImages {

        @Test
        void thereIsNothingToScroll() {
            wall.resize(104, 40);
            show(3);
            wall.scrollTo(50);

            assertThat(wall.offsetProperty().get()).isZero();
            assertThat(wall.layout().hit(35, 2, 0)).isEmpty();
        }
    }

    @Nested
    class GivenRoom {

        @Test
        void fewImagesStartLarge() {
            wall.resize(104, 40);
            show(3);
            wall.zoomToRoom();

            assertThat(wall.zoomProperty().get()).isEqualTo(4);
        }

        @Test
        void manyStartTwiceTheirSize() {
            wall.resize(104, 40);
            show(1000);
            wall.zoomToRoom();

            assertThat(wall.zoomProperty().get()).isEqualTo(2);
        }

        @Test
        void largeImagesStartAtTheirOwnSize() {
            wall.resize(800, 600);
            wall.show(Sets.gray(2, 70, 65), ImageIndex.all(Sets.gray(2, 70, 65)));
            wall.zoomToRoom();

            assertThat(wall.zoomProperty().get()).isEqualTo(1);
        }
    }

    @Nested
    class WithNoImage {

        @Test
        void nothingIsPickedAndKeysDoNothing() {
            show(3);
            wall.show(Sets.gray(3, 2, 2), ImageIndex.NONE);
            wall.move(1);
            wall.movePages(1);
            wall.last();
            wall.enlarge();
            wall.resize(50, 50);

            assertThat(wall.pickedProperty().get()).isEqualTo(OptionalInt.empty());
        }
    }
}
