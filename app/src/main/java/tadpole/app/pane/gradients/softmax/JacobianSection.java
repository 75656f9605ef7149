package tadpole.app.pane.gradients.softmax;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import java.util.Optional;
import tadpole.app.chart.Digits;
import tadpole.app.xray.Cells;
import tadpole.app.xray.NumberGrid;
import tadpole.app.xray.Tone;
import tadpole.app.xray.ToneBar;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.SoftmaxNumbers;

/** ∂p/∂z as a grid, and its product with a gradient, with the matrix and without it. */
final class JacobianSection extends HBox {

    private static final int CELL = 150;
    /** No entry is larger: p (1 - p) is at most that. */
    private static final double MOST = 0.25;

    private final SoftmaxRoomModel model;
    private final NumberGrid grid;
    private final Label pointed = Parts.words("jacobian-pointed");
    private final Label facts = Parts.words("jacobian-facts");
    private final GridPane products = new GridPane();
    private final Label apart = Parts.words("products-apart");
    private final Hyperlink ofLoss = new Hyperlink("Use the gradient of the loss");

    JacobianSection(SoftmaxRoomModel model, XRayLayer xray) {
        this.model = model;
        this.grid = new NumberGrid(xray);
        getStyleClass().add("soft-row");
        grid.setId("jacobian");
        grid.mostPixelsProperty().set(CELL);
        grid.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        grid.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(-1));
        VBox.setVgrow(grid, Priority.ALWAYS);
        ToneBar scale = new ToneBar();
        scale.show(new Tone(Tone.Kind.SIGNED, -MOST, MOST));
        pointed.getStyleClass().remove("muted");
        pointed.getStyleClass().addAll("mono", "jacobian-pointed");
        facts.getStyleClass().add("soft-said");
        apart.getStyleClass().add("soft-said");
        HBox legend = new HBox(Parts.muted("row i: p of class i · column j: logit j"), Parts.gap(), scale);
        legend.getStyleClass().add("soft-buttons");
        VBox matrix = Parts.card(Parts.title("Jacobian  ∂pᵢ/∂zⱼ = pᵢ ([i = j] - pⱼ)"), legend, grid, pointed, facts);
        HBox.setHgrow(matrix, Priority.ALWAYS);
        products.getStyleClass().add("product-grid");
        ofLoss.setId("gradient-of-loss");
        ofLoss.getStyleClass().add("link");
        ofLoss.setOnAction(_ -> {
            model.useGradientOfLoss();
            ofLoss.setVisited(false);
        });
        VBox product = Parts.card(Parts.title("Product with a gradient g"), products, ofLoss, apart);
        product.getStyleClass().add("product-card");
        getChildren().setAll(matrix, product);
        model.numbersProperty().subscribe(this::show);
        point(-1);
    }

    private void show(SoftmaxNumbers numbers) {
        int n = numbers.classes();
        grid.show(new Cells("∂p/∂z", n, n, numbers.jacobian(), at -> Optional.of(new Address.Jacobian(0, at / n, at % n)), new Tone(Tone.Kind.SIGNED, -MOST, MOST)));
        facts.setText("Symmetric. Every row and column sums to 0 (here to %s at most, by rounding): what one class gains, the others lose."
                .formatted(Digits.two(numbers.rowSumsOff())));
        point(-1);
        products(numbers);
    }

    private void products(SoftmaxNumbers numbers) {
        double[] gradient = numbers.gradient();
        double[] product = numbers.product();
        double[] shortcut = numbers.shortcut();
        products.getChildren().clear();
        products.addRow(0, Parts.muted("j"), Parts.muted("g"), Parts.muted("Σᵢ gᵢ ∂pᵢ/∂zⱼ"), Parts.muted("pⱼ (gⱼ - Σ g·p)"));
        for (int j = 0; j < numbers.classes(); j++) {
            products.addRow(j + 1, Parts.mono(Integer.toString(j)), field(j, gradient[j]), number(product[j]), number(shortcut[j]));
        }
        ofLoss.setVisible(numbers.hasOwnGradient());
        boolean broken = !Double.isFinite(numbers.productsApart());
        apart.setText(broken
                ? "p of the right class is 0 here, so -1/p is infinite and the products are no numbers. The loss on logits has p - [j = right] instead, which is always finite."
                : "The same to %s. The left column needs all %d entries, the right one %d products: that is softmax's backward. %s".formatted(
                        Digits.two(numbers.productsApart()), numbers.classes() * numbers.classes(), numbers.classes(),
                        numbers.hasOwnGradient() ? "" : "With g of the loss, -1/p at the right class, it comes to p - [j = right].").strip());
    }

    private TextField field(int j, double value) {
        TextField field = new TextField(Digits.shortest(value));
        field.setId("g-" + j);
        field.getStyleClass().addAll("mono", "logit-field");
        field.setTooltip(new Tooltip(Double.toString(value)));
        field.setOnAction(_ -> {
            if (!model.enterGradient(j, field.getText())) {
                field.setText(Digits.shortest(value));
            }
        });
        return field;
    }

    private static Label number(double value) {
        Label label = Parts.mono(Digits.shortest(value));
        label.setTooltip(new Tooltip(Double.toString(value)));
        return label;
    }

    /** As an index below the line. */
    private static char below(int digit) {
        return (char) ('₀' + digit);
    }

    private void point(MouseEvent event) {
        int n = model.numbersProperty().get().classes();
        for (int i = 0; i < n * n; i++) {
            if (grid.boundsOf(i).contains(event.getSceneX(), event.getSceneY())) {
                point(i);
                return;
            }
        }
        point(-1);
    }

    private void point(int cell) {
        SoftmaxNumbers numbers = model.numbersProperty().get();
        int n = numbers.classes();
        if (cell < 0 || cell >= n * n) {
            pointed.setText("Point at a cell for its formula; click it for its arithmetic.");
            return;
        }
        int i = cell / n;
        int j = cell % n;
        pointed.setText("∂p%s/∂z%s = p%s (%d - p%s) = %s · (%d - %s) = %s".formatted(below(i), below(j), below(i), i == j ? 1 : 0, below(j),
                Digits.shortest(numbers.probability(i)), i == j ? 1 : 0, Digits.shortest(numbers.probability(j)), Digits.shortest(numbers.jacobian(i, j))));
    }
}
