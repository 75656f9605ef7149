package tadpole.app.pane.race;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import tadpole.app.form.FormModel;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Spec;
import tadpole.engine.training.Contestant;
import java.util.List;

/** An optimizer that may run, with its settings. */
final class Runner {

    private final Recipe<OptimizerMaker> recipe;
    private final FormModel form;
    private final BooleanProperty runs = new SimpleBooleanProperty();

    Runner(Recipe<OptimizerMaker> recipe, boolean runs) {
        this.recipe = recipe;
        this.form = new FormModel(recipe);
        this.runs.set(runs);
    }

    Recipe<OptimizerMaker> recipe() {
        return recipe;
    }

    FormModel form() {
        return form;
    }

    BooleanProperty runsProperty() {
        return runs;
    }

    Spec spec() {
        return new Spec(recipe.type(), form.settings());
    }

    Contestant contestant() {
        return new Contestant(recipe.label(), spec(), List.of());
    }
}
