package tadpole.app.pane.train;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.form.FormLayout;
import tadpole.app.form.FormModel;
import tadpole.app.form.RecipeListPicker;
import tadpole.app.form.RecipePicker;
import tadpole.app.form.SettingField;
import tadpole.app.pane.train.network.NetworkName;
import tadpole.app.schedule.ScheduleEditor;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.recipe.Spec;
import tadpole.engine.training.Experiment;

/** The experiment's settings; what is rare is folded away. */
final class ExperimentDrawer extends VBox {

    private static final FormLayout PLAN = FormLayout.PLAIN.named("training").effect("batch", "next step").effect("epochs", "acts now");

    private static final String MORE = "More: decay, clipping, held-out, stop rules, steps";

    private final TrainPaneModel model;
    private final ExperimentForm form;

    /** @param edits opens the room where layers are edited one by one */
    ExperimentDrawer(Lab lab, Workspace workspace, Runnable edits) {
        this.model = lab.model();
        this.form = model.form();
        setId("experiment-drawer");
        getStyleClass().addAll("form", "experiment-drawer");
        OptimizerRows optimizer = new OptimizerRows(form.optimizer());
        getChildren().setAll(
                title(),
                data(workspace),
                hidden(),
                fixedLayers(workspace, edits),
                new RecipePicker<>("Loss", form.loss(), FormLayout.PLAIN.named("loss")),
                optimizer,
                new RecipePicker<>("Schedule", form.schedule(), FormLayout.PLAIN.named("schedule"),
                        new ScheduleEditor(model.draft().schedule())),
                field(form.plan(), "batch"),
                field(form.plan(), "epochs"),
                new SettingField(form.seed().field("seed"), FormLayout.PLAIN.named("experiment")),
                new RecipePicker<>("Order", form.order(), FormLayout.PLAIN.named("order")),
                prepare(workspace),
                targets(workspace),
                new RecipeListPicker<>("Augmentation", "none", form.augment(), FormLayout.PLAIN.named("augment")));
        getChildren().addAll(rare(optimizer.rare()));
        getChildren().addAll(new ChangeRow(lab), waiting());
        getChildren().add(1, about());
    }

    private HBox title() {
        Label title = new Label("Experiment");
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label name = new Label();
        name.getStyleClass().add("muted");
        name.setId("experiment-name");
        name.setMinWidth(0);
        name.textProperty().bind(form.experimentProperty().map(Experiment::name));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(8, title, space, name);
    }

    private ChoiceRow<DataChoice> data(Workspace workspace) {
        ChoiceRow<DataChoice> row =
                new ChoiceRow<>("data", "Data", choice -> model.draft().data().open(choice.key()));
        Runnable show = () -> workspace.datasetProperty().get().ifPresent(open -> row.show(
                model.draft().data().choices(), new DataChoice(open.key(), open.title()), "What it learns from. The Data pane opens others."));
        workspace.datasetProperty().subscribe(_ -> show.run());
        model.draft().data().choices().subscribe(show);
        return row;
    }

    private VBox hidden() {
        FormLayout layout = FormLayout.PLAIN.named("network");
        SettingField activation = new SettingField(form.network().field("activation"), layout);
        activation.visibleProperty().bind(form.network().settingsProperty().map(settings -> settings.decimals("hidden").length > 0));
        activation.managedProperty().bind(activation.visibleProperty());
        VBox hidden = new VBox(sizes(new SettingField(form.network().field("hidden"), layout)), activation);
        hidden.getStyleClass().add("form");
        showWhen(hidden, false);
        return hidden;
    }

    /** The field with a sentence of the form's own: what a list of sizes is. */
    private SettingField sizes(SettingField field) {
        Label refusal = (Label) field.lookup(".refusal");
        refusal.textProperty().unbind();
        refusal.textProperty().bind(form.hiddenRefusalProperty());
        refusal.visibleProperty().unbind();
        refusal.visibleProperty().bind(form.hiddenRefusalProperty().isNotEmpty());
        return field;
    }

    private VBox fixedLayers(Workspace workspace, Runnable edits) {
        Label name = new Label();
        name.getStyleClass().add("field-label");
        name.setId("fixed-layers");
        name.textProperty().bind(Bindings.createStringBinding(
                () -> NetworkName.of(form.experiment(), workspace.datasetProperty().get()), form.experimentProperty(), workspace.datasetProperty()));
        Tooltip all = new Tooltip();
        all.textProperty().bind(form.fixedLayersProperty().map(layers -> layers.map(LayerWords::list).orElse("")));
        name.setTooltip(all);
        Hyperlink edit = link("edit-layers", "edit in Network", edits);
        HBox line = new HBox(4, name, new Label("·"), edit);
        line.getStyleClass().add("row");
        VBox fixed = new VBox(line, link("replace-layers", "Set hidden layers instead", form::useSimpleLayers));
        showWhen(fixed, true);
        return fixed;
    }

    private static Hyperlink link(String id, String text, Runnable run) {
        Hyperlink link = new Hyperlink(text);
        link.getStyleClass().add("link");
        link.setId(id);
        link.setOnAction(_ -> {
            link.setVisited(false);
            run.run();
        });
        return link;
    }

    private void showWhen(Node node, boolean fixed) {
        node.visibleProperty().bind(form.fixedLayersProperty().map(layers -> layers.isPresent() == fixed));
        node.managedProperty().bind(node.visibleProperty());
    }

    private ChoiceRow<PrepareChoice> prepare(Workspace workspace) {
        ChoiceRow<PrepareChoice> row = new ChoiceRow<>("prepare", "Normalize", form.prepareProperty()::set);
        Runnable show = () -> {
            PrepareChoice now = form.prepareProperty().get();
            List<PrepareChoice> all = PrepareChoice.allWith(now, workspace.datasetProperty().get().map(Dataset::hasPictures).orElse(true));
            row.show(all, now.among(all), now.among(all).help());
        };
        form.prepareProperty().subscribe(_ -> show.run());
        workspace.datasetProperty().subscribe(_ -> show.run());
        return row;
    }

    private SettingField targets(Workspace workspace) {
        SettingField targets = new SettingField(form.data().field("standardizeTargets"), FormLayout.PLAIN.named("data"));
        targets.visibleProperty().bind(workspace.datasetProperty().map(open -> open.filter(Dataset::isRegression).isPresent()));
        targets.managedProperty().bind(targets.visibleProperty());
        return targets;
    }

    private List<Node> rare(VBox optimizer) {
        VBox rare = new VBox(
                optimizer,
                new SettingField(form.data().field("perClass"), FormLayout.PLAIN.named("data")),
                note("0 = all"),
                new SettingField(form.data().field("validation"), FormLayout.PLAIN.named("data").effect("validation", "share")),
                note("0.1 holds out a tenth of the training images; 0 = none."),
                field(form.plan(), "steps"),
                note("0 = no limit"),
                field(form.plan(), "patience"),
                note("0 = does not stop early"),
                field(form.plan(), "watch"),
                field(form.plan(), "reduction"),
                field(form.plan(), "l1"),
                field(form.plan(), "clipValue"),
                field(form.plan(), "clipNorm"),
                field(form.plan(), "zeroGradients"),
                new RecipeListPicker<>("Prepare by steps", "none", form.steps(), FormLayout.PLAIN.named("steps")));
        rare.getStyleClass().add("form");
        rare.setVisible(false);
        rare.managedProperty().bind(rare.visibleProperty());
        Hyperlink more = new Hyperlink(MORE);
        more.getStyleClass().add("link");
        more.setId("experiment-more");
        more.setWrapText(true);
        more.setMinHeight(USE_PREF_SIZE);
        more.setOnAction(_ -> {
            rare.setVisible(!rare.isVisible());
            more.setText(rare.isVisible() ? "Less" : MORE);
            more.setVisited(false);
        });
        return List.of(more, rare);
    }

    /** Says what a change made while it runs will do. */
    private Label waiting() {
        Label waiting = new Label("Changes of data, network, loss, seed and order wait for the next start; all others act on this run.");
        waiting.getStyleClass().addAll("muted", "waiting");
        waiting.setId("waiting");
        waiting.setWrapText(true);
        waiting.setMinHeight(USE_PREF_SIZE);
        waiting.visibleProperty().bind(model.waitsForNextStart());
        waiting.managedProperty().bind(waiting.visibleProperty());
        return waiting;
    }

    private VBox about() {
        Label title = new Label("", new FontIcon(Material2OutlinedMZ.SHOW_CHART));
        title.getStyleClass().add("section-title");
        Label text = new Label();
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        VBox hint = new VBox(6, title, text);
        hint.getStyleClass().add("hint");
        hint.setId("about");
        model.draft().openedProperty().subscribe(opened -> {
            Optional<Experiment> told = opened.filter(each -> !each.about().isBlank());
            title.setText(told.map(Experiment::name).orElse(""));
            text.setText(told.map(Experiment::about).orElse(""));
            hint.setVisible(told.isPresent());
        });
        hint.managedProperty().bind(hint.visibleProperty());
        return hint;
    }

    private static Label note(String text) {
        Label note = new Label(text);
        note.getStyleClass().addAll("muted", "note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        return note;
    }

    private static SettingField field(FormModel form, String key) {
        return new SettingField(form.field(key), PLAN);
    }
}
