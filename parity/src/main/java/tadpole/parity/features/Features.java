package tadpole.parity.features;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tadpole.engine.file.FeatureFile;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.picture.Resize;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.FeatureRun;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;
import tadpole.parity.torch.FeatureSide;
import tadpole.parity.torch.TorchSide;

/** The published feature networks: maps of a picture, and gradients at all layers back to its pixels, beside PyTorch's. */
@Command(name = "features", description = "Holds the maps of published networks to PyTorch's.", mixinStandardHelpOptions = true)
public final class Features implements Callable<Integer> {

    private static final double TOLERANCE = 1e-3;

    @Option(names = "--shared", defaultValue = "${env:TADPOLE_SHARED}", description = "Folder with weights and style (default: TADPOLE_SHARED).")
    private Path shared;

    @Option(names = "--raw", required = true, description = "Folder with what raw_weights.py made of the .pth files.")
    private Path raw;

    @Option(names = "--picture", required = true, description = "Any colored picture.")
    private Path picture;

    @Option(names = "--size", defaultValue = "213", description = "Longer side of the picture in pixels (default: ${DEFAULT-VALUE}).")
    private int size;

    @Override
    public Integer call() throws Exception {
        boolean agree = true;
        System.out.printf("PyTorch %s; a picture of %d pixels at its longer side%n%n", TorchSide.version(), size);
        System.out.println("| network | layers | maps, largest relative difference | at | gradient by the pixels | verdict |");
        System.out.println("|---|---|---|---|---|---|");
        try (Device device = Device.cpu(2)) {
            Picture given = Resize.toLongSide(PictureFile.read(picture).picture(), size, device);
            for (FeatureCase each : FeatureCase.ALL) {
                agree &= row(each, given.values(), device);
            }
        }
        return agree ? 0 : 1;
    }

    private boolean row(FeatureCase each, Tensor pixels, Device device) throws Exception {
        FeatureNetwork network = FeatureFile.read(shared.resolve("weights").resolve(each.file()));
        FeatureRun run = new FeatureRun(network, each.layers(), device);
        FeatureSide.Answer theirs = FeatureSide.run(each.lines(), RawWeights.of(each, shared.resolve("weights"), raw), pixels);
        Map<String, Tensor> maps = run.forward(pixels);
        Map<String, Tensor> gradients = new HashMap<>();
        double worst = 0;
        String where = "";
        for (int i = 0; i < each.layers().size(); i++) {
            String layer = each.layers().get(i);
            Tensor map = maps.get(layer);
            double apart = apart(map, theirs.maps().get(i));
            if (!(apart <= worst)) {
                worst = apart;
                where = layer;
            }
            Tensor gradient = map.copy();
            for (int k = 0; k < gradient.size(); k++) {
                gradient.data()[k] *= 2f / gradient.size();
            }
            gradients.put(layer, gradient);
        }
        String back = pixels(run.backward(gradients), theirs.gradient());
        boolean agrees = worst <= TOLERANCE;
        System.out.printf("| %s | %d | %.1e | %s | %s | %s |%n", each.name(), each.layers().size(), worst, where, back, agrees ? "agrees" : "DIFFERS");
        return agrees;
    }

    /** Where two numbers of a window are equal but for rounding, each side may send a gradient to another of them: single pixels then differ. */
    private static String pixels(Tensor ours, float[] theirs) {
        double largest = 0;
        for (float each : theirs) {
            largest = Math.max(largest, Math.abs(each));
        }
        int near = 0;
        for (int i = 0; i < theirs.length; i++) {
            near += Math.abs(ours.data()[i] - theirs[i]) <= TOLERANCE * largest ? 1 : 0;
        }
        return "%.3f %% within 1e-3, most apart %.1e".formatted(100.0 * near / theirs.length, apart(ours, theirs));
    }

    /** The larger of two: root mean square of the difference over that of the numbers, largest difference over the largest number. */
    private static double apart(Tensor ours, float[] theirs) {
        double squares = 0;
        double all = 0;
        double most = 0;
        double largest = 0;
        for (int i = 0; i < theirs.length; i++) {
            double difference = Math.abs(ours.data()[i] - theirs[i]);
            squares += difference * difference;
            all += (double) theirs[i] * theirs[i];
            most = Math.max(most, difference);
            largest = Math.max(largest, Math.abs(theirs[i]));
        }
        return ours.size() == theirs.length ? Math.max(Math.sqrt(squares / all), most / largest) : Double.POSITIVE_INFINITY;
    }
}
