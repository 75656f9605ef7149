package tadpole.app.pane.train.network;

import java.util.function.Consumer;
import tadpole.app.form.FormModel;
import tadpole.engine.layer.LayerMaker;
import tadpole.engine.layer.Layers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Spec;

/** The settings of one layer while they are edited. */
final class LayerForm {

    private final Recipe<LayerMaker> recipe;
    private final FormModel form;

    /** @param changed told what a person sets, not what {@link #show} shows */
    LayerForm(Spec spec, Consumer<Spec> changed) {
        this.recipe = recipe(spec.type());
        this.form = new FormModel(recipe);
        form.show(spec.settings());
        form.settingsProperty().addListener((_, _, settings) -> changed.accept(new Spec(recipe.type(), settings)));
    }

    static Recipe<LayerMaker> recipe(String type) {
        return Layers.ALL.stream().filter(each -> each.type().equals(type)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no layer \"" + type + "\"."));
    }

    Recipe<LayerMaker> recipe() {
        return recipe;
    }

    FormModel form() {
        return form;
    }

    boolean isOf(Spec spec) {
        return recipe.type().equals(spec.type());
    }

    /** Fills the fields; what was refused in one of them stays where nothing is new. */
    void show(Spec spec) {
        if (!spec.settings().equals(form.settings())) {
            form.show(spec.settings());
        }
    }
}
