package tadpole.app.pane.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static tadpole.app.pane.kernels.TestBench.modelOf;
import static tadpole.app.pane.kernels.TestBench.picture;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.WayTime;

class TimesModelTest {

    @Test
    void countsWhatIsShown() {
        KernelsModel kernels = modelOf(picture(3, 6, 7));
        TimesModel model = new TimesModel(kernels);

        assertThat(model.productsProperty().get().orElseThrow().written()).isEqualTo("1 · 6 · 7 · 1 · 3 · 3 = 378");
        kernels.change(plan -> plan.withStride(2));

        assertThat(model.productsProperty().get().orElseThrow().count()).isEqualTo(3 * 4 * 9);
    }

    @Test
    void measuresEveryWayAndSaysWhenTheFiguresAreOfAnotherSetting() throws InterruptedException {
        KernelsModel kernels = modelOf(picture(1, 6, 7));
        TimesModel model = new TimesModel(kernels);

        measure(model);

        assertThat(model.times()).extracting(WayTime::label).containsExactly("Loops", "Image to rows", "Winograd", "The engine's choice");
        assertThat(model.staleProperty().get()).isFalse();
        kernels.change(plan -> plan.withKernel(0, 0, Kernel.zeros(3, 3)));
        assertThat(model.staleProperty().get()).as("other numbers cost the same").isFalse();
        kernels.change(plan -> plan.withStride(2));
        assertThat(model.staleProperty().get()).isTrue();
        kernels.undo();
        assertThat(model.staleProperty().get()).isFalse();
        kernels.pictureProperty().set(Optional.of(picture(1, 9, 9)));
        assertThat(model.staleProperty().get()).isTrue();
        measure(model);
        assertThat(model.staleProperty().get()).isFalse();
        assertThat(model.times()).hasSize(4);
    }

    private static void measure(TimesModel model) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        model.measureOrStop();
        model.runningProperty().subscribe(now -> {
            if (!now) {
                over.countDown();
            }
        });
        assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();
    }
}
