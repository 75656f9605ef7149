package tadpole.app.pane.kernels;

import java.util.List;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.Padding;

/** The size of an output with its numbers: ⌊(n + 2p − d (k − 1) − 1) / s⌋ + 1. */
record SizeFormula(String height, String width, int rows, int columns) {

    static SizeFormula of(Convolved shown) {
        Padding padding = shown.plan().padding();
        int dilation = shown.plan().dilation();
        int stride = shown.plan().stride();
        int tall = shown.weight().shape().at(2);
        int wide = shown.weight().shape().at(3);
        return new SizeFormula(
                side(shown.picture().height(), padding.before(tall, dilation), padding.after(tall, dilation), tall, stride, dilation, shown.height()),
                side(shown.picture().width(), padding.before(wide, dilation), padding.after(wide, dilation), wide, stride, dilation, shown.width()),
                shown.height(), shown.width());
    }

    private static String side(int size, int before, int after, int kernel, int stride, int dilation, int out) {
        String around = before == after ? before == 0 ? "" : " + 2·" + before : " + %d + %d".formatted(before, after);
        String reach = dilation == 1 ? " − " + kernel : " − %d·(%d − 1) − 1".formatted(dilation, kernel);
        return "⌊(%d%s%s) / %d⌋ + 1 = %d".formatted(size, around, reach, stride, out);
    }

    /** From the longest to the shortest way of saying it; of several lines where height and width differ. */
    List<String> texts() {
        String sizes = "output %d × %d".formatted(rows, columns);
        return height.equals(width) ? List.of("output size " + height, height, sizes)
                : List.of("output height %s\noutput width %s".formatted(height, width), "height %s\nwidth %s".formatted(height, width), sizes);
    }

    String help() {
        return "output size = ⌊(n + 2p − d (k − 1) − 1) / s⌋ + 1\nn pixels in, p padding on each side, k the kernel, d dilation, s stride; with d = 1 it is ⌊(n + 2p − k) / s⌋ + 1.\nheight %s\nwidth %s"
                .formatted(height, width);
    }
}
