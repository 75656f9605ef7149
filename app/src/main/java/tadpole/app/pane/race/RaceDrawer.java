package tadpole.app.pane.race;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.form.FormLayout;
import tadpole.app.form.SettingField;
import tadpole.engine.training.Experiment;

/** Who runs, with which settings, on what, and for how long. */
final class RaceDrawer extends VBox {

    private static final FormLayout RACE = FormLayout.PLAIN.named("race");

    private final RacePaneModel model;

    RaceDrawer(RacePaneModel model) {
        this.model = model;
        setId("race-drawer");
        getStyleClass().addAll("form", "race-drawer");
        VBox runners = new VBox();
        runners.getStyleClass().add("runners");
        model.roster().runnersProperty().subscribe(all ->
                runners.getChildren().setAll(all.stream().map(each -> new RunnerRow(each, model.roster())).toList()));
        Region line = new Region();
        line.getStyleClass().add("hairline");
        getChildren().addAll(title("Who runs"), runners, line, title("Race"), experiment());
        for (String key : new String[] {"rate", "steps", "epochs", "seeds", "smoothing", "test"}) {
            getChildren().add(field(key));
        }
        getChildren().add(noticing());
    }

    private SettingField field(String key) {
        SettingField field = new SettingField(model.form().field(key), RACE);
        field.visibleProperty().bind(Bindings.createBooleanBinding(() -> RaceDraft.counts(key, model.form().settings()), model.form().settingsProperty()));
        field.managedProperty().bind(field.visibleProperty());
        return field;
    }

    private VBox experiment() {
        Label name = new Label("Experiment");
        name.getStyleClass().add("field-label");
        name.setMinWidth(USE_PREF_SIZE);
        Label value = new Label();
        value.setId("race-experiment");
        value.getStyleClass().add("race-experiment");
        value.textProperty().bind(model.draft().experiment().map(on -> on.map(Experiment::name).orElse("none yet")));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(name, space, value);
        row.getStyleClass().add("row");
        Hyperlink trains = new Hyperlink("Race on the experiment of Train");
        trains.setId("race-use-trains");
        trains.getStyleClass().add("link");
        trains.visibleProperty().bind(model.draft().openedProperty().map(Optional::isPresent));
        trains.managedProperty().bind(trains.visibleProperty());
        trains.disableProperty().bind(model.stoppable());
        trains.setOnAction(_ -> model.draft().useTrains());
        return new VBox(row, trains);
    }

    private static VBox noticing() {
        Label text = new Label("At one common rate plain SGD looks slow. At its own best rate the picture changes: "
                + "who differs by less than the seeds do is not better, only luckier.");
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        VBox hint = new VBox(4, title("Worth noticing"), text);
        hint.getStyleClass().add("hint");
        return hint;
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("section-title");
        return title;
    }
}
