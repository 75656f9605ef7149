package tadpole.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tadpole.engine.convolution.Border;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.ConvolutionTimes;
import tadpole.engine.convolution.Convolver;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;
import tadpole.engine.convolution.WayTime;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** What one edit of a kernel in the pane Kernels costs the engine, against plain loops in the same run. */
@Command(
        name = "kernel-edits",
        description = "Edits kernels on a picture of 1024x768 and prints how long the output takes, against plain loops.",
        mixinStandardHelpOptions = true)
final class KernelEdits implements Callable<Integer> {

    private static final int HEIGHT = 768;
    private static final int WIDTH = 1024;

    @Option(names = "--threads", defaultValue = "2", description = "Threads of the engine (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--edits", defaultValue = "40", description = "Edits of each plan (default: ${DEFAULT-VALUE}).")
    private int edits;

    @Override
    public Integer call() throws SettingException {
        System.out.println("| plan on 1024×768 | an edit, median | slowest of " + edits + " | loops, 1 thread | loops / edit |");
        System.out.println("|---|---|---|---|---|");
        Picture picture = picture();
        try (Device device = Device.cpu(threads)) {
            measure("gray, 3×3, same", plan(3, 3), picture, device);
            measure("gray, 9×9, same", plan(9, 9), picture, device);
            measure("gray, 9×7, mirrored", plan(9, 7).withPadding(Padding.ofSame().with(Border.REFLECT)), picture, device);
            measure("each of 3 channels, 5×5, same", plan(5, 5).withMixing(Mixing.EACH), picture, device);
            measure("each of 3 channels, 9×8, stride 2", plan(9, 8).withMixing(Mixing.EACH).withStride(2), picture, device);
        }
        return 0;
    }

    private void measure(String name, ConvolutionPlan plan, Picture picture, Device device) throws SettingException {
        Convolver convolver = new Convolver(device);
        double[] millis = new double[edits];
        Convolved last = convolver.convolve(plan, picture);
        for (int i = -edits; i < edits; i++) {
            ConvolutionPlan edited = plan.withKernel(0, 0, plan.filters().getFirst().kernels().getFirst().with(0, 0, i));
            long from = System.nanoTime();
            last = convolver.convolve(edited, picture);
            millis[Math.max(0, i)] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(millis);
        double median = millis[edits / 2];
        double loops = switch (new ConvolutionTimes(last, device, _ -> { }).run(JobControl.UNWATCHED)) {
            case JobOutcome.Finished<List<WayTime>>(List<WayTime> ways) -> ways.getFirst().median();
            case JobOutcome.Stopped<List<WayTime>> _, JobOutcome.Failed<List<WayTime>> _ -> Double.NaN;
        };
        System.out.printf(Locale.ROOT, "| %s | %.1f ms | %.1f ms | %.0f ms | %.0f |%n", name, median, millis[edits - 1], loops, loops / median);
    }

    private static ConvolutionPlan plan(int height, int width) {
        float[] values = new float[height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(i);
        }
        return ConvolutionPlan.of(Kernel.of(height, width, values));
    }

    private static Picture picture() {
        SplittableRandom random = new SplittableRandom(1);
        Tensor values = Tensor.zeros(Shape.of(3, HEIGHT, WIDTH));
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = random.nextInt(256);
        }
        return Picture.ofBytes("made", values);
    }
}
