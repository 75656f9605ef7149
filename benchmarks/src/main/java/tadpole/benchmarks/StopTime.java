package tadpole.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.Relu;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** How long somebody waits after Stop, pressed at any moment of a step of large convolutions. */
@Command(
        name = "stop-time",
        description = "Stops steps of large convolutions at random moments and prints how long they went on.",
        mixinStandardHelpOptions = true)
final class StopTime implements Callable<Integer> {

    private static final int[] BLOCKS = {2, 2, 4, 4, 1};
    private static final int MOST_CHANNELS = 512;

    @Option(names = "--threads", defaultValue = "2", description = "Threads of the engine (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--stops", defaultValue = "20", description = "Stops of each network (default: ${DEFAULT-VALUE}).")
    private int stops;

    @Override
    public Integer call() throws SettingException, InterruptedException {
        System.out.println("| step | takes | worst of " + stops + " stops | median |");
        System.out.println("|---|---|---|---|");
        try (Device device = Device.cpu(threads)) {
            measure("512 channels, 3x3, 56x56, batch 16", Shape.of(512, 56, 56), 16, List.of(convolution(512, 3, 1)), device);
            measure("512 channels, 3x3 stride 2, 56x56, batch 16", Shape.of(512, 56, 56), 16, List.of(convolution(512, 3, 2)), device);
            measure("512 channels, 5x5, 56x56, batch 2", Shape.of(512, 56, 56), 2, List.of(convolution(512, 5, 1)), device);
            measure("512 to 1024 channels, 1x1 stride 2, 56x56, batch 16", Shape.of(512, 56, 56), 16, List.of(convolution(1024, 1, 2)), device);
            measure("VGG-19 to relu5_1 at 512", Shape.of(3, 512, 512), 1, vgg(), device);
        }
        return 0;
    }

    private void measure(String name, Shape sample, int batch, List<Spec> layers, Device device)
            throws SettingException, InterruptedException {
        Network network = Network.build(sample, layers, new Seed(1));
        Pass pass = Pass.training(device);
        Tensor x = Tensor.zeros(sample.batchOf(batch));
        x.fill(0.5f);
        Tensor dy = Tensor.zeros(network.output().batchOf(batch));
        dy.fill(1e-4f);
        Runnable step = () -> {
            pass.begin(new Seed(1));
            network.forward(x, pass);
            network.clearGradients();
            network.backward(dy, pass);
        };
        step.run();
        long begun = System.nanoTime();
        step.run();
        long whole = System.nanoTime() - begun;
        var random = new SplittableRandom(1);
        List<Double> millis = new ArrayList<>();
        while (millis.size() < stops) {
            millis.add(stopped(step, random.nextLong(whole), device));
        }
        millis.sort(null);
        System.out.printf(Locale.ROOT, "| %s | %.0f ms | %.1f ms | %.1f ms |%n", name, whole / 1e6, millis.getLast(), millis.get(stops / 2));
    }

    /** Milliseconds from the stop, so long after the step's beginning, to the step's return. */
    private static double stopped(Runnable step, long nanos, Device device) throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong end = new AtomicLong();
        Thread thread = Thread.ofPlatform().start(() -> {
            device.runUntil(stop::get, step);
            end.set(System.nanoTime());
        });
        Thread.sleep(nanos / 1_000_000);
        long asked = System.nanoTime();
        stop.set(true);
        thread.join();
        return Math.max(0, end.get() - asked) / 1e6;
    }

    private static List<Spec> vgg() throws SettingException {
        List<Spec> layers = new ArrayList<>();
        int channels = 64;
        for (int block = 0; block < BLOCKS.length; block++) {
            if (block > 0) {
                layers.add(MaxPool2d.RECIPE.standard());
            }
            for (int n = 0; n < BLOCKS[block]; n++) {
                layers.add(convolution(channels, 3, 1));
                layers.add(Relu.RECIPE.standard());
            }
            channels = Math.min(MOST_CHANNELS, 2 * channels);
        }
        return layers;
    }

    private static Spec convolution(int out, int kernel, int stride) throws SettingException {
        return Conv2d.RECIPE.with(Map.of("out", out, "kernel", kernel, "padding", kernel / 2, "stride", stride));
    }
}
