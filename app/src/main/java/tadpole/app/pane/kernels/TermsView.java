package tadpole.app.pane.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** The terms of a sum, written out one beside the other in columns of equal width; pointing at one says so. */
public final class TermsView extends FlowPane {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final PseudoClass PADDING = PseudoClass.getPseudoClass("padding");

    private final IntConsumer pointed;
    private final List<Label> labels = new ArrayList<>();

    /**
     * @param quiet   whether it adds nothing
     * @param padding whether one factor is no pixel of the picture
     */
    public record Term(String text, boolean quiet, boolean padding) {}

    /** @param pointed is given the term's number, or -1 when the pointer leaves */
    public TermsView(IntConsumer pointed) {
        this.pointed = pointed;
        getStyleClass().add("terms");
        setOnMouseExited(_ -> pointed.accept(-1));
    }

    public void show(List<Term> terms) {
        int most = terms.stream().mapToInt(term -> term.text().length()).max().orElse(0);
        while (labels.size() < terms.size()) {
            labels.add(label(labels.size()));
        }
        for (int i = 0; i < terms.size(); i++) {
            Label label = labels.get(i);
            label.setText(" ".repeat(most - terms.get(i).text().length()) + terms.get(i).text());
            label.pseudoClassStateChanged(QUIET, terms.get(i).quiet());
            label.pseudoClassStateChanged(PADDING, terms.get(i).padding());
        }
        if (getChildren().size() != terms.size()) {
            getChildren().setAll(labels.subList(0, terms.size()));
        }
    }

    /** @param term -1 for none */
    public void light(int term) {
        for (int i = 0; i < labels.size(); i++) {
            labels.get(i).pseudoClassStateChanged(LIT, i == term);
        }
    }

    private Label label(int number) {
        Label label = new Label();
        label.getStyleClass().addAll("mono", "term");
        label.setMinWidth(USE_PREF_SIZE);
        label.setOnMouseEntered(_ -> pointed.accept(number));
        return label;
    }
}
