package tadpole.app.pane.race;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.form.FormLayout;
import tadpole.app.form.RecipeForm;
import tadpole.app.form.RecipePicker;

/** One who may run: a tick, its mark, and unfolded what it runs with. */
final class RunnerRow extends VBox {

    private final Runner runner;
    private final Roster roster;
    private final RunnerMark mark = new RunnerMark(0);

    RunnerRow(Runner runner, Roster roster) {
        this.runner = runner;
        this.roster = roster;
        CheckBox check = new CheckBox();
        check.setId("runs-" + runner.key());
        check.textProperty().bind(runner.labelProperty());
        check.selectedProperty().bindBidirectional(runner.runsProperty());
        check.setTooltip(new Tooltip(runner.recipe().help()));
        check.setMinWidth(0);
        HBox.setHgrow(check, Priority.SOMETIMES);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Hyperlink settings = new Hyperlink("settings");
        settings.getStyleClass().add("link");
        settings.setId("settings-" + runner.key());
        settings.setMinWidth(USE_PREF_SIZE);
        settings.visibleProperty().bind(runner.runsProperty());
        settings.setOnAction(_ -> {
            settings.setVisited(false);
            boolean open = getChildren().size() > 1;
            settings.setText(open ? "settings" : "less");
            if (open) {
                getChildren().remove(1);
            } else {
                getChildren().add(settings());
            }
        });
        StackPane place = new StackPane(mark);
        place.getStyleClass().add("runner-mark");
        HBox row = new HBox(place, check, space, settings);
        row.getStyleClass().add("runner");
        getStyleClass().add("runner-box");
        getChildren().setAll(row);
        roster.changesProperty().subscribe(_ -> mark());
    }

    /** As in the charts, where it has a place among those who run. */
    private void mark() {
        int place = roster.running().indexOf(runner);
        mark.setVisible(place >= 0);
        mark.show(Math.max(0, place));
    }

    private Node settings() {
        RecipePicker<?> schedule = new RecipePicker<>("Schedule", runner.schedule(), FormLayout.PLAIN.named(runner.key() + "-schedule"));
        Button another = new Button("One more like it");
        another.setId("another-" + runner.key());
        another.setTooltip(new Tooltip("The same optimizer once more, to give it other settings or another schedule."));
        another.setOnAction(_ -> roster.another(runner));
        Button remove = new Button("Remove");
        remove.setId("remove-" + runner.key());
        remove.setVisible(roster.canRemove(runner));
        remove.setOnAction(_ -> roster.remove(runner));
        HBox buttons = new HBox(another, remove);
        buttons.getStyleClass().add("runner-buttons");
        RecipeForm form = new RecipeForm(runner.form(), FormLayout.PLAIN.named(runner.key()));
        // Only the search begins with it.
        form.field("rate").visibleProperty().bind(runner.ratesProperty().isEmpty());
        form.field("rate").managedProperty().bind(form.field("rate").visibleProperty());
        VBox all = new VBox(
                text("Name", "name", runner.labelProperty(), "What charts and the ranking call it."),
                form,
                text("Rates to try", "rates", runner.ratesProperty(),
                        "Between commas, such as 0.01, 0.03. Empty: the race searches among 1 and 3 of every decade, from the learning rate on."),
                schedule, buttons);
        all.getStyleClass().addAll("form", "runner-settings");
        return all;
    }

    private Node text(String name, String key, StringProperty value, String help) {
        Label label = new Label(name);
        label.getStyleClass().add("field-label");
        label.setMinWidth(USE_PREF_SIZE);
        TextField field = new TextField();
        field.setId(runner.key() + "-" + key);
        field.textProperty().bindBidirectional(value);
        field.setTooltip(new Tooltip(help));
        field.getStyleClass().add("runner-text");
        label.setLabelFor(field);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(label, space, field);
        row.getStyleClass().add("row");
        return row;
    }
}
