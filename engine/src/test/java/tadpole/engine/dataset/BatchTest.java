package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class BatchTest {

    private final Images images = Pictures.random(20, 3, 4, 5);
    private final int[] order = {7, 3, 19, 0, 3};

    @Test
    void takesPreparedSamplesInTheirOrder() throws SettingException {
        List<Preparation> steps = Preparations.make(List.of(Preparations.ALL.getFirst().standard()), images);
        Batch batch = new Batch(images, steps);

        batch.fill(order, 1, 3);

        assertThat(batch.size()).isEqualTo(3);
        assertThat(batch.inputs().shape()).isEqualTo(Shape.of(3, 3, 4, 5));
        assertThat(batch.labels()).startsWith(3, 9, 0);
        assertThat(batch.inputs().data()[60 + 47]).isEqualTo(images.pixel(19, 2, 1, 2) / 255f);
        assertThat(batch.inputs().data()[120]).isEqualTo(images.pixel(0, 0, 0, 0) / 255f);
    }

    @Test
    void usesItsRoomAgainForASmallerBatch() {
        Batch batch = new Batch(images, List.of());
        batch.fill(order, 0, 5);
        float[] room = batch.inputs().data();

        batch.fill(order, 3, 2);

        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.inputs().shape()).isEqualTo(Shape.of(2, 3, 4, 5));
        assertThat(batch.inputs().data()).isSameAs(room);
        assertThat(batch.labels()).startsWith(0, 3);
        assertThat(batch.inputs().data()[60]).isEqualTo(images.pixel(3, 0, 0, 0));
    }

    /** Also where threads prepare them at once. */
    @Test
    void samplesThatThePreparationMakesSmallerLieSideBySide() throws SettingException {
        List<Preparation> steps = Preparations.make(List.of(
                Recipe.find(Preparations.ALL, "preparation", "centerCrop").with(Map.of("size", 2)),
                Recipe.find(Preparations.ALL, "preparation", "divide").standard()), images);
        List<Augmentation> never = Augmentations.make(List.of(Flip.RECIPE.with(Map.of("probability", 0.0))), images.shape());
        try (Device device = Device.cpu(3)) {
            Batch batch = new Batch(images, steps, never, device);
            for (int turn = 0; turn < 2; turn++) {
                if (turn == 0) {
                    batch.fill(order, 0, 5);
                } else {
                    batch.fill(order, 0, 5, new Seed(1));
                }

                assertThat(batch.inputs().shape()).isEqualTo(Shape.of(5, 3, 2, 2));
                for (int i = 0; i < 5; i++) {
                    assertThat(batch.inputs().data()[i * 12 + 7]).isEqualTo(images.pixel(order[i], 1, 2, 2) / 255f);
                }
            }
        }
    }

    @Test
    void keepsItsTensorWhileNothingGrows() {
        Batch batch = new Batch(images, List.of());
        batch.fill(order, 0, 2);
        Tensor inputs = batch.inputs();

        batch.fill(order, 2, 2);

        assertThat(batch.inputs()).isSameAs(inputs);
    }

    @Test
    void makesRoomForALargerBatch() {
        Batch batch = new Batch(images, List.of());
        batch.fill(order, 0, 1);

        batch.fill(order, 0, 5);

        assertThat(batch.inputs().shape()).isEqualTo(Shape.of(5, 3, 4, 5));
        assertThat(batch.labels()).startsWith(7, 3, 9, 0, 3);
    }

    @Test
    void mayBeEmpty() {
        Batch batch = new Batch(images, List.of());

        batch.fill(order, 5, 0);

        assertThat(batch.size()).isZero();
        assertThat(batch.inputs().size()).isZero();
    }
}
