package tadpole.app.pane.gradients.softmax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.chart.Digits;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.SoftmaxNumbers;

/** Logits by sliders, bars of the probabilities, the loss, and log-softmax three ways. */
final class LogitsSection extends VBox {

    private static final double COLUMN = 200;

    private final SoftmaxRoomModel model;
    private final XRayLayer xray;
    private final GridPane grid = new GridPane();
    private final List<LogitRow> rows = new ArrayList<>();
    private final Label classes = Parts.mono("");
    private final Label reach = Parts.muted("");
    private final OpenNumber nats;
    private final OpenNumber bits;
    private final Label chance = Parts.mono("");
    private final Label sum = Parts.mono("");
    private final Label chanceName;
    private final WaysTable ways = new WaysTable();

    LogitsSection(SoftmaxRoomModel model, XRayLayer xray) {
        this.model = model;
        this.xray = xray;
        this.nats = new OpenNumber(xray, new Address.SampleLoss(0)).named("nats");
        this.bits = new OpenNumber(xray, new Address.SampleLoss(0)).named("bits");
        getStyleClass().add("soft-section");
        grid.getStyleClass().add("logit-grid");
        for (int i = 0; i < 5; i++) {
            ColumnConstraints column = new ColumnConstraints();
            if (i == 1 || i == 3) {
                column.setHgrow(Priority.ALWAYS);
                column.setPrefWidth(COLUMN);
            }
            grid.getColumnConstraints().add(column);
        }
        VBox chanceFigure = Parts.figure("all equal", chance);
        chanceName = (Label) chanceFigure.getChildren().getFirst();
        HBox figures = new HBox(Parts.figure("loss in nats, -ln p", nats), Parts.figure("loss in bits, -log₂ p", bits), chanceFigure, Parts.figure("sum of p", sum));
        figures.getStyleClass().add("soft-figures");
        sum.setId("sum");
        VBox card = Parts.card(presets(), grid, figures);
        VBox.setVgrow(card, Priority.ALWAYS);
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().setAll(card, ways);
        model.numbersProperty().subscribe(this::show);
    }

    private HBox presets() {
        HBox row = new HBox();
        row.getStyleClass().add("soft-buttons");
        for (LogitPreset preset : LogitPreset.values()) {
            Button button = new Button(preset.label());
            button.setId("preset-" + preset.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add("tool-button");
            button.setTooltip(new Tooltip(preset.about()));
            button.setOnAction(_ -> model.show(preset));
            button.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(button);
        }
        classes.setId("classes");
        reach.setId("reach");
        reach.getStyleClass().add("muted");
        row.getChildren().addAll(undo(), Parts.gap(), reach, change("less", Material2OutlinedMZ.REMOVE, "One class less", -1), classes, change("more", Material2OutlinedAL.ADD, "One class more", 1));
        return row;
    }

    private Button undo() {
        Button undo = new Button("", new FontIcon(Material2OutlinedMZ.UNDO));
        undo.setId("logits-undo");
        undo.getStyleClass().addAll("tool-button", "icon-button");
        undo.setAccessibleText("Take the last change back");
        undo.setTooltip(new Tooltip("Takes the last change of the logits back (Ctrl+Z)."));
        undo.disableProperty().bind(model.undo().someProperty().not());
        undo.setOnAction(_ -> model.undoLast());
        return undo;
    }

    private Button change(String id, Ikon icon, String spoken, int by) {
        Button button = new Button("", new FontIcon(icon));
        button.setId("classes-" + id);
        button.getStyleClass().addAll("tool-button", "icon-button");
        button.setAccessibleText(spoken);
        button.setTooltip(new Tooltip(spoken + "; 2 to 10."));
        button.setOnAction(_ -> model.setClasses(model.plan().logits().size() + by));
        return button;
    }

    private void show(SoftmaxNumbers numbers) {
        if (rows.size() != numbers.classes()) {
            rebuild(numbers.classes());
        }
        rows.forEach(row -> row.show(numbers));
        reach.setText("sliders to ±" + Digits.shortest(model.reach()));
        classes.setText(numbers.classes() + " classes");
        nats.show(numbers.nats());
        bits.show(numbers.bits());
        chance.setText(Digits.shortest(numbers.chance()));
        chanceName.setText("all equal: ln " + numbers.classes());
        sum.setText(Digits.shortest(numbers.sum()));
        sum.setTooltip(new Tooltip(Double.toString(numbers.sum())));
        ways.show(numbers);
    }

    private void rebuild(int count) {
        rows.clear();
        grid.getChildren().clear();
        grid.getRowConstraints().clear();
        for (int i = 0; i < count; i++) {
            LogitRow row = new LogitRow(model, xray, i);
            rows.add(row);
            grid.addRow(i, row.nodes());
            RowConstraints height = new RowConstraints();
            height.setVgrow(Priority.ALWAYS);
            grid.getRowConstraints().add(height);
        }
    }
}
