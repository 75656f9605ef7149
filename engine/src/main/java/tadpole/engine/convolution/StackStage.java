package tadpole.engine.convolution;

import java.util.ArrayList;
import java.util.List;

/** One of the layers of a stack. */
public sealed interface StackStage {

    /** As sentences and titles say it: "convolution". */
    String label();

    Sliding sliding();

    /** One kernel on each channel, or filters that sum all channels. */
    record Convolution(ConvolutionPlan plan) implements StackStage {

        @Override
        public String label() {
            return "convolution";
        }

        @Override
        public Sliding sliding() {
            return new Sliding(plan.height(), plan.width(), plan.stride(), plan.padding(), plan.dilation());
        }

        /** With a kernel for each channel in every filter where channels are summed: those it has again from the first, or the first ones alone. */
        public Convolution fitted(int channels) {
            if (plan.mixing() != Mixing.SUM) {
                return this;
            }
            return new Convolution(plan.withFilters(plan.filters().stream().map(filter -> fitted(filter, channels)).toList()));
        }

        /** What takes gray, for maps that are no picture. */
        Convolution ofMaps() {
            return plan.mixing() != Mixing.GRAY ? this : new Convolution(plan.withMixing(plan.filters().size() > 1 ? Mixing.SUM : Mixing.EACH));
        }

        private static Filter fitted(Filter filter, int channels) {
            List<Kernel> kernels = new ArrayList<>();
            for (int i = 0; i < channels; i++) {
                kernels.add(filter.kernels().get(i % filter.kernels().size()));
            }
            return new Filter(kernels, filter.bias());
        }
    }

    /** y = max(0, x). */
    record Rectified() implements StackStage {

        @Override
        public String label() {
            return "ReLU";
        }

        @Override
        public Sliding sliding() {
            return Sliding.POINT;
        }
    }

    /**
     * The largest number or the mean of every window.
     *
     * @param window high and wide
     * @param padding at most half the window: never the largest, and zeros of the mean
     */
    record Pooled(Kind kind, int window, int stride, int padding) implements StackStage {

        public enum Kind {
            MAX, AVERAGE
        }

        @Override
        public String label() {
            return kind == Kind.MAX ? "max pooling" : "average pooling";
        }

        @Override
        public Sliding sliding() {
            return new Sliding(window, window, stride, Padding.of(padding), 1);
        }
    }
}
