package tadpole.app.pane.train;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.schedule.ChartRoom;
import tadpole.app.schedule.ScheduleChart;
import tadpole.app.schedule.ScheduleEditor;
import tadpole.app.schedule.ScheduleEditorModel;

/** The schedule large, under the epochs of loss and accuracy, where the test images stand else. */
final class ScheduleCard extends VBox {

    ScheduleCard(ScheduleEditorModel model) {
        setId("schedule-card");
        getStyleClass().addAll("card", "schedule-card");
        Label title = new Label("Schedule");
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label name = new Label();
        name.getStyleClass().add("muted");
        name.setMinWidth(USE_PREF_SIZE);
        model.pickedProperty().subscribe(_ -> name.setText(words(model)));
        model.presetProperty().subscribe(_ -> name.setText(words(model)));
        Label readout = ScheduleEditor.readout(model, "schedule-card-readout");
        readout.setWrapText(false);
        readout.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(readout, Priority.ALWAYS);
        Button shut = new Button("", new FontIcon(Material2OutlinedAL.CLOSE));
        shut.setId("schedule-close");
        shut.getStyleClass().addAll("small-button", "icon-button", "tool-button");
        shut.setTooltip(new Tooltip("Back to the test images"));
        shut.setAccessibleText("Close the large schedule");
        shut.setOnAction(_ -> model.enlargeOrNot());
        HBox head = new HBox(title, name, readout, ScheduleEditor.logarithmic(model, "schedule-card-log"), shut);
        head.getStyleClass().addAll("strip-head", "schedule-card-head");
        ScheduleChart chart = new ScheduleChart(model, ChartRoom.LARGE, "schedule-large");
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().setAll(head, chart, ScheduleEditor.problem(model));
    }

    private static String words(ScheduleEditorModel model) {
        return model.presets().isEmpty() ? model.scheduleLabel() : model.scheduleLabel() + " · " + model.presetProperty().get();
    }
}
