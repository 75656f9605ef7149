package tadpole.app.schedule;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.engine.recipe.Preset;

/** The schedule's curve as it stands in a drawer: presets above it, what one points at below. */
public final class ScheduleEditor extends VBox {

    private final ScheduleEditorModel model;
    private final ComboBox<String> preset = new ComboBox<>();
    private final Tooltip presetTip = new Tooltip();
    private boolean showing;

    public ScheduleEditor(ScheduleEditorModel model) {
        this.model = model;
        setId("schedule-editor");
        getStyleClass().addAll("form", "schedule-editor");
        HBox presets = presets();
        Button more = new Button("", new FontIcon(Material2OutlinedMZ.OPEN_IN_FULL));
        more.setId("schedule-enlarge");
        more.getStyleClass().addAll("small-button", "icon-button", "tool-button");
        more.setTooltip(new Tooltip("Shows the schedule large, under the charts"));
        more.setAccessibleText("Show the schedule large");
        more.setOnAction(_ -> model.enlargeOrNot());
        VBox curve = new VBox(new StackPane(new ScheduleChart(model, ChartRoom.SMALL, "schedule"), buttons(logarithmic(model, "schedule-log"), more)),
                readout(model, "schedule-readout"));
        managedProperty().bind(visibleProperty());
        getChildren().setAll(presets, new VBox(curve, problem(model)));
        model.presetProperty().subscribe(_ -> showPreset());
        model.pickedProperty().subscribe(_ -> {
            presets.setVisible(!model.presets().isEmpty());
            setVisible(model.moves());
            showPreset();
        });
    }

    /** A button that is pressed while rates stand on a logarithmic axis. */
    public static ToggleButton logarithmic(ScheduleEditorModel model, String id) {
        ToggleButton log = new ToggleButton("Log");
        log.setId(id);
        log.getStyleClass().add("small-button");
        log.setTooltip(new Tooltip("Rates on a logarithmic axis: equal steps are equal factors."));
        log.selectedProperty().bindBidirectional(model.logarithmicProperty());
        return log;
    }

    /** What one points at, or where the run is. */
    public static Label readout(ScheduleEditorModel model, String id) {
        Label words = new Label();
        words.setId(id);
        words.getStyleClass().addAll("effect", "schedule-readout");
        words.setWrapText(true);
        words.textProperty().bind(model.readoutProperty());
        return words;
    }

    /** Why there is no curve. */
    public static Label problem(ScheduleEditorModel model) {
        Label sentence = new Label("", new FontIcon(Material2OutlinedAL.ERROR_OUTLINE));
        sentence.getStyleClass().addAll("refusal", "schedule-problem");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.textProperty().bind(model.problemProperty());
        sentence.visibleProperty().bind(model.problemProperty().isNotEmpty());
        sentence.managedProperty().bind(sentence.visibleProperty());
        return sentence;
    }

    /** Over the chart's upper right corner. */
    private static HBox buttons(ToggleButton log, Button more) {
        HBox buttons = new HBox(log, more);
        buttons.getStyleClass().add("schedule-buttons");
        buttons.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(buttons, Pos.TOP_RIGHT);
        return buttons;
    }

    private HBox presets() {
        Label name = new Label("Preset");
        name.getStyleClass().add("field-label");
        name.setLabelFor(preset);
        preset.setId("schedule-preset");
        preset.getStyleClass().add("choice");
        preset.setTooltip(presetTip);
        preset.setAccessibleText("Preset");
        preset.valueProperty().addListener((_, _, picked) -> {
            if (!showing) {
                model.presets().stream().filter(each -> each.label().equals(picked)).findFirst().ifPresent(model::usePreset);
            }
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(name, space, preset);
        row.getStyleClass().add("row");
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    /** "Own" stands in the list only while it is so. */
    private void showPreset() {
        String now = model.presetProperty().get();
        showing = true;
        preset.getSelectionModel().clearSelection();
        preset.getItems().setAll(model.presets().stream().map(Preset::label).toList());
        if (now.equals(ScheduleEditorModel.OWN)) {
            preset.getItems().add(now);
        }
        preset.getSelectionModel().select(now);
        showing = false;
        presetTip.setText(model.presets().stream().filter(each -> each.label().equals(now)).findFirst()
                .map(Preset::help).orElse("Settings of your own. A preset fills them with a published choice."));
    }
}
