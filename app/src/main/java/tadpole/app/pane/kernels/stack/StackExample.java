package tadpole.app.pane.kernels.stack;

import java.util.Arrays;
import java.util.List;
import tadpole.engine.convolution.Border;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;
import tadpole.engine.convolution.StackStage;
import tadpole.engine.convolution.StackStage.Convolution;
import tadpole.engine.convolution.StackStage.Pooled;
import tadpole.engine.convolution.StackStage.Rectified;

/** A stack that one click sets up. */
public enum StackExample {

    YOURS("Your kernel", "The pane's kernel, ReLU, max pooling: the three layers that most networks repeat.",
            new StackDraft(List.of(StackStages.convolution(), new Rectified(), StackStages.pooling(Pooled.Kind.MAX)), 0)),
    EDGES("Edges, pooled twice", "Max pooling keeps the strongest edge of each window: it stays, though a sixteenth of the pixels is left.",
            StackDraft.own(new Convolution(ConvolutionPlan.of(Kernels.RIGHT)), new Rectified(), StackStages.pooling(Pooled.Kind.MAX),
                    StackStages.pooling(Pooled.Kind.MAX))),
    BLURS("Blur three times", "Three small Gaussian blurs are one large one: each pixel sees 7 × 7, with 27 weights for 49.",
            StackDraft.own(Kernels.blur(), Kernels.blur(), Kernels.blur())),
    NETWORK("Small CNN", "Four directed edges, ReLU, max pooling, then filters that sum all four: bright spots and upright bars.",
            StackDraft.own(new Convolution(Kernels.edges()), new Rectified(), StackStages.pooling(Pooled.Kind.MAX), new Convolution(Kernels.shapes()))),
    DILATED("Dilation 1, 2, 4", "Gaps that double: 3 × 3 kernels, and yet the third stage sees 15 × 15 pixels, each one once or more.",
            StackDraft.own(Kernels.dilated(1), Kernels.dilated(2), Kernels.dilated(4)));

    private final String label;
    private final String about;
    private final StackDraft draft;

    StackExample(String label, String about, StackDraft draft) {
        this.label = label;
        this.about = about;
        this.draft = draft;
    }

    public String label() {
        return label;
    }

    public String about() {
        return about;
    }

    public StackDraft draft() {
        return draft;
    }

    private static final class Kernels {

        private static final Kernel RIGHT = Kernel.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1);
        private static final Kernel DOWN = Kernel.of(3, 3, -1, -2, -1, 0, 0, 0, 1, 2, 1);
        private static final Kernel NOTHING = Kernel.zeros(3, 3);

        private static Convolution blur() {
            float[] values = {1, 2, 1, 2, 4, 2, 1, 2, 1};
            for (int i = 0; i < values.length; i++) {
                values[i] /= 16;
            }
            return new Convolution(ConvolutionPlan.of(Kernel.of(3, 3, values)).withPadding(Padding.ofSame().with(Border.REFLECT)));
        }

        private static Convolution dilated(int dilation) {
            float[] values = new float[9];
            Arrays.fill(values, 1 / 9f);
            return new Convolution(ConvolutionPlan.of(Kernel.of(3, 3, values)).withDilation(dilation)
                    .withPadding(Padding.of(dilation).with(Border.REFLECT)));
        }

        /** Brighter to the right, to the left, downward, upward. */
        private static ConvolutionPlan edges() {
            return ConvolutionPlan.of(RIGHT).withFilters(List.of(filter(RIGHT), filter(RIGHT.flipped()), filter(DOWN), filter(DOWN.flipped())));
        }

        /** Edges that face each other: all four around a bright spot, the first two beside a bright bar. */
        private static ConvolutionPlan shapes() {
            Kernel left = column(0);
            Kernel right = column(2);
            Kernel above = Kernel.of(3, 3, 1, 1, 1, 0, 0, 0, 0, 0, 0);
            Kernel below = Kernel.of(3, 3, 0, 0, 0, 0, 0, 0, 1, 1, 1);
            return ConvolutionPlan.of(left).withMixing(Mixing.SUM)
                    .withFilters(List.of(filter(left, right, above, below), filter(left, right, NOTHING, NOTHING)));
        }

        private static Kernel column(int column) {
            return NOTHING.with(0, column, 1).with(1, column, 1).with(2, column, 1);
        }

        private static Filter filter(Kernel... kernels) {
            return new Filter(List.of(kernels), 0);
        }
    }
}
