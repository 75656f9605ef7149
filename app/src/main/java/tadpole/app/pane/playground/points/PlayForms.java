package tadpole.app.pane.playground.points;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tadpole.app.form.FormModel;
import tadpole.app.form.RecipePickerModel;
import tadpole.engine.dataset.PointSetMaker;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingPlan;

/** The fields of the drawer: they show a draft, and what is entered makes another one. */
final class PlayForms {

    private interface Change {
        PlayDraft of(PlayDraft draft) throws SettingException;
    }

    private final RecipePickerModel<PointSetMaker> points = new RecipePickerModel<>(sets());
    private final FormModel features = new FormModel(PlayDraft.featuresRecipe());
    private final RecipePickerModel<OptimizerMaker> optimizer = new RecipePickerModel<>(Optimizers.ALL);
    private final FormModel plan = new FormModel(TrainingPlan.RECIPE);
    private final FormModel seed = FormModel.of(List.of(Experiment.SEED));
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final BiConsumer<PlayDraft, PlayDraft> changed;
    private PlayDraft draft;
    private boolean showing;

    /** @param changed told the draft before and the one that an entry made */
    PlayForms(PlayDraft start, BiConsumer<PlayDraft, PlayDraft> changed) {
        this.draft = start;
        this.changed = changed;
        points.all().stream().map(points::form).forEach(PlayForms::keepSomeForTheTest);
        show(start);
        points.specProperty().addListener((_, _, spec) -> change(now -> now.withPoints(spec)));
        features.settingsProperty().addListener((_, _, on) -> change(now -> now.withFeatures(new Spec("features", on))));
        optimizer.specProperty().addListener((_, _, spec) -> change(now -> now.with(spec, plan.settings())));
        plan.settingsProperty().addListener((_, _, settings) -> change(now -> now.with(optimizer.spec(), settings)));
        seed.settingsProperty().addListener((_, _, settings) -> change(now -> now.withSeed((Long) settings.asMap().get("seed"))));
    }

    /** Those made sets that have classes. */
    private static List<Recipe<PointSetMaker>> sets() {
        return PointSets.ALL.stream().filter(PlayForms::hasClasses).toList();
    }

    private static void keepSomeForTheTest(FormModel form) {
        if (form.fields().stream().anyMatch(field -> field.setting().key().equals("noise"))) {
            form.field("test").take(0.3);
        }
    }

    private static boolean hasClasses(Recipe<PointSetMaker> recipe) {
        try {
            return !PointSets.make(recipe.type(), recipe.standard()).isRegression();
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible.getMessage(), impossible);
        }
    }

    RecipePickerModel<PointSetMaker> points() {
        return points;
    }

    FormModel features() {
        return features;
    }

    RecipePickerModel<OptimizerMaker> optimizer() {
        return optimizer;
    }

    FormModel plan() {
        return plan;
    }

    FormModel seed() {
        return seed;
    }

    /** Why what stands in the fields makes no experiment; empty where it does. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    void show(PlayDraft wanted) {
        showing = true;
        draft = wanted;
        points.show(wanted.points());
        features.show(wanted.features().settings());
        optimizer.show(wanted.experiment().optimizer());
        plan.show(wanted.experiment().training().settings());
        seed.field("seed").take(wanted.experiment().seed());
        refusal.set("");
        showing = false;
    }

    /** Picks a kind of data with these settings, the others as they stand. */
    void choose(String type, Map<String, ?> settings) {
        Recipe<PointSetMaker> recipe = points.all().stream().filter(each -> each.type().equals(type)).findFirst().orElseThrow();
        Map<String, Object> all = new LinkedHashMap<>(points.form(recipe).settings().asMap());
        all.putAll(settings);
        try {
            points.show(recipe.with(all));
        } catch (SettingException misfit) {
            refusal.set(misfit.getMessage());
        }
    }

    /** A change that no field stands for, such as another layer. */
    void wire(Wiring wiring) {
        change(now -> now.with(wiring));
    }

    private void change(Change change) {
        if (showing) {
            return;
        }
        PlayDraft before = draft;
        try {
            draft = change.of(before);
            refusal.set("");
        } catch (SettingException misfit) {
            refusal.set(misfit.getMessage());
            return;
        }
        if (!draft.experiment().equals(before.experiment())) {
            changed.accept(before, draft);
        }
    }

}
