package tadpole.parity.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tadpole.engine.tensor.Tensor;

/** PyTorch's maps of a picture, by lines of TorchScript that know the pixels x, [1,3,height,width] in 0..255, and the weights p. */
public final class FeatureSide {

    /** @param maps in the order of the layers @param gradient of the sum over the layers of the mean square of their maps, by the pixels */
    public record Answer(List<float[]> maps, float[] gradient) {}

    private FeatureSide() {}

    /** @param lines make h of h, which is x at first; one that is "look" looks at h */
    public static Answer run(List<String> lines, List<Tensor> weights, Tensor pixels) {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            JniUtils.setNumThreads(2);
            JniUtils.setGradMode(true);
            PtNDArray x = tensor(pixels.as(pixels.shape().batchOf(1)), manager);
            JniUtils.attachGradient(x, true);
            Program program = new Program(text(lines), manager);
            List<PtNDArray> p = weights.stream().map(each -> tensor(each, manager)).toList();
            List<PtNDArray> made = program.run("forward", new Program.Arguments().with("x", x).with("p", p), true);
            PtNDArray loss = made.getFirst();
            JniUtils.backward(loss, JniUtils.onesLike(loss, loss.getDataType(), loss.getDevice(), loss.getSparseFormat()), false, false);
            float[] gradient = JniUtils.getGradient(x).toFloatArray();
            JniUtils.setGradMode(false);
            return new Answer(made.subList(1, made.size()).stream().map(each -> JniUtils.detachGradient(each).toFloatArray()).toList(), gradient);
        }
    }

    private static String text(List<String> lines) {
        List<String> text = new ArrayList<>(List.of("class Case(Module):", "  __parameters__ = []", "  __buffers__ = []", "  training : bool",
                "  def forward(self: __torch__.Case, x: Tensor, p: List[Tensor]) -> List[Tensor]:", "    h = x"));
        int looks = 0;
        for (String line : lines) {
            text.add("    " + (line.equals("look") ? "y%d = h".formatted(looks++) : line));
        }
        List<String> all = IntStream.range(0, looks).mapToObj(i -> "y" + i).toList();
        text.add("    l = torch.mean(torch.mul(y0, y0))");
        all.stream().skip(1).forEach(y -> text.add("    l = torch.add(l, torch.mean(torch.mul(%s, %s)))".formatted(y, y)));
        text.add("    return [l, " + String.join(", ", all) + "]");
        return String.join("\n", text) + "\n";
    }

    private static PtNDArray tensor(Tensor tensor, NDManager manager) {
        return (PtNDArray) manager.create(Arrays.copyOf(tensor.data(), tensor.size()),
                new Shape(IntStream.of(tensor.shape().toArray()).asLongStream().toArray()));
    }
}
