package tadpole.app.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Spec;

/** One recipe picked out of a list, with its settings; those of the others are kept for when one comes back to them. */
public final class RecipePickerModel<M> {

    private final List<Recipe<M>> all;
    private final Map<String, FormModel> forms = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<Recipe<M>> recipe;
    private final ReadOnlyObjectWrapper<Spec> spec;

    /** Begins with the first recipe at its defaults. */
    public RecipePickerModel(List<Recipe<M>> all) {
        this.all = List.copyOf(all);
        this.recipe = new ReadOnlyObjectWrapper<>(this.all.getFirst());
        this.spec = new ReadOnlyObjectWrapper<>(this.all.getFirst().standard());
        for (Recipe<M> each : this.all) {
            FormModel form = new FormModel(each);
            form.settingsProperty().subscribe(_ -> update());
            forms.put(each.type(), form);
        }
    }

    public List<Recipe<M>> all() {
        return all;
    }

    public ReadOnlyObjectProperty<Recipe<M>> recipeProperty() {
        return recipe.getReadOnlyProperty();
    }

    public Recipe<M> recipe() {
        return recipe.get();
    }

    public ReadOnlyObjectProperty<Spec> specProperty() {
        return spec.getReadOnlyProperty();
    }

    public Spec spec() {
        return spec.get();
    }

    /** The settings of the picked recipe. */
    public FormModel form() {
        return forms.get(recipe().type());
    }

    public FormModel form(Recipe<M> of) {
        return forms.get(of.type());
    }

    public void pick(Recipe<M> wanted) {
        recipe.set(wanted);
        update();
    }

    /** Picks the recipe of that type and fills its settings. */
    public void show(Spec wanted) {
        Recipe<M> known = all.stream().filter(each -> each.type().equals(wanted.type())).findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no \"" + wanted.type() + "\" to pick."));
        forms.get(known.type()).show(wanted.settings());
        pick(known);
    }

    private void update() {
        FormModel form = forms.get(recipe().type());
        if (form != null) {
            Spec now = new Spec(recipe().type(), form.settings());
            if (!now.equals(spec.get())) {
                spec.set(now);
            }
        }
    }
}
