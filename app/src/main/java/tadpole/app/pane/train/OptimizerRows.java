package tadpole.app.pane.train;

import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import tadpole.app.form.FieldModel;
import tadpole.app.form.FormLayout;
import tadpole.app.form.RecipePickerModel;
import tadpole.app.form.SettingField;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.recipe.Recipe;

/** The optimizer and its settings: the rate first, with its slider; weight decay and what is seldom touched go with what is rare. */
final class OptimizerRows extends VBox {

    private static final Set<String> RARE = Set.of("weightDecay", "decayBiases", "dampening", "rateInside", "eps",
            "epsPlace", "centered", "amsgrad", "lrDecay", "initialAccumulatorValue", "maxEval", "historySize", "toleranceGrad",
            "toleranceChange", "maxTries");
    private static final FormLayout LAYOUT =
            FormLayout.PLAIN.named("optimizer").effect("rate", "acts now").slider("rate", 1e-4, 1);

    private final RecipePickerModel<OptimizerMaker> model;
    private final ChoiceRow<Named> choice;
    private final VBox settings = new VBox();
    private final VBox rare = new VBox();

    private record Named(Recipe<OptimizerMaker> recipe) {
        @Override
        public String toString() {
            return recipe.label();
        }
    }

    OptimizerRows(RecipePickerModel<OptimizerMaker> model) {
        this.model = model;
        getStyleClass().add("form");
        settings.getStyleClass().add("form");
        rare.getStyleClass().add("form");
        choice = new ChoiceRow<>("optimizer-type", "Optimizer", named -> model.pick(named.recipe()));
        getChildren().setAll(choice, settings);
        model.recipeProperty().subscribe(this::show);
    }

    /** Its rare settings, to stand with the other rare ones. */
    VBox rare() {
        return rare;
    }

    private void show(Recipe<OptimizerMaker> recipe) {
        choice.show(model.all().stream().map(Named::new).toList(), new Named(recipe), recipe.help());
        List<FieldModel> fields = model.form(recipe).fields();
        settings.getChildren().setAll(rows(fields, false));
        rare.getChildren().setAll(rows(fields, true));
    }

    private static List<SettingField> rows(List<FieldModel> fields, boolean wantRare) {
        return fields.stream()
                .filter(field -> RARE.contains(field.setting().key()) == wantRare)
                .map(field -> whole(new SettingField(field, LAYOUT)))
                .toList();
    }

    /** Its name is never cut. */
    private static SettingField whole(SettingField field) {
        ((Label) field.lookup(".field-label")).setMinWidth(USE_PREF_SIZE);
        return field;
    }
}
