package tadpole.engine.convolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.convolution.StackRun.Misfit;
import tadpole.engine.convolution.StackRun.Result;
import tadpole.engine.layer.AvgPool2d;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.Relu;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Tensor;

/**
 * Runs stacks with the engine's own layers; stages before the first that changed are not computed again. For one thread at a time.
 */
public final class StackRunner {

    private final Device device;
    private final Convolver convolver;
    private Optional<StackRun> last = Optional.empty();

    public StackRunner(Device device) {
        this.device = device;
        this.convolver = new Convolver(device);
    }

    /** Stages that fit are run, up to the first that does not. */
    public StackRun run(StackPlan plan, Picture picture) {
        Picture entering = plan.takesGray() ? picture.gray() : picture;
        List<Result> results = new ArrayList<>(unchanged(plan, entering));
        Optional<Misfit> misfit = Optional.empty();
        for (int i = results.size(); i < plan.stages().size() && misfit.isEmpty(); i++) {
            StackStage stage = plan.stages().get(i);
            try {
                Picture in = i == 0 ? entering : new Picture(picture.name(), results.getLast().output(), 0, 1);
                requireFilters(stage, in.channels());
                results.add(run(stage, in));
            } catch (SettingException unfit) {
                misfit = Optional.of(new Misfit(i + 1, "Stage %d, %s: %s".formatted(i + 1, stage.label(), ofStage(unfit.getMessage(), i))));
            }
        }
        last = Optional.of(new StackRun(plan, entering, results, misfit));
        return last.get();
    }

    private List<Result> unchanged(StackPlan plan, Picture entering) {
        if (last.isEmpty() || last.get().picture() != entering) {
            return List.of();
        }
        List<StackStage> before = last.get().plan().stages();
        int same = 0;
        while (same < last.get().results().size() && same < plan.stages().size() && plan.stages().get(same).equals(before.get(same))) {
            same++;
        }
        return last.get().results().subList(0, same);
    }

    private static void requireFilters(StackStage stage, int channels) throws SettingException {
        if (!(stage instanceof StackStage.Convolution convolution)) {
            return;
        }
        ConvolutionPlan plan = convolution.plan();
        if (plan.mixing() == Mixing.GRAY && channels > 1) {
            throw new SettingException("gray is made of the picture before the first convolution, but %d channels come in. Take each channel alone, or all summed."
                    .formatted(channels));
        }
        int given = plan.filters().getFirst().kernels().size();
        if (plan.mixing() == Mixing.SUM && given != channels) {
            throw new SettingException("a filter has %d %s, but %d %s in. Give it a kernel for each channel.".formatted(
                    given, given == 1 ? "kernel" : "kernels", channels, channels == 1 ? "channel comes" : "channels come"));
        }
    }

    private Result run(StackStage stage, Picture in) throws SettingException {
        return switch (stage) {
            case StackStage.Convolution convolution -> convolve(convolution, in);
            case StackStage.Rectified _ -> layer(stage, Relu.RECIPE.with(Map.of()), in);
            case StackStage.Pooled pooled -> layer(stage,
                    (pooled.kind() == StackStage.Pooled.Kind.MAX ? MaxPool2d.RECIPE : AvgPool2d.RECIPE).with(settings(pooled)), in);
        };
    }

    private static Map<String, Object> settings(StackStage.Pooled pooled) {
        return Map.of("kernel", (long) pooled.window(), "stride", (long) pooled.stride(), "padding", (long) pooled.padding());
    }

    private Result convolve(StackStage.Convolution stage, Picture in) throws SettingException {
        Convolved convolved = convolver.convolve(stage.plan(), in);
        long weights = convolved.weight().size();
        return new Result(stage, convolved.picture().values(), convolved.output(), Optional.of(convolved), weights + convolved.bias().size(),
                weights * convolved.height() * convolved.width());
    }

    private Result layer(StackStage stage, Spec spec, Picture in) throws SettingException {
        Tensor x = in.values();
        Network network = Network.build(x.shape(), List.of(spec), new Seed(0));
        Pass pass = Pass.evaluation(device);
        pass.begin(new Seed(0));
        Tensor y = network.forward(x.as(x.shape().batchOf(1)), pass);
        return new Result(stage, x, y.as(y.shape().perSample()).copy(), Optional.empty(), 0, 0);
    }

    /** A network of one layer names it "Layer 1, conv2d1"; what comes into a later stage is no picture. */
    private static String ofStage(String sentence, int index) {
        String plain = sentence.replaceFirst("^Layer 1, \\w+: ", "");
        String lower = plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
        return index == 0 ? lower : lower.replace("the picture with", "the input with").replace("smaller picture", "smaller input");
    }
}
