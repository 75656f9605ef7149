package tadpole.app.form;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import tadpole.engine.recipe.Recipe;

/** A row to pick a recipe from, and under it the form of the picked one. */
public final class RecipePicker<M> extends VBox {

    private final RecipePickerModel<M> model;
    private final FormLayout layout;
    private final ComboBox<Recipe<M>> choice = new ComboBox<>();
    private final Map<Recipe<M>, RecipeForm> forms = new HashMap<>();
    private final List<Node> head;

    /**
     * @param layout  its prefix is also the id of the row's combo box: "optimizer-type"
     * @param between stands between the row and the form, whatever is picked
     */
    public RecipePicker(String label, RecipePickerModel<M> model, FormLayout layout, Node... between) {
        this.model = model;
        this.layout = layout;
        getStyleClass().add("form");
        this.head = Stream.concat(Stream.of(row(label)), Arrays.stream(between)).toList();
        model.recipeProperty().subscribe(this::showForm);
    }

    public ComboBox<Recipe<M>> choice() {
        return choice;
    }

    /** The form of the picked recipe. */
    public RecipeForm form() {
        return forms.get(model.recipe());
    }

    private HBox row(String label) {
        Label name = new Label(label);
        name.getStyleClass().add("field-label");
        name.setLabelFor(choice);
        choice.setId(layout.prefix() + "-type");
        choice.getStyleClass().add("choice");
        choice.getItems().setAll(model.all());
        choice.setConverter(new ByLabel<>(model));
        choice.setTooltip(new Tooltip());
        choice.setAccessibleText(label);
        model.recipeProperty().subscribe(choice::setValue);
        choice.valueProperty().subscribe(model::pick);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(name, space, choice);
        row.getStyleClass().add("row");
        return row;
    }

    private void showForm(Recipe<M> recipe) {
        choice.getTooltip().setText(recipe.help());
        RecipeForm form = forms.computeIfAbsent(recipe, each -> new RecipeForm(model.form(each), layout));
        getChildren().setAll(head);
        if (!recipe.settings().isEmpty()) {
            getChildren().add(form);
        }
    }

    private static final class ByLabel<M> extends StringConverter<Recipe<M>> {

        private final RecipePickerModel<M> model;

        ByLabel(RecipePickerModel<M> model) {
            this.model = model;
        }

        @Override
        public String toString(Recipe<M> recipe) {
            return recipe == null ? "" : recipe.label();
        }

        @Override
        public Recipe<M> fromString(String label) {
            return model.all().stream().filter(recipe -> recipe.label().equals(label)).findFirst().orElseThrow();
        }
    }
}
