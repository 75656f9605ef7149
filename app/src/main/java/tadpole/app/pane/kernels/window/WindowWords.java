package tadpole.app.pane.kernels.window;

import tadpole.engine.convolution.Border;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;
import tadpole.engine.convolution.WindowSum;
import tadpole.engine.picture.Picture;

/** What the view says about input, output, products and results. */
final class WindowWords {

    private WindowWords() {}

    static String subtitle(Picture picture, Mixing mixing, int filters) {
        String how = switch (mixing) {
            case GRAY -> "gray";
            case EACH -> "each channel alone";
            case SUM -> picture.channels() == 1 ? "gray" : picture.channels() + " channels summed";
        };
        return "%s · %s%s".formatted(picture.name(), how, filters > 1 && mixing != Mixing.EACH ? " · %d filters".formatted(filters) : "");
    }

    /** Behind the title "Input": "32 × 32, zero padding 1". */
    static String input(Convolved shown) {
        String size = "%d × %d".formatted(shown.picture().height(), shown.picture().width());
        Padding padding = shown.plan().padding();
        int dilation = shown.plan().dilation();
        int tall = shown.weight().shape().at(2);
        int wide = shown.weight().shape().at(3);
        String down = sides(padding.before(tall, dilation), padding.after(tall, dilation));
        String across = sides(padding.before(wide, dilation), padding.after(wide, dilation));
        if (down.equals("0") && across.equals("0")) {
            return size + ", no padding";
        }
        return "%s, %s padding %s".formatted(size, name(padding.border()), down.equals(across) ? down : down + " × " + across);
    }

    private static String sides(int before, int after) {
        return before == after ? Integer.toString(before) : before + "+" + after;
    }

    private static String name(Border border) {
        return switch (border) {
            case ZEROS -> "zero";
            case REFLECT -> "mirrored";
            case REPLICATE -> "edge";
            case CIRCULAR -> "circular";
        };
    }

    /** Where a product comes from, for who points at it. */
    static String where(SumSheet.Term term) {
        WindowSum.Product product = term.product();
        String from = !product.isPadding() ? "input y %d, x %d".formatted(product.row(), product.column())
                : product.sourceRow() < 0 || product.sourceColumn() < 0 ? "padding at y %d, x %d: a zero".formatted(product.row(), product.column())
                : "padding at y %d, x %d: the pixel at y %d, x %d again".formatted(product.row(), product.column(), product.sourceRow(), product.sourceColumn());
        return "%s · kernel row %d, column %d · %s".formatted(term.text(), product.u(), product.v(), from);
    }

    /** Under the result: "bias 0 · no ReLU". */
    static String after(SumSheet sheet) {
        boolean cut = sheet.sum().relu() && sheet.sum().sum() < 0;
        String relu = !sheet.sum().relu() ? "no ReLU" : cut ? "ReLU makes 0 of " + sheet.before() : "ReLU leaves it";
        return "bias %s · %s".formatted(sheet.bias(), relu);
    }
}
