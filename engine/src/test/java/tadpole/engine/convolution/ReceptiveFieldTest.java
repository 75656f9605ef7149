package tadpole.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Tensor;

class ReceptiveFieldTest {

    private static Sliding square(int size, int stride, int padding) {
        return new Sliding(size, size, stride, Padding.of(padding), 1);
    }

    @Test
    void isWhatTheFormulasOfAraujoSay() {
        ReceptiveField field = new ReceptiveField(List.of(square(3, 1, 1), Sliding.POINT, square(2, 2, 0), square(3, 1, 1)));

        assertThat(field.size(0)).isEqualTo(new Area(0, 0, 1, 1));
        assertThat(field.size(1)).isEqualTo(new Area(-1, -1, 3, 3));
        assertThat(field.size(2)).isEqualTo(field.size(1));
        assertThat(field.size(3)).isEqualTo(new Area(-1, -1, 4, 4));
        assertThat(field.size(4)).isEqualTo(new Area(-3, -3, 8, 8));
        assertThat(field.jump(1)).isEqualTo(1);
        assertThat(field.jump(4)).isEqualTo(2);
        assertThat(field.area(4, 5, 6, 3)).isEqualTo(new Area(4, 5, 3, 3));
        assertThat(field.area(4, 5, 6, 0)).isEqualTo(new Area(7, 9, 8, 8));
    }

    @Test
    void growsWithDilationAndWithUnequalSides() {
        ReceptiveField field = new ReceptiveField(List.of(new Sliding(3, 5, 1, Padding.none(), 2), new Sliding(1, 3, 3, Padding.none(), 1)));

        assertThat(field.size(2)).isEqualTo(new Area(0, 0, 5, 11));
        assertThat(field.rows(2, 1, 0, 20)).containsExactly(3, 5, 7);
        assertThat(field.columns(2, 0, 1, 20)).containsExactly(0, 1, 2);
    }

    @Test
    void isOneWithoutStages() {
        assertThat(new ReceptiveField(List.of()).area(0, 3, 4, 0)).isEqualTo(Area.ofPlace(3, 4));
        assertThat(new ReceptiveField(List.of()).jump(0)).isOne();
    }

    @Test
    void leavesOutWhatNoPlaceOfTheStageBetweenHasSeen() {
        // Windows of 2 at stride 2 on 5 columns: the fifth is seen by none, though the zero beside the second place stands over it.
        ReceptiveField field = new ReceptiveField(List.of(square(2, 2, 0), square(3, 1, 1)));

        assertThat(field.area(2, 1, 1, 0)).isEqualTo(new Area(0, 0, 6, 6));
        assertThat(field.columns(2, 1, 0, 5)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void isCutAtTheEdgesOfThePicture() {
        assertThat(new Area(-2, 3, 4, 4).cut(10, 5)).isEqualTo(new Area(0, 3, 2, 2));
        assertThat(new Area(-5, 3, 4, 4).cut(10, 5).height()).isZero();
        assertThat(new Area(12, 3, 4, 4).cut(10, 5)).isEqualTo(new Area(10, 3, 0, 2));
        assertThat(new Area(0, 0, 3, 3).isInside(3, 3)).isTrue();
        assertThat(new Area(0, 0, 3, 3).isInside(3, 2)).isFalse();
    }

    /** Every weight is above 0 and a moved pixel wins every maximum, so that all outputs that see it move. */
    @Test
    void isWhereOutputsMoveWhenPixelsDo() {
        StackRunner runner = new StackRunner(Device.cpu(1));
        RandomGenerator random = new Seed(16).generator();
        int compared = 0;
        for (int trial = 0; trial < 60; trial++) {
            StackPlan plan = Stacks.positive(random);
            int height = 5 + random.nextInt(9);
            int width = 5 + random.nextInt(9);
            Picture still = Stacks.picture(random, 1, height, width);
            StackRun run = runner.run(plan, still);
            int planes = run.results().size();
            if (planes == 0) {
                continue;
            }
            compared++;
            Tensor last = run.plane(planes);
            List<TreeSet<Integer>> moves = new ArrayList<>();
            for (int i = 0; i < last.size(); i++) {
                moves.add(new TreeSet<>());
            }
            for (int pixel = 0; pixel < height * width; pixel++) {
                Tensor moved = still.values().copy();
                moved.data()[pixel] += 4096;
                Tensor after = new StackRunner(Device.cpu(1)).run(new StackPlan(plan.stages().subList(0, planes)),
                        new Picture("", moved, 0, 1)).plane(planes);
                for (int i = 0; i < last.size(); i++) {
                    if (Float.compare(after.data()[i], last.data()[i]) != 0) {
                        moves.get(i).add(pixel);
                    }
                }
            }
            ReceptiveField field = plan.receptiveField();
            for (int i = 0; i < last.size(); i++) {
                int y = i / last.shape().at(2);
                int x = i % last.shape().at(2);
                TreeSet<Integer> expected = new TreeSet<>();
                for (int row : field.rows(planes, y, 0, height)) {
                    for (int column : field.columns(planes, x, 0, width)) {
                        expected.add(row * width + column);
                    }
                }
                assertThat(expected).as("stack %s on %d×%d, place %d, %d", plan, height, width, y, x).isEqualTo(moves.get(i));
            }
        }
        assertThat(compared).isGreaterThan(40);
    }

    @Test
    void holdsAllThatIsSeenWherePaddingIsZero() {
        RandomGenerator random = new Seed(4).generator();
        for (int trial = 0; trial < 200; trial++) {
            ReceptiveField field = Stacks.positive(random).receptiveField();
            int planes = field.stages().size();
            if (field.stages().stream().anyMatch(each -> each.padding().border() != Border.ZEROS)) {
                continue;
            }
            Area area = field.area(planes, 2, 2, 0);
            for (int row : field.rows(planes, 2, 0, 64)) {
                assertThat(row).isBetween(area.y(), area.bottom());
            }
            assertThat(field.area(planes, 3, 2, 0).y() - area.y()).isEqualTo(field.jump(planes));
        }
    }
}
