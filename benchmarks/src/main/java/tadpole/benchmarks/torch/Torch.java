package tadpole.benchmarks.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.stream.IntStream;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Parameter;

/** PyTorch on the processor, and the tensors that one workload keeps there. */
public final class Torch implements AutoCloseable {

    private final NDManager manager;

    private Torch(NDManager manager) {
        this.manager = manager;
    }

    /** The threads hold for the whole process. */
    public static Torch onThreads(int threads) {
        NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        JniUtils.setNumThreads(threads);
        JniUtils.setGradMode(false);
        return new Torch(manager);
    }

    public static String version() {
        return Engine.getEngine("PyTorch").getVersion();
    }

    public PtNDArray tensor(float[] numbers, long... shape) {
        return (PtNDArray) manager.create(numbers, new Shape(shape));
    }

    /** A tensor of whole numbers, such as labels. */
    public PtNDArray wholes(int[] numbers, long... shape) {
        return (PtNDArray) manager.create(longs(numbers), new Shape(shape));
    }

    /** The network's parameters, as they are now. */
    public List<PtNDArray> parameters(Network network) {
        return network.parameters().stream().map(this::parameter).toList();
    }

    private PtNDArray parameter(Parameter parameter) {
        return tensor(parameter.value().data(), longs(parameter.shape().toArray()));
    }

    private static long[] longs(int[] numbers) {
        return IntStream.of(numbers).asLongStream().toArray();
    }

    /** Where one run's tensors are kept, with gradients recorded. */
    public Tape tape() {
        return new Tape(manager, true);
    }

    /** Where one run's tensors are kept, without gradients. */
    public Tape plain() {
        return new Tape(manager, false);
    }

    public static List<float[]> numbers(List<PtNDArray> tensors) {
        return tensors.stream().map(PtNDArray::toFloatArray).toList();
    }

    @Override
    public void close() {
        manager.close();
    }
}
