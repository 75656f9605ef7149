package tadpole.app.pane.kernels;

import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.image.PlaneView;
import tadpole.app.job.Background;
import tadpole.app.job.Jobs;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Fonts;
import tadpole.app.shell.FrontPane;
import tadpole.app.shell.Messages;
import tadpole.app.shell.PaneEntry;
import tadpole.app.shell.Remembered;
import tadpole.app.shell.Theme;
import tadpole.app.shell.TypeSize;
import tadpole.app.shell.Window;
import tadpole.app.shell.Workspace;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Measures in a real window how long it takes from a change of the kernel until the output of a 1024x768 picture stands on the screen, and from
 * the pointer's move to the lit window. No test of the build. How: docs/performance.md.
 */
@ExtendWith(ApplicationExtension.class)
class KernelsRepaint {

    private static final int WIDTH = 1024;
    private static final int HEIGHT = 768;
    private static final int WARM = 60;
    private static final int EDITS = Integer.getInteger("tadpole.edits", 150);
    private static final int[][] WINDOWS = {{1280, 800}, {1920, 1080}};

    private final Random pause = new Random(1);
    private final ExecutorService renderer = renderer();
    private Desk desk;
    private Stage stage;
    private KernelsModel model;

    @Start
    private void start(Stage window) {
        Fonts.load();
        stage = window;
        window.setWidth(WINDOWS[0][0]);
        window.setHeight(WINDOWS[0][1]);
        PaneEntry entry = new PaneEntry("kernels", "Kernels", Material2OutlinedAL.GRID_ON, PaneEntry.Group.UNDERSTAND, each -> {
            model = new KernelsModel(each, new Background("kernels"));
            return KernelsPane.of(model);
        });
        FrontPane front = new FrontPane(List.of(entry), "kernels");
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(), new Messages(), new Theme(Theme.Kind.LIGHT), front);
        new Window(window, desk, front, new TypeSize(TypeSize.STANDARD)).show(Remembered.NOTHING);
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    /** JavaFX's own thread of drawing: what is handed to it runs after the picture before it. */
    private static ExecutorService renderer() {
        try {
            Class<?> type = Class.forName("com.sun.javafx.tk.quantum.QuantumRenderer");
            Method instance = type.getDeclaredMethod("getInstance");
            instance.setAccessible(true);
            return (ExecutorService) instance.invoke(null);
        } catch (ReflectiveOperationException moved) {
            throw new IllegalStateException(moved);
        }
    }

    @Test
    void all() throws Exception {
        System.out.printf("JavaFX draws with %s; %d edits each after %d%n", System.getProperty("prism.order"), EDITS, WARM);
        System.out.println("window     picture       kernel  computed (median 95%)  pulse (median 95%)  shown (median 95%)  hover (median 95%)   [ms]");
        for (int[] size : WINDOWS) {
            fx(() -> {
                stage.setWidth(size[0]);
                stage.setHeight(size[1]);
                return null;
            });
            for (int kernel : new int[] {3, 9}) {
                measure("%dx%d".formatted(size[0], size[1]), 1, Mixing.GRAY, kernel);
                measure("%dx%d".formatted(size[0], size[1]), 3, Mixing.EACH, kernel);
            }
        }
    }

    private void measure(String window, int channels, Mixing mixing, int size) throws Exception {
        Picture picture = Picture.ofBytes("measured", made(channels));
        edit(() -> {
            model.planProperty().set(ConvolutionPlan.of(Kernel.zeros(size, size).with(0, 0, 1)).withMixing(mixing));
            model.pictureProperty().set(Optional.of(picture));
        });
        waitForFxEvents();
        List<long[]> edits = new ArrayList<>();
        for (int i = 0; i < WARM + EDITS; i++) {
            float value = (i + 1) / 8f;
            edits.add(edit(() -> model.change(now -> now.withKernel(0, 0, now.filters().getFirst().kernels().getFirst().with(size / 2, size - 1, value)))));
        }
        List<long[]> hovers = new ArrayList<>();
        for (int i = 0; i < WARM + EDITS; i++) {
            hovers.add(hover(0.3 + 0.4 * i / (WARM + EDITS)));
        }
        System.out.printf(Locale.ROOT, "%-10s %-13s %dx%d     %s      %s    %s    %s%n", window, channels == 1 ? "gray" : "RGB, each", size, size,
                column(edits, 0), column(edits, 1), column(edits, 2), column(hovers, 2));
    }

    private static Tensor made(int channels) {
        Tensor values = Tensor.zeros(Shape.of(channels, HEIGHT, WIDTH));
        Random random = new Random(0);
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = (i % WIDTH / 8 + i / WIDTH / 8 + random.nextInt(60)) % 256;
        }
        return values;
    }

    /** @return nanoseconds until the output is computed, laid out and painted in a pulse, and on the screen */
    private long[] edit(Runnable change) throws Exception {
        long[] times = new long[4];
        CountDownLatch shown = new CountDownLatch(1);
        fx(() -> {
            times[3] = System.nanoTime();
            change.run();
            model.convolvedProperty().addListener(new ChangeListener<>() {
                @Override
                public void changed(javafx.beans.value.ObservableValue<? extends Optional<Convolved>> source, Optional<Convolved> old, Optional<Convolved> now) {
                    if (now.filter(each -> each.plan().equals(model.planProperty().get())).isPresent()) {
                        model.convolvedProperty().removeListener(this);
                        times[0] = System.nanoTime() - times[3];
                        afterThePulse(times, shown);
                    }
                }
            });
            return null;
        });
        await(shown);
        return times;
    }

    private long[] hover(double share) throws Exception {
        long[] times = new long[4];
        CountDownLatch shown = new CountDownLatch(1);
        fx(() -> {
            List<PlaneView> planes = stage.getScene().getRoot().lookupAll(".plane-view").stream().filter(PlaneView.class::isInstance)
                    .map(PlaneView.class::cast).toList();
            PlaneView output = planes.getLast();
            times[3] = System.nanoTime();
            output.fireEvent(new MouseEvent(MouseEvent.MOUSE_MOVED, output.getWidth() * share, output.getHeight() * share, 0, 0, MouseButton.NONE, 0,
                    false, false, false, false, false, false, false, false, false, false, null));
            afterThePulse(times, shown);
            return null;
        });
        await(shown);
        return times;
    }

    private void afterThePulse(long[] times, CountDownLatch shown) {
        Scene scene = stage.getScene();
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                times[1] = System.nanoTime() - times[3];
                // First the pulse hands its picture to the renderer, then this; what it drew is then put into the window on this thread.
                Platform.runLater(() -> renderer.execute(() -> Platform.runLater(() -> {
                    times[2] = System.nanoTime() - times[3];
                    shown.countDown();
                })));
            }
        });
        Platform.requestNextPulse();
    }

    private void await(CountDownLatch shown) throws InterruptedException {
        if (!shown.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("Nothing came within 30 s.");
        }
        // So that edits fall on any moment between two pulses.
        TimeUnit.MICROSECONDS.sleep(20_000 + pause.nextInt(17_000));
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        return asyncFx(work).get();
    }

    private static String column(List<long[]> times, int which) {
        List<Long> sorted = times.subList(WARM, times.size()).stream().map(each -> each[which]).sorted().toList();
        return String.format(Locale.ROOT, "%6.1f %6.1f", sorted.get(sorted.size() / 2) / 1e6, sorted.get((int) (0.95 * (sorted.size() - 1))) / 1e6);
    }
}
