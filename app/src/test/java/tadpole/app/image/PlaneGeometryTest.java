package tadpole.app.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlaneGeometryTest {

    private static final PlaneModel.Around RING = new PlaneModel.Around(1, 2, 1, 2, (_, _, _) -> 0, true);

    private final Viewport viewport = new Viewport();

    private PlaneGeometry of(int rows, int columns, PlaneModel.Around around, int margin, int width, int height) {
        return PlaneGeometry.of(PlaneGeometry.Size.of(rows, columns, around, margin), viewport, PlaneGeometry.Align.MIDDLE, width, height);
    }

    private PlaneGeometry plain(int rows, int columns, int width, int height) {
        return of(rows, columns, PlaneModel.Around.NOTHING, 0, width, height);
    }

    @Nested
    class Fitting {

        @Test
        void isTheLargestWholeMultipleInTheMiddle() {
            PlaneGeometry geometry = plain(32, 32, 330, 340);

            assertThat(geometry.cell()).isEqualTo(10);
            assertThat(geometry.left()).isEqualTo(5);
            assertThat(geometry.top()).isEqualTo(10);
            assertThat(geometry.words()).isEqualTo("10 : 1");
        }

        @Test
        void shrinksToExactlyTheRoomAndSaysSo() {
            PlaneGeometry geometry = plain(768, 1024, 400, 400);

            assertThat(geometry.cell()).isCloseTo(400 / 1024.0, within(1e-12));
            assertThat(geometry.seenWidth()).isEqualTo(400);
            assertThat(geometry.seenHeight()).isEqualTo(300);
            assertThat(geometry.words()).isEqualTo("1 : 2.6, smoothed");
        }

        @Test
        void leavesRoomForThePadding() {
            PlaneGeometry geometry = of(10, 10, RING, 0, 140, 140);

            assertThat(geometry.cell()).isEqualTo(10);
            assertThat(geometry.left()).isEqualTo(20);
            assertThat(geometry.at(0, 10)).contains(new PixelModel.Pixel(-1, -2));
            assertThat(geometry.at(139, 129)).contains(new PixelModel.Pixel(10, 11));
            assertThat(geometry.at(5, 5)).isEmpty();
        }

        @Test
        void aMarginGivesAPictureWithoutPaddingTheSameCells() {
            assertThat(of(10, 10, PlaneModel.Around.NOTHING, 2, 140, 140).cell()).isEqualTo(of(10, 10, RING, 0, 140, 140).cell());
        }

        @Test
        void aPictureOfOneCellFillsTheView() {
            assertThat(plain(1, 1, 300, 200).cell()).isEqualTo(200);
        }
    }

    @Nested
    class Zooming {

        @Test
        void keepsTheCellUnderThePointer() {
            PixelModel.Pixel under = plain(28, 28, 300, 300).at(77, 211).orElseThrow();

            for (int i = 0; i < 9; i++) {
                plain(28, 28, 300, 300).step(viewport, true, 77, 211);
                assertThat(plain(28, 28, 300, 300).at(77, 211)).contains(under);
            }
            assertThat(plain(28, 28, 300, 300).cell()).isGreaterThan(40);
        }

        @Test
        void everyStepIsSeenAndTheWayBackEndsWhereItBegan() {
            double before = plain(768, 1024, 400, 400).cell();

            for (int i = 0; i < 60; i++) {
                double cell = plain(768, 1024, 400, 400).cell();
                plain(768, 1024, 400, 400).step(viewport, true, 100, 100);
                double next = plain(768, 1024, 400, 400).cell();
                assertThat(next > cell || next == PlaneGeometry.LARGEST).isTrue();
                assertThat(next < 1 || next == Math.rint(next)).isTrue();
            }
            for (int i = 0; i < 60; i++) {
                plain(768, 1024, 400, 400).step(viewport, false, 300, 300);
            }
            assertThat(plain(768, 1024, 400, 400).cell()).isEqualTo(before);
            assertThat(plain(768, 1024, 400, 400).isWhole()).isTrue();
        }

        @Test
        void picturesOfOneSizeStayTogetherToThePixel() {
            for (int i = 0; i < 8; i++) {
                plain(100, 80, 301, 333).step(viewport, true, 20, 310);
            }

            PlaneGeometry first = plain(100, 80, 301, 333);
            assertThat(plain(100, 80, 301, 333)).isEqualTo(first);
            PlaneGeometry half = plain(50, 40, 301, 333);
            assertThat(half.cell()).isCloseTo(2 * first.cell(), within(1.0));
            assertThat(half.columnAt(150)).isCloseTo(first.columnAt(150) / 2, within(1));
        }
    }

    @Nested
    class Moving {

        @Test
        void stopsAtTheEdgesWithNothingSavedUp() {
            for (int i = 0; i < 6; i++) {
                plain(28, 28, 300, 300).step(viewport, true, 150, 150);
            }
            plain(28, 28, 300, 300).move(viewport, 5000, 5000);

            assertThat(plain(28, 28, 300, 300).left()).isZero();
            plain(28, 28, 300, 300).move(viewport, -7, -9);
            assertThat(plain(28, 28, 300, 300).left()).isEqualTo(-7);
            assertThat(plain(28, 28, 300, 300).top()).isEqualTo(-9);
        }

        @Test
        void showsThePaddingAtItsEdge() {
            for (int i = 0; i < 20; i++) {
                of(10, 10, RING, 0, 140, 140).step(viewport, true, 70, 70);
            }
            of(10, 10, RING, 0, 140, 140).move(viewport, 99999, 99999);

            assertThat(of(10, 10, RING, 0, 140, 140).at(0, 0)).isEqualTo(Optional.of(new PixelModel.Pixel(-1, -2)));
        }

        @Test
        void revealsACellWithTheLeastMove() {
            for (int i = 0; i < 12; i++) {
                plain(28, 28, 300, 300).step(viewport, true, 0, 0);
            }
            plain(28, 28, 300, 300).reveal(viewport, new PixelModel.Pixel(0, 27));

            PlaneGeometry now = plain(28, 28, 300, 300);
            assertThat(now.xOf(28)).isEqualTo(300);
            assertThat(now.top()).isZero();
        }
    }
}
