package tadpole.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tadpole.benchmarks.workload.Specs;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** What a feature network takes of the heap: VGG-19 to relu5_1, frozen, forward and back to the picture. */
@Command(
        name = "memory",
        description = "Tells what VGG-19 to relu5_1, forward and back to the picture, keeps on the heap.",
        mixinStandardHelpOptions = true)
final class Memory implements Callable<Integer> {

    private static final int[][] CHANNELS = {{64, 64}, {128, 128}, {256, 256, 256, 256}, {512, 512, 512, 512}, {512}};
    private static final int RUNS = 3;

    @Option(names = "--size", defaultValue = "512", description = "Height and width of the picture (default: ${DEFAULT-VALUE}).")
    private int size;

    @Option(names = "--threads", defaultValue = "2", description = "Threads of the engine (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Override
    public Integer call() throws SettingException {
        long empty = kept();
        try (Device device = Device.cpu(threads)) {
            Tensor picture = filled(Shape.of(1, 3, size, size));
            Network network = Network.build(Shape.of(3, size, size), layers(), new Seed(1));
            long built = kept();
            Pass pass = Pass.evaluation(device).withInputGradient().withoutParameterGradients();
            Tensor features = network.forward(picture, pass);
            long forward = kept();
            Tensor dy = filled(features.shape());
            network.backward(dy, pass);
            long backward = kept();
            for (int run = 0; run < RUNS; run++) {
                network.forward(picture, pass);
                network.backward(dy, pass);
            }
            long again = kept();
            System.out.printf("VGG-19 to relu5_1 at %d x %d, %d parameters, %d threads%n", size, size, network.parameterCount(), threads);
            row("picture and parameters", built - empty);
            row("forward: activations, places of maxima, prepared weights, workspaces", forward - built);
            row("  of it activations and places, by their shapes", activations(network));
            row("backward: two gradients, prepared weights, workspaces", backward - forward);
            row("kept in all", again - empty);
            row("  of it grown in " + RUNS + " more runs", again - backward);
            row("most on the heap at any time, garbage included", peak());
            row("most that the heap may hold (-Xmx)", Runtime.getRuntime().maxMemory());
        }
        return 0;
    }

    private static List<Spec> layers() {
        List<Spec> layers = new ArrayList<>();
        for (int stage = 0; stage < CHANNELS.length; stage++) {
            if (stage > 0) {
                layers.add(Specs.layer("maxPool2d"));
            }
            for (int out : CHANNELS[stage]) {
                layers.add(Specs.layer("conv2d", Map.of("out", out, "padding", 1)));
                layers.add(Specs.layer("relu"));
            }
        }
        return layers;
    }

    private static Tensor filled(Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data()[i] = i % 17 / 17f;
        }
        return tensor;
    }

    /** A ReLU works in place; a pooling keeps a place for each number it gives. */
    private static long activations(Network network) {
        long numbers = 0;
        for (Network.Stage stage : network.stages()) {
            numbers += switch (stage.spec().type()) {
                case "conv2d" -> stage.output().size();
                case "maxPool2d" -> 2L * stage.output().size();
                default -> 0;
            };
        }
        return numbers * Float.BYTES;
    }

    /** What is in use once all garbage is gone. */
    private static long kept() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The pools' own peaks, which they need not have reached at the same time. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static void row(String what, long bytes) {
        System.out.printf(Locale.ROOT, "| %-72s | %6.0f MB |%n", what, bytes / 1e6);
    }
}
