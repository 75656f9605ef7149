package tadpole.engine.convolution;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Random stacks and pictures for the tests. */
final class Stacks {

    private static final List<Mixing> MIXINGS = List.of(Mixing.EACH, Mixing.SUM);

    private Stacks() {}

    static Picture picture(RandomGenerator random, int channels, int height, int width) {
        Tensor values = Tensor.zeros(Shape.of(channels, height, width));
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = 0.5f + random.nextFloat();
        }
        return new Picture("random", values, 0, 1);
    }

    /** One channel, weights above 0. */
    static StackPlan positive(RandomGenerator random) {
        List<StackStage> stages = new ArrayList<>();
        int count = 1 + random.nextInt(StackPlan.MOST);
        for (int i = 0; i < count; i++) {
            stages.add(switch (random.nextInt(4)) {
                case 0 -> pooled(random);
                case 1 -> new StackStage.Rectified();
                default -> new StackStage.Convolution(plan(random, Mixing.EACH, 1, kernel(random, 0.5f)));
            });
        }
        return new StackPlan(stages);
    }

    /** Any channels, any weights; fitted to so many channels that come in. */
    static StackPlan any(RandomGenerator random, int channels) {
        List<StackStage> stages = new ArrayList<>();
        int count = 1 + random.nextInt(StackPlan.MOST);
        int passing = channels;
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> stages.add(pooled(random));
                case 2 -> stages.add(new StackStage.Rectified());
                default -> {
                    Mixing mixing = MIXINGS.get(random.nextInt(2));
                    int filters = mixing == Mixing.SUM ? 1 + random.nextInt(3) : 1;
                    stages.add(new StackStage.Convolution(plan(random, mixing, filters, kernel(random, -1))).fitted(passing));
                    passing = mixing == Mixing.SUM ? filters : passing;
                }
            }
        }
        return new StackPlan(stages);
    }

    private static StackStage pooled(RandomGenerator random) {
        int window = 1 + random.nextInt(3);
        return new StackStage.Pooled(random.nextBoolean() ? StackStage.Pooled.Kind.MAX : StackStage.Pooled.Kind.AVERAGE, window,
                1 + random.nextInt(3), random.nextInt(window / 2 + 1));
    }

    private static Kernel kernel(RandomGenerator random, float least) {
        Kernel kernel = Kernel.zeros(1 + random.nextInt(4), 1 + random.nextInt(4));
        return filled(random, kernel, least);
    }

    private static Kernel filled(RandomGenerator random, Kernel kernel, float least) {
        float[] values = kernel.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = least + random.nextFloat();
        }
        return Kernel.of(kernel.height(), kernel.width(), values);
    }

    private static ConvolutionPlan plan(RandomGenerator random, Mixing mixing, int filters, Kernel kernel) {
        List<Filter> list = new ArrayList<>();
        for (int i = 0; i < filters; i++) {
            list.add(new Filter(List.of(i == 0 ? kernel : filled(random, kernel, -1)), random.nextFloat()));
        }
        Border border = Border.values()[random.nextInt(Border.values().length)];
        Padding padding = random.nextInt(3) == 0 ? Padding.ofSame() : Padding.of(random.nextInt(3)).with(border);
        return new ConvolutionPlan(mixing, list, 1, false, random.nextBoolean(), random.nextInt(3) == 0, 1 + random.nextInt(3), padding,
                1 + random.nextInt(2));
    }
}
