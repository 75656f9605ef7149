package tadpole.app.form;

import java.util.List;
import java.util.NoSuchElementException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Spec;

/** Any number of recipes picked out of a list, in order, each with its settings. */
public final class RecipeListModel<M> {

    /** One picked recipe; the same recipe may be picked twice. */
    public static final class Entry<M> {

        private final Recipe<M> recipe;
        private final FormModel form;

        private Entry(Recipe<M> recipe) {
            this.recipe = recipe;
            this.form = new FormModel(recipe);
        }

        public Recipe<M> recipe() {
            return recipe;
        }

        public FormModel form() {
            return form;
        }
    }

    private final List<Recipe<M>> all;
    private final ObservableList<Entry<M>> entries = FXCollections.observableArrayList();
    private final ObservableList<Entry<M>> shown = FXCollections.unmodifiableObservableList(entries);
    private final ReadOnlyObjectWrapper<List<Spec>> specs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");

    /** Begins empty. */
    public RecipeListModel(List<Recipe<M>> all) {
        this.all = List.copyOf(all);
    }

    public List<Recipe<M>> all() {
        return all;
    }

    /** What is picked, in order; only to be read. */
    public ObservableList<Entry<M>> entries() {
        return shown;
    }

    public ReadOnlyObjectProperty<List<Spec>> specsProperty() {
        return specs.getReadOnlyProperty();
    }

    public List<Spec> specs() {
        return specs.get();
    }

    /** The first sentence that says why an entry was not taken; empty where all were. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** Puts a recipe with its defaults at the end. */
    public void add(Recipe<M> recipe) {
        entries.add(watched(new Entry<>(recipe)));
        update();
    }

    public void remove(Entry<M> entry) {
        entries.remove(entry);
        update();
    }

    /** Picks these; entries that say them already stay as they are. */
    public void show(List<Spec> wanted) {
        if (wanted.equals(specs.get())) {
            return;
        }
        entries.setAll(wanted.stream().map(this::entry).toList());
        update();
    }

    private Entry<M> entry(Spec spec) {
        Entry<M> entry = new Entry<>(all.stream().filter(each -> each.type().equals(spec.type())).findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no \"" + spec.type() + "\" to pick.")));
        entry.form.show(spec.settings());
        return watched(entry);
    }

    private Entry<M> watched(Entry<M> entry) {
        entry.form.settingsProperty().addListener((_, _, _) -> update());
        entry.form.fields().forEach(field -> field.refusalProperty().addListener((_, _, _) -> complain()));
        return entry;
    }

    private void update() {
        List<Spec> now = entries.stream().map(entry -> new Spec(entry.recipe.type(), entry.form.settings())).toList();
        if (!now.equals(specs.get())) {
            specs.set(now);
        }
        complain();
    }

    private void complain() {
        refusal.set(entries.stream().flatMap(entry -> entry.form.refusal().stream()).findFirst().orElse(""));
    }
}
