package tadpole.parity.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tadpole.engine.parity.Figures;
import tadpole.engine.parity.ParityCase;
import tadpole.engine.parity.TadpoleSide;
import tadpole.engine.schedule.Move;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/** PyTorch's side of a case, step by step, from the parameters that Tadpole's side begins with. */
public final class TorchSide implements AutoCloseable {

    private final ParityCase given;
    private final Script script;
    private final TadpoleSide ours;
    private final Rates rates;
    private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
    private final Program program;
    private final List<PtNDArray> parameters;
    private final List<PtNDArray> buffers;
    private final List<List<PtNDArray>> states;
    private final List<PtNDArray> steps;
    private final PtNDArray work;

    /** PyTorch's schedule: rate and momentum of a step. */
    @FunctionalInterface
    public interface Rates {
        Move at(int step);
    }

    public TorchSide(ParityCase given, Script script, Rates rates, TadpoleSide ours) {
        this.given = given;
        this.script = script;
        this.ours = ours;
        this.rates = rates;
        JniUtils.setNumThreads(1);
        program = new Program(script.text(), manager);
        parameters = ours.network().parameters().stream().map(Parameter::value).map(each -> tensor(each, manager)).toList();
        Stream<PtNDArray> running = ours.network().buffers().stream().map(NamedTensor::tensor).map(each -> tensor(each, manager));
        Stream<PtNDArray> carried = ours.carried().stream().map(Tensor::zeros).map(each -> tensor(each, manager));
        buffers = Stream.concat(Stream.concat(running, carried), Stream.of(tensor(Tensor.zeros(tadpole.engine.tensor.Shape.of(1)), manager))).toList();
        states = IntStream.range(0, 3).mapToObj(_ -> parameters.stream().map(TorchSide::zeros).toList()).toList();
        steps = parameters.stream().map(_ -> (PtNDArray) manager.zeros(new Shape())).toList();
        work = (PtNDArray) manager.zeros(new Shape(Math.max(1, script.work())));
    }

    public static String version() {
        return Engine.getEngine("PyTorch").getVersion();
    }

    private static PtNDArray zeros(PtNDArray like) {
        return (PtNDArray) like.getManager().zeros(like.getShape());
    }

    /** A copy of the numbers. */
    private static PtNDArray tensor(Tensor tensor, NDManager manager) {
        float[] numbers = Arrays.copyOf(tensor.data(), tensor.size());
        return (PtNDArray) manager.create(numbers, new Shape(IntStream.of(tensor.shape().toArray()).asLongStream().toArray()));
    }

    /** Makes the next step. */
    public Figures step(int number) {
        try (NDManager tape = manager.newSubManager()) {
            List<PtNDArray> variables = parameters.stream().map(each -> variable(each, tape)).toList();
            boolean words = ours.draws().isWords();
            PtNDArray x = words ? tensor(ours.draws().x(number), tape) : variable(tensor(ours.draws().x(number), tape), tape);
            PtNDArray t = target(number, tape);
            List<PtNDArray> masks = Stream.concat(ours.masks(number).stream(), Stream.of(Tensor.zeros(tadpole.engine.tensor.Shape.of(1))))
                    .map(each -> tensor(each, tape)).toList();
            JniUtils.setGradMode(true);
            List<PtNDArray> made = program.run("forward", batch(x, t, true, variables, masks, tape), true);
            PtNDArray loss = made.get(1);
            JniUtils.backward(loss, (PtNDArray) loss.onesLike(), false, false);
            JniUtils.setGradMode(script.again());
            List<PtNDArray> gradients = variables.stream().map(JniUtils::getGradient).toList();
            float[] dx = words ? new float[0] : JniUtils.getGradient(x).toFloatArray();
            List<float[]> before = numbers(gradients);
            Move move = rates.at(number);
            PtNDArray figures = (PtNDArray) tape.create(new double[] {move.rate(), move.momentum().orElse(ours.momentum()), number});
            program.run("update", batch(JniUtils.detachGradient(x), t, true, parameters, masks, tape).with("g", gradients).with("s0", states.get(0))
                    .with("s1", states.get(1)).with("s2", states.get(2)).with("steps", steps).with("w", work).with("n", figures), script.again());
            JniUtils.setGradMode(false);
            return new Figures(move.rate(), made.get(0).toFloatArray(), loss.toType(DataType.FLOAT64, true).getDouble(), dx, before, parameters(), running());
        }
    }

    public List<float[]> parameters() {
        return numbers(parameters);
    }

    private List<float[]> running() {
        return numbers(buffers.subList(0, buffers.size() - 1));
    }

    /** The outputs in evaluation, of a batch of their own. */
    public float[] evaluate() {
        try (NDManager tape = manager.newSubManager()) {
            int number = given.training().steps();
            List<PtNDArray> masks = Stream.concat(ours.masks(number).stream().peek(each -> each.fill(1)),
                    Stream.of(Tensor.zeros(tadpole.engine.tensor.Shape.of(1)))).map(each -> tensor(each, tape)).toList();
            return program.run("forward", batch(tensor(ours.draws().x(number), tape), target(number, tape), false, parameters, masks, tape), false)
                    .getFirst().toFloatArray();
        }
    }

    private Program.Arguments batch(PtNDArray x, PtNDArray t, boolean training, List<PtNDArray> p, List<PtNDArray> masks, NDManager tape) {
        return new Program.Arguments().with("x", x).with("t", t).with("k", (PtNDArray) tape.create(training))
                .with("p", p).with("b", buffers).with("m", masks);
    }

    /** The same memory as a tensor whose gradient is wanted. */
    private static PtNDArray variable(PtNDArray kept, NDManager tape) {
        PtNDArray leaf = JniUtils.detachGradient(kept);
        leaf.attach(tape);
        JniUtils.attachGradient(leaf, true);
        return leaf;
    }

    private PtNDArray target(int number, NDManager tape) {
        if (given.data().values()) {
            return tensor(ours.draws().values(number), tape);
        }
        long[] labels = IntStream.of(ours.draws().labels(number)).asLongStream().toArray();
        return (PtNDArray) tape.create(labels, new Shape(labels.length));
    }

    private static List<float[]> numbers(List<PtNDArray> tensors) {
        return new ArrayList<>(tensors.stream().map(PtNDArray::toFloatArray).toList());
    }

    @Override
    public void close() {
        manager.close();
    }
}
