package tadpole.app.xray;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import org.junit.jupiter.api.Test;

class PlacingTest {

    private static final Dimension2D STAGE = new Dimension2D(900, 640);

    @Test
    void belowWhereThereIsRoom() {
        Bounds at = Placing.place(box(200, 100, 20, 20), new Dimension2D(400, 230), STAGE);

        assertThat(at).isEqualTo(new BoundingBox(200, 128, 400, 230));
    }

    @Test
    void neverOverWhatWasClickedAndNeverOutsideTheStage() {
        for (double cardHeight : new double[] {90, 230, 384}) {
            for (double size : new double[] {1, 20, 300}) {
                for (double x = 0; x < 900; x += 50) {
                    for (double y = 0; y < 640; y += 40) {
                        Bounds clicked = box(x, y, Math.min(size, 900 - x), Math.min(size, 640 - y));
                        Bounds at = Placing.place(clicked, new Dimension2D(406, cardHeight), STAGE);

                        assertThat(at.intersects(clicked)).as("%s over %s", at, clicked).isFalse();
                        assertThat(box(0, 0, 900, 640).contains(at)).as("%s", at).isTrue();
                        assertThat(at.getHeight()).isGreaterThan(80);
                    }
                }
            }
        }
    }

    @Test
    void shrinksToTheBestSideWhereNoneIsLargeEnough() {
        Bounds at = Placing.place(box(50, 10, 500, 400), new Dimension2D(406, 384), new Dimension2D(600, 640));

        assertThat(at.getMinY()).isGreaterThanOrEqualTo(410);
        assertThat(at.getHeight()).isEqualTo(640 - 8 - 418);
    }

    private static Bounds box(double x, double y, double width, double height) {
        return new BoundingBox(x, y, width, height);
    }
}
