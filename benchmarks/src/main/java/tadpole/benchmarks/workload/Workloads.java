package tadpole.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;

/** Every workload there is. */
public final class Workloads {

    /** A new workload is one new file and one line here. */
    public static final List<Workload> ALL = all(
            List.of(Product.square(1024), Product.square(512)),
            Product.ofLayer(64, 784, 100),
            Product.ofLayer(128, 784, 50),
            List.of(
                    new ConvolutionForward(1, 64, 224),
                    new ConvolutionForward(1, 256, 56),
                    new ConvolutionForward(1, 512, 28),
                    new ConvolutionTraining(1, 64, 224),
                    new ConvolutionTraining(1, 256, 56),
                    new ConvolutionTraining(1, 512, 28),
                    new ConvolutionTraining(64, 16, 32),
                    new ConvolutionTraining(64, 64, 8),
                    new Vgg(256, 320),
                    new FeatureIteration(4, 256),
                    new FeatureIteration(1, 256),
                    new MlpEpoch(),
                    new CnnEpoch(),
                    new ResNetStep(),
                    new LstmStep(32, 64, 256, 80)));

    private Workloads() {}

    @SafeVarargs
    private static List<Workload> all(List<? extends Workload>... parts) {
        List<Workload> all = new ArrayList<>();
        for (List<? extends Workload> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }
}
