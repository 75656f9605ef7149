package tadpole.app.pane.kernels.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tadpole.app.chart.Digits;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Sliding;
import tadpole.engine.convolution.StackStage;
import tadpole.engine.tensor.Shape;

/** What titles and facts say of stages. */
final class StackWords {

    private StackWords() {}

    /** "2 · Max pooling" */
    static String title(int stage, StackStage of) {
        return stage + " · " + upper(of.label());
    }

    /** "2 · Max pool", as PyTorch shortens it. */
    static String shortTitle(int stage, StackStage of) {
        return stage + " · " + switch (of) {
            case StackStage.Convolution _ -> "Conv";
            case StackStage.Rectified _ -> "ReLU";
            case StackStage.Pooled pooled -> pooled.kind() == StackStage.Pooled.Kind.MAX ? "Max pool" : "Avg pool";
        };
    }

    private static String upper(String label) {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    /** "4 filters 3×3, stride 2"; of ReLU its formula. */
    static String setting(StackStage stage) {
        return switch (stage) {
            case StackStage.Rectified _ -> "max(0, x)";
            case StackStage.Pooled pooled -> size(pooled.sliding()) + ", stride " + pooled.stride()
                    + (pooled.padding() == 0 ? "" : ", padding " + pooled.padding());
            case StackStage.Convolution convolution -> setting(convolution.plan(), convolution.sliding());
        };
    }

    private static String setting(ConvolutionPlan plan, Sliding sliding) {
        List<String> parts = new ArrayList<>();
        parts.add((plan.filters().size() == 1 ? "" : plan.filters().size() + " filters ") + size(sliding));
        if (plan.stride() != 1) {
            parts.add("stride " + plan.stride());
        }
        if (plan.dilation() != 1) {
            parts.add("dilation " + plan.dilation());
        }
        if (plan.relu()) {
            parts.add("ReLU");
        }
        return String.join(", ", parts);
    }

    private static String size(Sliding sliding) {
        return sliding.height() + "×" + sliding.width();
    }

    /** "16 × 16", "4 × 16 × 16" */
    static String size(Shape shape) {
        String plane = shape.at(1) + " × " + shape.at(2);
        return shape.at(0) == 1 ? plane : shape.at(0) + " × " + plane;
    }

    /** "⌊(32 + 2·1 − 3) / 1⌋ + 1 = 32" with the pixels that the window spans; height and width where they differ. */
    static String formula(Sliding sliding, Shape input) {
        String rows = axis(sliding, input.at(1), sliding.height(), sliding.outHeight(input.at(1)));
        String columns = axis(sliding, input.at(2), sliding.width(), sliding.outWidth(input.at(2)));
        return rows.equals(columns) ? rows : rows + "\n" + columns;
    }

    private static String axis(Sliding sliding, int pixels, int size, int places) {
        int before = sliding.padding().before(size, sliding.dilation());
        int after = sliding.padding().after(size, sliding.dilation());
        String padding = before != after ? " + %d + %d".formatted(before, after) : before == 0 ? "" : " + 2·" + before;
        int span = sliding.dilation() * (size - 1) + 1;
        return "⌊(%d%s − %d) / %d⌋ + 1 = %d".formatted(pixels, padding, span, sliding.stride(), places);
    }

    /** Four significant digits with a true minus. */
    static String number(double value) {
        return Digits.shortest(value).replace('-', '−');
    }

    /** Whether {@link #number} says all of it. */
    static boolean isExact(double value) {
        return (float) Double.parseDouble(Digits.shortest(value)) == (float) value;
    }
}
