package tadpole.engine.convolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.kernel.BorderPadding;
import tadpole.engine.kernel.Convolution;
import tadpole.engine.kernel.ConvolutionShape;
import tadpole.engine.kernel.ConvolutionWay;
import tadpole.engine.kernel.Kernels;
import tadpole.engine.kernel.Sides;
import tadpole.engine.kernel.Workspace;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Measures the ways of one convolution of one picture: from pixels and kernel to the output, what has to be prepared for the kernel and the padding
 * of every border included, after a warm-up of at least half a second. Loops are the plain twin on one thread, all others run on the device's
 * threads.
 */
public final class ConvolutionTimes implements Job<List<WayTime>> {

    /** A way is warm when for so long no round was a twentieth faster than the fastest before; Java compiles what runs often while it runs. */
    private static final long WARM_NANOS = 500_000_000;
    private static final double FASTER = 0.95;
    private static final long LONGEST_WARM_NANOS = 5_000_000_000L;
    /** A way is measured for so long, but at least {@link #FEWEST} and at most {@link #MOST} rounds. */
    private static final long NANOS = 300_000_000;
    private static final int FEWEST = 5;
    private static final int MOST = 50_000;
    private static final String WITHOUT_VECTORS = "needs the vector kernels";

    private final Convolved convolved;
    private final Device device;
    private final LongSupplier clock;
    private final Consumer<WayTime> listener;

    /** @param listener told of each way when it is measured, on the job's thread */
    public ConvolutionTimes(Convolved convolved, Device device, Consumer<WayTime> listener) {
        this(convolved, device, System::nanoTime, listener);
    }

    ConvolutionTimes(Convolved convolved, Device device, LongSupplier clock, Consumer<WayTime> listener) {
        this.convolved = convolved;
        this.device = device;
        this.clock = clock;
        this.listener = listener;
    }

    @Override
    public String name() {
        return "Timing the ways of a convolution";
    }

    @Override
    public JobOutcome<List<WayTime>> run(JobControl control) {
        List<WayTime> times = new ArrayList<>();
        try (Device plain = Device.plain()) {
            Frame frame = Frame.of(convolved);
            Kernels fast = device.kernels();
            List<Way> ways = List.of(
                    new Way("Loops", 1, plain.kernels().convolution(frame.shape(), ConvolutionWay.LOOPS), frame.products(), ""),
                    new Way("Image to rows", device.threads(), fast.convolution(frame.shape(), ConvolutionWay.ROWS), frame.products(), WITHOUT_VECTORS),
                    new Way("Winograd", device.threads(), fast.convolution(frame.shape(), ConvolutionWay.WINOGRAD), MultiplyAdds.ofWinograd(frame.shape()), frame.withoutWinograd()),
                    new Way("The engine's choice", device.threads(), Optional.of(fast.convolution(frame.shape())), frame.products(), ""));
            for (Way way : ways) {
                control.report(new Progress(times.size(), ways.size(), way.label()));
                if (!control.proceed()) {
                    return new JobOutcome.Stopped<>(List.copyOf(times));
                }
                Optional<WayTime> time = way.computes().isEmpty() ? Optional.of(WayTime.without(way.label(), way.lack()))
                        : new Stand(frame, way.computes().get(), control).measure(way);
                if (time.isEmpty()) {
                    return new JobOutcome.Stopped<>(List.copyOf(times));
                }
                times.add(time.get());
                listener.accept(time.get());
            }
            return new JobOutcome.Finished<>(List.copyOf(times));
        } catch (IllegalArgumentException | OutOfMemoryError large) {
            return new JobOutcome.Failed<>("This picture and kernel are too large to measure all ways. Take a smaller picture.", large);
        }
    }

    private record Way(String label, int threads, Optional<Convolution> computes, long products, String lack) {}

    /** The padding that comes before, and the shape that is left for the kernels; without pixels around where these put zeros by themselves. */
    private record Frame(Optional<BorderPadding> around, ConvolutionShape shape, long products) {

        static Frame of(Convolved convolved) {
            ConvolutionPlan plan = convolved.plan();
            Padding padding = plan.padding();
            Sides sides = new Sides(padding.before(plan.height(), plan.dilation()), padding.after(plan.height(), plan.dilation()),
                    padding.before(plan.width(), plan.dilation()), padding.after(plan.width(), plan.dilation()));
            Shape x = convolved.picture().values().shape();
            boolean copied = !sides.equals(Sides.of(0)) && (padding.border() != Border.ZEROS || !sides.areEqual());
            BorderPadding around = new BorderPadding(padding.border().mode(), x.at(0), x.at(1), x.at(2), copied ? sides : Sides.of(0));
            ConvolutionShape shape = new ConvolutionShape(1, x.at(0), around.paddedHeight(), around.paddedWidth(), convolved.channels(), plan.height(), plan.width(),
                    plan.stride(), copied ? 0 : sides.top(), plan.dilation(), convolved.groups());
            return new Frame(copied ? Optional.of(around) : Optional.empty(), shape, MultiplyAdds.of(convolved).count());
        }

        /** Why Winograd's way does not go. */
        String withoutWinograd() {
            if (shape.kernelHeight() != 3 || shape.kernelWidth() != 3) {
                return "3×3 kernels only";
            }
            if (shape.stride() != 1 || shape.dilation() != 1) {
                return shape.stride() != 1 ? "stride 1 only" : "dilation 1 only";
            }
            if (shape.groups() != 1) {
                return "one group only";
            }
            return shape.padding() > 2 ? "padding up to 2 only" : WITHOUT_VECTORS;
        }
    }

    /** One way on its stand. */
    private final class Stand {

        private final Frame frame;
        private final Convolution convolution;
        private final JobControl control;
        private final float[] padded;
        private final float[] prepared;
        private final float[] y;
        private final Workspace workspace = new Workspace();

        Stand(Frame frame, Convolution convolution, JobControl control) {
            this.frame = frame;
            this.convolution = convolution;
            this.control = control;
            padded = new float[frame.around().isPresent() ? frame.shape().inputSize() : 0];
            prepared = new float[convolution.preparedSize()];
            y = new float[frame.shape().outputSize()];
        }

        /** Empty where it was stopped. */
        Optional<WayTime> measure(Way way) {
            if (!warmUp()) {
                return Optional.empty();
            }
            double[] millis = new double[MOST];
            int rounds = 0;
            long begun = clock.getAsLong();
            while (rounds < FEWEST || rounds < MOST && clock.getAsLong() - begun < NANOS) {
                long from = clock.getAsLong();
                if (!round()) {
                    return Optional.empty();
                }
                millis[rounds++] = (clock.getAsLong() - from) / 1e6;
            }
            double[] sorted = Arrays.copyOf(millis, rounds);
            Arrays.sort(sorted);
            double median = (sorted[(rounds - 1) / 2] + sorted[rounds / 2]) / 2;
            return Optional.of(new WayTime(way.label(), way.threads(), median, sorted[0], rounds, way.products(), apart(), ""));
        }

        /** False where it was stopped. */
        private boolean warmUp() {
            long start = clock.getAsLong();
            long now = start;
            long faster = start;
            double fastest = Double.POSITIVE_INFINITY;
            while (now - faster < WARM_NANOS && now - start < LONGEST_WARM_NANOS) {
                long from = clock.getAsLong();
                if (!round()) {
                    return false;
                }
                now = clock.getAsLong();
                if (now - from < FASTER * fastest) {
                    fastest = now - from;
                    faster = now;
                }
            }
            return true;
        }

        private boolean round() {
            return control.proceed() && device.runUntil(control::isStopped, () -> {
                float[] x = convolved.picture().values().data();
                if (frame.around().isPresent()) {
                    device.kernels().pad(frame.around().get(), x, padded);
                    x = padded;
                }
                convolution.prepare(convolved.weight().data(), prepared);
                convolution.forward(x, prepared, convolved.bias().data(), convolved.plan().relu(), y, workspace);
            });
        }

        private double apart() {
            Tensor expected = convolved.output();
            double largest = 1e-30;
            double apart = 0;
            for (int i = 0; i < expected.size(); i++) {
                largest = Math.max(largest, Math.abs(expected.data()[i]));
                apart = Math.max(apart, Math.abs(expected.data()[i] - y[i]));
            }
            return apart / largest;
        }
    }
}
