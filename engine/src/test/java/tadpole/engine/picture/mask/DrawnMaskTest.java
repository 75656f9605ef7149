package tadpole.engine.picture.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class DrawnMaskTest {

    private static final int HEIGHT = 37;
    private static final int WIDTH = 41;

    private interface Inside {
        boolean at(double x, double y);
    }

    /** How much of each pixel lies inside, counted on 32×32 points of it. */
    private static void assertCovers(Mask mask, Inside inside, double most) {
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                int count = 0;
                for (int k = 0; k < 1024; k++) {
                    count += inside.at(x + (k % 32 + 0.5) / 32, y + (k / 32 + 0.5) / 32) ? 1 : 0;
                }
                assertThat((double) mask.at(y, x)).as("pixel (%d, %d)", x, y).isEqualTo(count / 1024.0, within(most));
            }
        }
    }

    @Nested
    class AShape {

        @Test
        void rectangleIsTheSharedArea() {
            assertCovers(Shapes.rectangle(HEIGHT, WIDTH, 30.25, 20.5, -3, 4.75), (x, y) -> x < 30.25 && y > 4.75 && y < 20.5, 0.02);
        }

        @Test
        void ellipseIsTheSharedArea() {
            assertCovers(Shapes.ellipse(HEIGHT, WIDTH, 3.2, 5.1, 33.7, 44), (x, y) -> Math.hypot((x - 18.45) / 15.25, (y - 24.55) / 19.45) < 1, 0.07);
        }

        @Test
        void lassoLeavesOutWhatItEnclosesTwice() {
            double[] xs = {20, 33.5, 2, 38, 6.5};
            double[] ys = {1.5, 35, 13, 13.25, 36};

            assertCovers(Shapes.lasso(HEIGHT, WIDTH, xs, ys), (x, y) -> crossings(xs, ys, x, y) % 2 == 1, 0.07);
        }

        @Test
        void aLassoOfAPointOrALineIsNothing() {
            assertThat(Shapes.lasso(5, 5, new double[0], new double[0])).isEqualTo(Mask.empty(5, 5));
            assertThat(Shapes.lasso(5, 5, new double[] {1, 4}, new double[] {1, 4})).isEqualTo(Mask.empty(5, 5));
        }

        private static int crossings(double[] xs, double[] ys, double x, double y) {
            int count = 0;
            for (int i = 0; i < xs.length; i++) {
                int n = (i + 1) % xs.length;
                if (ys[i] > y != ys[n] > y && x < (xs[n] - xs[i]) * (y - ys[i]) / (ys[n] - ys[i]) + xs[i]) {
                    count++;
                }
            }
            return count;
        }
    }

    @Nested
    class AStroke {

        private final double[] xs = {5, 30.5, 12};
        private final double[] ys = {8, 17.25, 60};

        @Test
        void isTheBrushAtItsNearestPointOfTheLine() {
            Brush brush = new Brush(6.5, 0.4);

            Mask mask = MaskPainter.stroke(Mask.empty(HEIGHT, WIDTH), brush, Combine.ADD, xs, ys);

            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    double nearest = Math.min(distance(x + 0.5, y + 0.5, 0), distance(x + 0.5, y + 0.5, 1));
                    assertThat((double) mask.at(y, x)).isEqualTo(brush.at(nearest), within(2e-3));
                }
            }
        }

        private double distance(double x, double y, int leg) {
            double nearest = Double.MAX_VALUE;
            for (int k = 0; k <= 4000; k++) {
                double t = k / 4000.0;
                nearest = Math.min(nearest, Math.hypot(x - xs[leg] - t * (xs[leg + 1] - xs[leg]), y - ys[leg] - t * (ys[leg + 1] - ys[leg])));
            }
            return nearest;
        }

        @Test
        void changesOnlyTheRectangleItTells() {
            MaskPainter painter = new MaskPainter(Mask.empty(HEIGHT, WIDTH), new Brush(3, 1), Combine.ADD);
            Box all = Box.NOTHING;
            for (int i = 0; i < xs.length; i++) {
                float[] before = painter.values().clone();

                Box box = painter.to(xs[i], ys[i]);

                all = all.and(box);
                for (int at = 0; at < before.length; at++) {
                    assertThat(before[at] == painter.values()[at] || box.contains(at % WIDTH, at / WIDTH)).isTrue();
                }
            }
            assertThat(painter.touched()).isEqualTo(all);
            assertThat(painter.mask().box()).isEqualTo(all.within(painter.mask().box()));
        }

        @Test
        void erasesAndLeavesTheMaskItBeganWith() {
            Mask full = Mask.full(HEIGHT, WIDTH);
            Brush brush = new Brush(4, 0.5);

            Mask erased = MaskPainter.stroke(full, brush, Combine.SUBTRACT, xs, ys);

            assertThat(erased).isEqualTo(MaskPainter.stroke(Mask.empty(HEIGHT, WIDTH), brush, Combine.ADD, xs, ys).inverted());
            assertThat(full).isEqualTo(Mask.full(HEIGHT, WIDTH));
        }

        @Test
        void outsideThePictureTouchesNothing() {
            MaskPainter painter = new MaskPainter(Mask.empty(9, 9), new Brush(3, 1), Combine.ADD);

            assertThat(painter.to(-20, 4)).isEqualTo(Box.NOTHING);
            assertThat(painter.to(-10, 4).isEmpty()).isTrue();
            assertThat(painter.mask().isEmpty()).isTrue();
        }

        @Test
        void refusesABrushOfNothing() {
            assertThatThrownBy(() -> new Brush(0, 1)).hasMessage("A brush has a radius between 0 and 4096 pixels and a hardness of 0 to 1, but here are 0.0 and 1.0.");
        }
    }

    @Nested
    class AFill {

        @Test
        void selectsWhatHangsTogetherWithinTheTolerance() {
            RandomGenerator random = new Seed(3).generator();
            float[] values = new float[3 * HEIGHT * WIDTH];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(100);
            }
            Picture picture = Picture.ofBytes("noise", Tensor.of(Shape.of(3, HEIGHT, WIDTH), values));

            for (double tolerance : new double[] {0, 55, 75, 442}) {
                assertThat(FloodFill.of(picture, 20, 11, tolerance)).isEqualTo(filled(picture, 20, 11, tolerance));
            }
        }

        private static Mask filled(Picture picture, int x, int y, double tolerance) {
            float[] values = new float[HEIGHT * WIDTH];
            Deque<int[]> open = new ArrayDeque<>();
            open.add(new int[] {x, y});
            while (!open.isEmpty()) {
                int[] at = open.poll();
                if (!Box.of(HEIGHT, WIDTH).contains(at[0], at[1]) || values[at[1] * WIDTH + at[0]] == 1) {
                    continue;
                }
                double r = picture.at(0, at[1], at[0]) - picture.at(0, y, x);
                double g = picture.at(1, at[1], at[0]) - picture.at(1, y, x);
                double b = picture.at(2, at[1], at[0]) - picture.at(2, y, x);
                if (Math.sqrt(r * r + g * g + b * b) > tolerance) {
                    continue;
                }
                values[at[1] * WIDTH + at[0]] = 1;
                open.add(new int[] {at[0] + 1, at[1]});
                open.add(new int[] {at[0] - 1, at[1]});
                open.add(new int[] {at[0], at[1] + 1});
                open.add(new int[] {at[0], at[1] - 1});
            }
            return new Mask(HEIGHT, WIDTH, values);
        }

        @Test
        void refusesAPlaceOutside() {
            Picture picture = Picture.ofBytes("p", Tensor.zeros(Shape.of(1, 2, 3)));

            assertThatThrownBy(() -> FloodFill.of(picture, 3, 0, 1)).hasMessage("A picture of 3×2 has no pixel (3, 0).");
        }
    }
}
