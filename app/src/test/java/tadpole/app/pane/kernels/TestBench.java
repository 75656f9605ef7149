package tadpole.app.pane.kernels;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import tadpole.app.job.Jobs;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.PaneView;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Models of the Kernels pane without a window: on the calling thread, or when the test says so. */
public final class TestBench {

    private TestBench() {}

    public static KernelsModel model() {
        return model(Runnable::run);
    }

    public static KernelsModel model(Executor background) {
        return new KernelsModel(new Desk(new Workspace(), new Jobs(Runnable::run), Device.plain(), new Messages(), new Theme(Theme.Kind.LIGHT), _ -> { }), background);
    }

    public static KernelsModel modelOf(Picture picture) {
        KernelsModel model = model();
        model.pictureProperty().set(Optional.of(picture));
        return model;
    }

    /** The whole pane around a model. */
    public static PaneView pane(KernelsModel model) {
        return KernelsPane.of(model);
    }

    /** Whole numbers from 0 to 255 that look like nothing. */
    public static Picture picture(int channels, int height, int width) {
        float[] values = new float[channels * height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 37 + i / width * 101) % 256;
        }
        return Picture.ofBytes("made", Tensor.of(Shape.of(channels, height, width), values));
    }

    /** Runs what waits when the test says so. */
    public static final class Later implements Executor {

        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public void execute(Runnable task) {
            waiting.add(task);
        }

        public int size() {
            return waiting.size();
        }

        public void run() {
            while (!waiting.isEmpty()) {
                waiting.poll().run();
            }
        }
    }
}
