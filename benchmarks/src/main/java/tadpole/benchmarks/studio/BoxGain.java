package tadpole.benchmarks.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tadpole.engine.file.FeatureFile;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.FeatureRun;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** What it gains to compute only the mask's box and its margin: an iteration of both sizes, in turns. */
@Command(
        name = "studio-box",
        description = "One iteration of a whole picture against that of the mask's box and its margin, in turns.",
        mixinStandardHelpOptions = true)
public final class BoxGain implements Callable<Integer> {

    private static final List<String> LAYERS = List.of("relu1_1", "relu2_1", "relu3_1", "relu4_1");

    @Option(names = "--weights", required = true, description = "Weights of a network with relu4_1.")
    private Path weights;

    @Option(names = "--width", defaultValue = "700", description = "Of the picture (default: ${DEFAULT-VALUE}).")
    private int width;

    @Option(names = "--height", defaultValue = "557", description = "Of the picture (default: ${DEFAULT-VALUE}).")
    private int height;

    @Option(names = "--box", defaultValue = "190", description = "Side of the mask's box (default: ${DEFAULT-VALUE}).")
    private int box;

    @Option(names = "--margin", defaultValue = "34", description = "Around the box (default: ${DEFAULT-VALUE}, that of relu4_1).")
    private int margin;

    @Option(names = "--rounds", defaultValue = "7", description = "Turns (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--threads", defaultValue = "2", description = "Threads of the engine (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Override
    public Integer call() throws Exception {
        FeatureNetwork network = FeatureFile.read(weights);
        int side = Math.ceilDiv(box + 2 * margin, 16) * 16;
        try (Device device = Device.cpu(threads)) {
            Iteration whole = new Iteration(network, height, width, device);
            Iteration cut = new Iteration(network, side, side, device);
            List<Double> ratios = new ArrayList<>();
            whole.seconds();
            cut.seconds();
            for (int round = 0; round < rounds; round++) {
                ratios.add(whole.seconds() / cut.seconds());
            }
            Collections.sort(ratios);
            System.out.printf("%s: %d×%d against the box of %d with its margin, %d×%d: %.2f times (%.2f to %.2f), by pixels %.2f%n", network.name(), width, height,
                    box, side, side, ratios.get(rounds / 2), ratios.getFirst(), ratios.getLast(), (double) width * height / (side * side));
        }
        return 0;
    }

    private static final class Iteration {

        private final FeatureRun run;
        private final Tensor pixels;
        private final Map<String, Tensor> gradients = new HashMap<>();

        private Iteration(FeatureNetwork network, int height, int width, Device device) {
            run = new FeatureRun(network, LAYERS, device);
            pixels = Tensor.zeros(Shape.of(3, height, width));
            for (int i = 0; i < pixels.size(); i++) {
                pixels.data()[i] = i * 37 % 256;
            }
            run.forward(pixels).forEach((layer, map) -> gradients.put(layer, map.copy()));
        }

        private double seconds() {
            long start = System.nanoTime();
            run.forward(pixels);
            run.backward(gradients);
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
