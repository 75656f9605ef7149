package tadpole.app.pane.kernels.window;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** One product of the written-out sum: in full "82 × -1 = -82", or its value alone. */
final class ProductCell extends HBox {

    private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");
    private static final PseudoClass POSITIVE = PseudoClass.getPseudoClass("positive");
    private static final PseudoClass ZERO = PseudoClass.getPseudoClass("zero");
    private static final PseudoClass PADDING = PseudoClass.getPseudoClass("padding");
    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");
    private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");

    private final Label pixel = label("product-pixel");
    private final Label times = label("product-sign");
    private final Label weight = label("product-weight");
    private final Label relation = label("product-sign");
    private final Label value = label("product-value");
    private final Tooltip tip = new Tooltip();

    /** How many characters each part may have. */
    record Widths(int pixel, int weight, int value, int brief) {

        static Widths of(List<SumSheet.Term> terms) {
            return new Widths(most(terms.stream().map(SumSheet.Term::pixel).toList()), most(terms.stream().map(ProductCell::signed).toList()),
                    most(terms.stream().map(SumSheet.Term::value).toList()), most(terms.stream().map(SumSheet.Term::brief).toList()));
        }

        /** Of all, with the signs and gaps between them. */
        int full() {
            return pixel + weight + value + 6;
        }

        private static int most(List<String> texts) {
            return texts.stream().mapToInt(String::length).max().orElse(1);
        }
    }

    ProductCell() {
        getStyleClass().add("product");
        getChildren().setAll(pixel, times, weight, relation, value);
        times.setText(" × ");
        Tooltip.install(this, tip);
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** @param full whether pixel and weight are written too @param small in smaller type */
    void show(SumSheet.Term term, Widths widths, boolean full, boolean small) {
        for (Label part : List.of(pixel, times, weight, relation)) {
            part.setVisible(full);
            part.setManaged(full);
        }
        pixel.setText(before(term.pixel(), widths.pixel()));
        weight.setText(before(signed(term), widths.weight()));
        relation.setText(" " + term.relation() + " ");
        value.setText(full ? behind(term.value(), widths.value()) : term.brief());
        pseudoClassStateChanged(NEGATIVE, term.sign() < 0);
        pseudoClassStateChanged(POSITIVE, term.sign() > 0);
        pseudoClassStateChanged(ZERO, term.sign() == 0);
        pseudoClassStateChanged(PADDING, term.product().isPadding());
        pseudoClassStateChanged(SHORT, !full);
        pseudoClassStateChanged(SMALL, small);
        tip.setText(WindowWords.where(term));
    }

    /** A weight always has its sign, but zero. */
    static String signed(SumSheet.Term term) {
        return term.product().weight() > 0 ? "+" + term.weight() : term.weight();
    }

    private static String before(String text, int width) {
        return "\u00A0".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String behind(String text, int width) {
        return text + "\u00A0".repeat(Math.max(0, width - text.length()));
    }
}
