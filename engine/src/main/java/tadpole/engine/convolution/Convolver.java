package tadpole.engine.convolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.Relu;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Convolves pictures as a plan says, with the engine's own layer, which is kept as long as only numbers of the kernels change. What it
 * hands out is never written again. For one thread at a time.
 */
public final class Convolver {

    private final Device device;
    private Optional<Built> last = Optional.empty();

    /** A layer for pictures of one shape, and the pass that holds its buffers. */
    private record Built(Shape input, List<Spec> specs, Network network, Pass pass) {}

    public Convolver(Device device) {
        this.device = device;
    }

    /**
     * @param picture with the channels it has; gray is made of it where the plan says so
     * @throws SettingException in one sentence, where kernel, stride, padding or channels do not fit the picture
     */
    public Convolved convolve(ConvolutionPlan plan, Picture picture) throws SettingException {
        Picture in = plan.mixing() == Mixing.GRAY ? picture.gray() : picture;
        Misfit.refuse(plan, in);
        Built built = built(plan, in.values().shape());
        int groups = groups(plan, in.channels());
        Parameter weight = built.network().parameters().getFirst();
        Parameter bias = built.network().parameters().get(1);
        fill(plan, weight.value(), bias.value());
        weight.changed();
        bias.changed();
        built.pass().begin(new Seed(0));
        Tensor y = built.network().forward(in.values().as(in.values().shape().batchOf(1)), built.pass());
        return new Convolved(plan, in, weight.value().copy(), bias.value().copy(), groups, y.as(y.shape().perSample()).copy());
    }

    private Built built(ConvolutionPlan plan, Shape input) throws SettingException {
        List<Spec> specs = new ArrayList<>(List.of(spec(plan, input.at(0))));
        if (plan.relu()) {
            specs.add(Relu.RECIPE.standard());
        }
        if (last.isEmpty() || !last.get().input().equals(input) || !last.get().specs().equals(specs)) {
            last = Optional.empty();
            last = Optional.of(new Built(input, specs, Network.build(input, specs, new Seed(0)), Pass.evaluation(device)));
        }
        return last.get();
    }

    private static int groups(ConvolutionPlan plan, int channels) {
        return plan.mixing() == Mixing.EACH ? channels : 1;
    }

    /** The layer as experiment files say it. */
    public static Spec spec(ConvolutionPlan plan, int channels) throws SettingException {
        Map<String, Object> settings = new HashMap<>();
        settings.put("out", (long) (plan.mixing() == Mixing.EACH ? channels : plan.filters().size()));
        settings.put("kernel", (long) plan.height());
        settings.put("kernelWidth", (long) plan.width());
        settings.put("stride", (long) plan.stride());
        settings.put("padding", (long) (plan.padding().same() ? 0 : plan.padding().pixels()));
        settings.put("paddingSame", plan.padding().same());
        settings.put("paddingMode", plan.padding().border().key());
        settings.put("dilation", (long) plan.dilation());
        settings.put("groups", (long) groups(plan, channels));
        return Conv2d.RECIPE.with(settings);
    }

    private static void fill(ConvolutionPlan plan, Tensor weight, Tensor bias) {
        Shape shape = weight.shape();
        boolean each = plan.mixing() == Mixing.EACH;
        int size = shape.at(2) * shape.at(3);
        for (int o = 0; o < shape.at(0); o++) {
            Filter filter = plan.filters().get(each ? 0 : o);
            bias.data()[o] = filter.bias();
            for (int c = 0; c < shape.at(1); c++) {
                float[] values = plan.effective(filter.kernels().get(each ? 0 : c)).values();
                System.arraycopy(values, 0, weight.data(), (o * shape.at(1) + c) * size, size);
            }
        }
    }
}
