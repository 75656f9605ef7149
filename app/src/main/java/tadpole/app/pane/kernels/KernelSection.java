package tadpole.app.pane.kernels;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.form.FormLayout;
import tadpole.app.form.RecipeForm;
import tadpole.engine.convolution.FoundPreset;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.KernelMaker;
import tadpole.engine.convolution.KernelPresets;
import tadpole.engine.recipe.Recipe;
import tadpole.resources.Resources;

/** The drawer's section on the kernel: presets and their settings, size, gain, bias, and how it slides. */
public final class KernelSection extends VBox {

    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final FormLayout PRESET = FormLayout.PLAIN.named("kernel-setting");
    private static final FormLayout TREATMENT = FormLayout.PLAIN.named("kernel");

    private final KernelSectionModel model;
    private final Map<String, Button> buttons = new LinkedHashMap<>();
    private final Map<String, RecipeForm> forms = new LinkedHashMap<>();
    private final VBox settings = new VBox();
    private final TextField size = new TextField();

    public KernelSection(KernelsModel kernels) {
        this.model = new KernelSectionModel(kernels);
        setId("kernel-section");
        getStyleClass().add("form");
        getStylesheets().add(Resources.url("css/pane-kernels-kernel.css").toExternalForm());
        Label title = new Label("Kernel");
        title.getStyleClass().add("section-title");
        settings.managedProperty().bind(settings.visibleProperty());
        getChildren().setAll(title, presets(), settings, size(), refusal(), new RecipeForm(model.treatment(), TREATMENT), slides(kernels));
        model.foundProperty().subscribe(this::show);
    }

    private GridPane presets() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("preset-grid");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        for (int i = 0; i < KernelPresets.ALL.size(); i++) {
            Recipe<KernelMaker> recipe = KernelPresets.ALL.get(i);
            Button button = new Button(recipe.label());
            button.setId("kernel-preset-" + recipe.type());
            button.getStyleClass().add("preset-button");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setTooltip(new Tooltip(recipe.help()));
            button.setOnAction(_ -> model.pick(recipe));
            buttons.put(recipe.type(), button);
            grid.add(button, i % 2, i / 2);
        }
        return grid;
    }

    private HBox size() {
        Label name = new Label("Size");
        name.getStyleClass().add("field-label");
        name.setLabelFor(size);
        size.setId("kernel-size-field");
        size.getStyleClass().addAll("mono", "number");
        size.setAccessibleText("Size of the kernel");
        size.setTooltip(new Tooltip("Rows × columns, 1 to %d each, such as 5 or 3 × 7. All kernels of a layer have one size. The up and down keys change both."
                .formatted(Kernel.MOST)));
        model.sizeProperty().subscribe(size::setText);
        size.setOnAction(_ -> enter());
        size.focusedProperty().subscribe(focused -> {
            if (!focused) {
                enter();
            }
        });
        size.setOnKeyPressed(key -> {
            int by = key.getCode() == KeyCode.UP ? 1 : key.getCode() == KeyCode.DOWN ? -1 : 0;
            if (by != 0) {
                model.grow(by);
                key.consume();
            }
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(name, space, size);
        row.getStyleClass().add("row");
        return row;
    }

    private void enter() {
        if (!size.getText().equals(model.sizeProperty().get())) {
            model.enterSize(size.getText());
            size.setText(model.sizeProperty().get());
        }
    }

    private Label refusal() {
        Label sentence = new Label("", new FontIcon(Material2OutlinedAL.ERROR_OUTLINE));
        sentence.setId("kernel-size-refusal");
        sentence.getStyleClass().add("refusal");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.textProperty().bind(model.refusalProperty());
        sentence.visibleProperty().bind(sentence.textProperty().isNotEmpty());
        sentence.managedProperty().bind(sentence.visibleProperty());
        return sentence;
    }

    private static Label slides(KernelsModel kernels) {
        Label words = new Label();
        words.setId("kernel-slides");
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        kernels.planProperty().subscribe(plan -> words.setText(plan.flip()
                ? "Turned by half a turn first: convolution, as mathematics means it."
                : "As written: correlation, which networks call convolution."));
        return words;
    }

    private void show(Optional<FoundPreset> found) {
        buttons.forEach((type, button) -> button.pseudoClassStateChanged(PICKED, found.filter(each -> each.spec().type().equals(type)).isPresent()));
        List<RecipeForm> form = found.flatMap(each -> KernelPresets.ALL.stream().filter(recipe -> recipe.type().equals(each.spec().type())).findFirst())
                .filter(recipe -> !model.form(recipe).fields().isEmpty())
                .map(recipe -> forms.computeIfAbsent(recipe.type(), _ -> new RecipeForm(model.form(recipe), PRESET))).stream().toList();
        // Taking a form out and putting it back would take the focus from its fields.
        if (!settings.getChildren().equals(form)) {
            settings.getChildren().setAll(form);
        }
        settings.setVisible(!settings.getChildren().isEmpty());
    }
}
