package tadpole.app.pane.race;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.form.FormLayout;
import tadpole.app.form.RecipeForm;
import tadpole.app.form.SettingField;

/** Who runs, with which settings, and for how long. */
final class RaceDrawer extends VBox {

    private static final FormLayout RACE = FormLayout.PLAIN.named("race");

    RaceDrawer(RacePaneModel model) {
        setId("race-drawer");
        getStyleClass().addAll("form", "race-drawer");
        getChildren().add(title("Who runs"));
        model.runners().forEach(each -> getChildren().add(runner(each)));
        Region line = new Region();
        line.getStyleClass().add("hairline");
        getChildren().addAll(line, title("Race"));
        for (String key : new String[] {"steps", "seeds", "smoothing"}) {
            getChildren().add(new SettingField(model.form().field(key), RACE));
        }
        SettingField rate = new SettingField(model.form().field("rate"), RACE);
        rate.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> model.form().settings().choice("mode").equals("same"), model.form().settingsProperty()));
        rate.managedProperty().bind(rate.visibleProperty());
        getChildren().addAll(rate, noticing());
    }

    private static Node runner(Runner runner) {
        CheckBox check = new CheckBox(runner.recipe().label());
        check.setId("runs-" + runner.recipe().type());
        check.selectedProperty().bindBidirectional(runner.runsProperty());
        check.setTooltip(new Tooltip(runner.recipe().help()));
        Label more = new Label("settings");
        more.getStyleClass().add("link");
        more.setId("settings-" + runner.recipe().type());
        Region space = new Region();
        javafx.scene.layout.HBox.setHgrow(space, javafx.scene.layout.Priority.ALWAYS);
        javafx.scene.layout.HBox row = new javafx.scene.layout.HBox(check, space, more);
        row.getStyleClass().add("runner");
        more.visibleProperty().bind(runner.runsProperty());
        VBox box = new VBox(row);
        RecipeForm[] form = new RecipeForm[1];
        more.setOnMouseClicked(_ -> {
            if (form[0] == null) {
                form[0] = new RecipeForm(runner.form(), FormLayout.PLAIN.named(runner.recipe().type()));
                box.getChildren().add(form[0]);
                more.setText("less");
            } else {
                box.getChildren().remove(form[0]);
                form[0] = null;
                more.setText("settings");
            }
        });
        return box;
    }

    private static VBox noticing() {
        Label title = title("Worth noticing");
        Label text = new Label("At one common rate plain SGD looks slow. At its own best rate the picture changes: "
                + "who differs by less than the seeds do is not better, only luckier.");
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        VBox hint = new VBox(4, title, text);
        hint.getStyleClass().add("hint");
        return hint;
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("section-title");
        return title;
    }
}
