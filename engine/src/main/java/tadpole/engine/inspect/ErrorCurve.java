package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.twin.DoubleTensor;

/**
 * How the error of the numeric gradient depends on the step h: its distance from the analytic gradient, norm(a - n) / norm(a + n), over a
 * drawn set of parameters, in float and in double, one-sided and centered. To the right the curve bends away from its tangent: the error
 * falls with h, or with h² where the difference is centered. To the left the loss is rounded: the error grows with 1 / h. Dennis and
 * Schnabel 1983, chapter 5.6.
 */
public final class ErrorCurve implements Job<List<ErrorCurve.Line>> {

    private static final int LARGEST = -1;
    private static final int SMALLEST = -12;
    private static final int A_DECADE = 4;
    private static final int MOST = 40;

    private final CheckSubject subject;
    private final Settings settings;
    private final Device device;
    private final Consumer<List<Line>> listener;

    /** @param error norm(a - n) / norm(a + n) of the parameters that crossed no kink at any h; not below 1e-18 */
    public record Point(double h, double error) {}

    /**
     * One of the four curves, as far as it is known.
     *
     * @param points from the largest h down
     */
    public record Line(boolean isFloat, boolean centered, List<Point> points) {

        public Line {
            points = List.copyOf(points);
        }

        public String label() {
            return "%s, %s".formatted(isFloat ? "float" : "double", centered ? "centered" : "one-sided");
        }

        /** Where the error is least; empty before there are points. */
        public OptionalDouble bestH() {
            return points.stream().min((a, b) -> Double.compare(a.error(), b.error())).map(each -> OptionalDouble.of(each.h())).orElse(OptionalDouble.empty());
        }

        /** The power of h with which the error falls where the curve bends: 2 or 1. */
        public int order() {
            return centered ? 2 : 1;
        }

        /** The h where rounding and bend are alike if derivatives are near 1: ε^(1/3) centered, √ε one-sided, with the unit of the numbers. */
        public double theoryH() {
            double unit = isFloat ? Math.ulp(1f) : Math.ulp(1.0);
            return centered ? Math.cbrt(unit) : Math.sqrt(unit);
        }

        /**
         * The slope of log(error) by log(h) between two steps, by least squares.
         *
         * @return empty with fewer than two points there
         */
        public OptionalDouble slope(double from, double to) {
            List<Point> there = points.stream().filter(each -> each.h() >= from * 0.999 && each.h() <= to * 1.001 && Double.isFinite(each.error())).toList();
            if (there.size() < 2) {
                return OptionalDouble.empty();
            }
            double x = there.stream().mapToDouble(each -> Math.log(each.h())).average().orElseThrow();
            double y = there.stream().mapToDouble(each -> Math.log(each.error())).average().orElseThrow();
            double above = there.stream().mapToDouble(each -> (Math.log(each.h()) - x) * (Math.log(each.error()) - y)).sum();
            double below = there.stream().mapToDouble(each -> Math.pow(Math.log(each.h()) - x, 2)).sum();
            return OptionalDouble.of(above / below);
        }
    }

    /**
     * @param settings of {@link CheckPlan#RECIPE}; the seed draws the parameters
     * @param listener told all four lines after each h, on the thread that runs the job
     */
    public ErrorCurve(CheckSubject subject, Settings settings, Device device, Consumer<List<Line>> listener) {
        this.subject = subject;
        this.settings = settings;
        this.device = device;
        this.listener = listener;
    }

    @Override
    public String name() {
        return "Error against h";
    }

    /** From 0.1 down to 1e-12, four steps a decade. */
    public static double[] steps() {
        return IntStream.rangeClosed(0, (LARGEST - SMALLEST) * A_DECADE).mapToDouble(i -> Math.pow(10, LARGEST - (double) i / A_DECADE)).toArray();
    }

    private record Place(int tensor, int index) {}

    @Override
    public JobOutcome<List<Line>> run(JobControl control) {
        Network wide = subject.copy();
        TwinChain inDouble = new TwinChain(subject, wide, Optional.empty());
        FloatChain inFloat = new FloatChain(subject, subject.copy(), device);
        List<DoubleTensor> analytic = inDouble.gradients();
        List<Place> places = places(wide, inDouble, control);
        List<List<Point>> points = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        double[] steps = steps();
        for (int s = 0; s < steps.length; s++) {
            for (int line = 0; line < points.size(); line++) {
                boolean goOn = control.proceed();
                Chain chain = isFloat(line) ? inFloat : inDouble;
                double error = goOn ? error(chain, new Stencil(isCentered(line), steps[s]), places, analytic, control) : 0;
                if (!goOn || control.isStopped()) {
                    return new JobOutcome.Stopped<>(lines(points));
                }
                points.get(line).add(new Point(steps[s], error));
            }
            control.report(new Progress(s + 1, steps.length, "h = %.2g".formatted(steps[s])));
            listener.accept(lines(points));
        }
        return new JobOutcome.Finished<>(lines(points));
    }

    private static boolean isFloat(int line) {
        return line >= 2;
    }

    private static boolean isCentered(int line) {
        return line % 2 == 0;
    }

    private static List<Line> lines(List<List<Point>> points) {
        return IntStream.range(0, points.size()).mapToObj(line -> new Line(isFloat(line), isCentered(line), points.get(line))).toList();
    }

    /** Drawn ones; those that cross a kink at the largest step would hide the slopes, and are left out where others are left. */
    private List<Place> places(Network network, Chain chain, JobControl control) {
        List<Place> drawn = new ArrayList<>();
        List<Place> smooth = new ArrayList<>();
        Stencil widest = new Stencil(true, steps()[0]);
        for (int t = 0; t < network.parameters().size(); t++) {
            for (int i : GradientCheck.places(network.parameters().get(t).size(), MOST, GradientCheck.seed(settings).derive(network.parameters().get(t).name()))) {
                Place place = new Place(t, i);
                drawn.add(place);
                if (!control.isStopped() && !widest.slope(chain, t, i).crossed()) {
                    smooth.add(place);
                }
            }
        }
        return smooth.isEmpty() ? drawn : smooth;
    }

    private static double error(Chain chain, Stencil stencil, List<Place> places, List<DoubleTensor> analytic, JobControl control) {
        Norm norm = new Norm();
        for (Place each : places) {
            if (control.isStopped()) {
                return 0;
            }
            norm.add(analytic.get(each.tensor()).at(each.index()), stencil.slope(chain, each.tensor(), each.index()).value());
        }
        return Math.max(1e-18, norm.value());
    }
}
