package tadpole.engine.convolution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Convolves pictures as a plan says, with the engine's own layer. For one thread at a time. */
public final class Convolver {

    private final Device device;

    public Convolver(Device device) {
        this.device = device;
    }

    /**
     * @param picture with the channels it has; gray is made of it where the plan says so
     * @throws SettingException in one sentence, where kernel, stride, padding or channels do not fit the picture
     */
    public Convolved convolve(ConvolutionPlan plan, Picture picture) throws SettingException {
        Picture in = plan.mixing() == Mixing.GRAY ? picture.gray() : picture;
        int groups = plan.mixing() == Mixing.EACH ? in.channels() : 1;
        Network network = Network.build(in.values().shape(), List.of(spec(plan, in.channels())), new Seed(0));
        Parameter weight = network.parameters().getFirst();
        Parameter bias = network.parameters().get(1);
        fill(plan, groups, weight.value(), bias.value());
        Pass pass = Pass.evaluation(device);
        pass.begin(new Seed(0));
        Tensor y = network.forward(in.values().as(in.values().shape().batchOf(1)), pass);
        Tensor output = y.as(y.shape().perSample()).copy();
        if (plan.relu()) {
            for (int i = 0; i < output.size(); i++) {
                output.data()[i] = Math.max(0, output.data()[i]);
            }
        }
        return new Convolved(plan, in, weight.value(), bias.value(), groups, output);
    }

    /** The layer as experiment files say it. */
    public static Spec spec(ConvolutionPlan plan, int channels) throws SettingException {
        boolean each = plan.mixing() == Mixing.EACH;
        Map<String, Object> settings = new HashMap<>();
        settings.put("out", (long) (each ? channels : plan.filters().size()));
        settings.put("kernel", (long) plan.height());
        settings.put("kernelWidth", (long) plan.width());
        settings.put("stride", (long) plan.stride());
        settings.put("padding", (long) plan.padding().before(plan.height(), plan.dilation()));
        settings.put("paddingMode", plan.padding().border().key());
        settings.put("dilation", (long) plan.dilation());
        settings.put("groups", (long) (each ? channels : 1));
        return Conv2d.RECIPE.with(settings);
    }

    private static void fill(ConvolutionPlan plan, int groups, Tensor weight, Tensor bias) {
        Shape shape = weight.shape();
        int size = shape.at(2) * shape.at(3);
        for (int o = 0; o < shape.at(0); o++) {
            Filter filter = groups > 1 ? plan.filters().getFirst() : plan.filters().get(o);
            bias.data()[o] = filter.bias();
            for (int c = 0; c < shape.at(1); c++) {
                float[] values = plan.effective(filter.kernels().get(groups > 1 ? 0 : c)).values();
                System.arraycopy(values, 0, weight.data(), (o * shape.at(1) + c) * size, size);
            }
        }
    }
}
