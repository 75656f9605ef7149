package tadpole.app.pane.kernels.backward;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.pane.kernels.TermsView;

/** The sum behind the gradient that one points at, term by term. */
final class SumCard extends VBox {

    private final BackwardModel model;
    private final Label title = text("backward-title", "section-title");
    private final Label rule = text("backward-rule", "muted");
    private final Label result = text("backward-result", "mono");
    private final Label note = text("backward-note", "muted");
    private final Label hint = text("backward-hint", "muted");
    private final TermsView terms;
    private final Button inMatrix = new Button("Show them in the matrix");

    /** @param point is given the number of the term pointed at, -1 for none @param toMatrix opens the view with the matrix */
    SumCard(BackwardModel model, IntConsumer point, Runnable toMatrix) {
        this.model = model;
        this.terms = new TermsView(point);
        getStyleClass().addAll("card", "backward-sum");
        ScrollPane scroll = new ScrollPane(terms);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.getStyleClass().addAll("edge-to-edge", "terms-scroll");
        scroll.maxHeightProperty().bind(terms.heightProperty().add(2));
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        inMatrix.setId("backward-to-matrix");
        inMatrix.getStyleClass().add("small-button");
        inMatrix.setMinHeight(Region.USE_PREF_SIZE);
        inMatrix.setTooltip(new Tooltip("Lights the cells of the matrix that hold this pixel: their gradients are what is added up here."));
        inMatrix.setOnAction(_ -> toMatrix.run());
        result.getStyleClass().add("backward-result");
        getChildren().setAll(title, rule, scroll, result, note, inMatrix, hint);
        model.focusProperty().subscribe(_ -> write());
        model.gradientsProperty().subscribe(_ -> write());
        model.heldProperty().subscribe(_ -> write());
    }

    private static Label text(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void write() {
        Optional<WrittenGradient> written = model.written();
        title.setText(written.map(WrittenGradient::title).orElse("Where does a gradient come from?"));
        rule.setText(written.map(WrittenGradient::rule)
                .orElse("Point at a pixel, at a cell of the kernel or at the output: the sum behind its gradient is written here."));
        terms.show(written.map(WrittenGradient::lines).orElse(List.of()));
        result.setText(written.map(WrittenGradient::result).orElse(""));
        note.setText(written.map(WrittenGradient::note).orElse(""));
        boolean padding = written.stream().flatMap(each -> each.lines().stream()).anyMatch(TermsView.Term::padding);
        hint.setText(written.map(_ -> (padding ? "Underlined: padding. " : "") + (model.heldProperty().get() ? "Held: click it again to let it go." : "A click holds it.")).orElse(""));
        boolean pixel = model.focusProperty().get().filter(Focus.Pixel.class::isInstance).isPresent() && written.filter(each -> !each.terms().isEmpty()).isPresent();
        inMatrix.setVisible(pixel);
        inMatrix.setManaged(pixel);
    }
}
