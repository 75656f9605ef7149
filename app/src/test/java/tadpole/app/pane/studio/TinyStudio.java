package tadpole.app.pane.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tadpole.app.job.Jobs;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.VggWeights;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Placement;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** A studio of a few pixels. The calling thread is its JavaFX thread: it does what jobs give it. */
public final class TinyStudio {

    public static final int HEIGHT = 48;
    public static final int WIDTH = 64;

    private final LinkedBlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final Messages messages = new Messages();
    private final StudioModel model = new StudioModel(
            new Desk(new Workspace(), new Jobs(ui::add), Device.plain(), messages, new Theme(Theme.Kind.LIGHT), _ -> { }), Runnable::run);

    public StudioModel model() {
        return model;
    }

    public Messages messages() {
        return messages;
    }

    public void drain() {
        for (Runnable next = ui.poll(); next != null; next = ui.poll()) {
            next.run();
        }
    }

    /** Does the next thing that a job gives it. */
    public void next() throws InterruptedException {
        Runnable next = ui.poll(60, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("No job said anything for a minute.");
        }
        next.run();
    }

    public static Picture picture(String name, int height, int width, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[3 * height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(256);
        }
        return Picture.ofBytes(name, Tensor.of(Shape.of(3, height, width), values));
    }

    /** An object of 20×16 pixels in the middle, its whole box under the mask. */
    public static Composition composition() {
        return new Composition(picture("pond", HEIGHT, WIDTH, 1), Optional.of(picture("frog", 16, 20, 2)), new Placement(32, 24, 1, 0, false), box(22, 16, 20, 16));
    }

    public static Mask box(int left, int top, int width, int height) {
        float[] values = new float[HEIGHT * WIDTH];
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                values[y * WIDTH + x] = 1;
            }
        }
        return new Mask(HEIGHT, WIDTH, values);
    }

    /** Of random weights, with so many blocks of one convolution. */
    public static FeatureNetwork network(int blocks) {
        SplittableRandom random = new SplittableRandom(3);
        List<List<VggWeights.Convolution>> all = new ArrayList<>();
        int from = 3;
        for (int i = 0; i < blocks; i++) {
            all.add(List.of(convolution(4, from, 3, random)));
            from = 4;
        }
        return VggWeights.network("tiny", convolution(3, 3, 1, random), all, VggWeights.Padding.REFLECT, VggWeights.Pooling.AVERAGE);
    }

    private static VggWeights.Convolution convolution(int out, int in, int kernel, SplittableRandom random) {
        float[] weights = new float[out * in * kernel * kernel];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) ((random.nextDouble() - 0.5) * 2 / Math.sqrt(in * kernel * kernel));
        }
        return new VggWeights.Convolution(Tensor.of(Shape.of(out, in, kernel, kernel), weights), Tensor.zeros(Shape.of(out)));
    }
}
