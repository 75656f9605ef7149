package tadpole.app.pane.text.inside;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.Arithmetic;
import tadpole.engine.language.GateXRay;

/** The gates of one unit at one token with their numbers; each opens its arithmetic. */
final class GateRow extends VBox {

    private final InsideModel model;
    private final XRayLayer xray;
    private final Label title = new Label();
    private final HBox numbers = new HBox();

    GateRow(InsideModel model, XRayLayer xray) {
        this.model = model;
        this.xray = xray;
        getStyleClass().addAll("card", "text-inside-gates");
        title.setId("text-inside-gates-title");
        title.getStyleClass().add("section-title");
        numbers.setId("text-inside-gates");
        numbers.getStyleClass().add("text-inside-numbers");
        Label how = new Label("Click a token of the text, then a number: its arithmetic opens, down to weights and inputs.");
        how.getStyleClass().add("muted");
        how.setWrapText(true);
        how.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(title, numbers, how);
        model.tracedProperty().subscribe(_ -> show());
        model.tokenProperty().subscribe(_ -> show());
        model.shared().unitProperty().subscribe(_ -> show());
    }

    private void show() {
        numbers.getChildren().clear();
        Optional<GateXRay> explainer = model.tracedProperty().get().map(now -> new GateXRay(now.trace()));
        xray.model().explain(explainer.map(each -> each));
        title.setText(model.piece().map(piece -> "%s, unit %d, after “%s”".formatted(model.unit().map(each -> each.stage()).orElse(""), model.unit().map(each -> each.index()).orElse(0),
                shown(model.tracedProperty().get().orElseThrow().text(), piece.from(), piece.to()))).orElse("Gates"));
        if (explainer.isEmpty() || model.piece().isEmpty()) {
            return;
        }
        model.stage().ifPresent(stage -> GateXRay.shown(stage).forEach(name ->
                model.address(name).ifPresent(address -> numbers.getChildren().add(number(name, address, explainer.get().explain(address))))));
    }

    /** A token in its place, with a little of what stands before it. */
    private static String shown(String text, int from, int to) {
        return text.substring(Math.max(0, from - 12), to).replace("\n", "⏎");
    }

    private Button number(String name, Address address, Arithmetic arithmetic) {
        Label symbol = new Label(name.equals("sum") ? "s" : name);
        symbol.getStyleClass().add("text-inside-symbol");
        Label value = new Label(String.format(Locale.ROOT, Math.abs(arithmetic.value()) < 10 ? "%.4f" : "%.3f", arithmetic.value()).replace('-', '−'));
        value.setMinWidth(USE_PREF_SIZE);
        value.getStyleClass().add("mono");
        Button button = new Button("", new VBox(symbol, value));
        button.setId("text-inside-gate-" + name);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("text-inside-number");
        button.setAccessibleText(name + " = " + arithmetic.value());
        button.setTooltip(new Tooltip(arithmetic.note()));
        button.setOnAction(_ -> xray.open(address, this));
        return button;
    }
}
