package tadpole.app.pane.text.write;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import tadpole.app.pane.text.TextModel;
import tadpole.engine.language.LanguageModel;

/** After how many epochs of its training the model writes; not there for a model without stages. */
final class StageBar extends HBox {

    private final TextModel text;
    private final Bundled bundled;
    private final HBox choice = new HBox();

    StageBar(TextModel text, Bundled bundled) {
        this.text = text;
        this.bundled = bundled;
        setId("stages");
        getStyleClass().add("row");
        Label name = new Label("Epochs");
        name.getStyleClass().add("field-label");
        name.setTooltip(new Tooltip("The same network earlier in its training: see writing get better."));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        choice.getStyleClass().addAll("segments", "stages");
        choice.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(name, space, choice);
        visibleProperty().bind(bundled.stagesProperty().map(each -> !each.isEmpty()));
        managedProperty().bind(visibleProperty());
        bundled.stagesProperty().subscribe(_ -> fill());
        text.modelProperty().subscribe(_ -> mark());
    }

    private void fill() {
        List<LanguageModel> stages = bundled.stagesProperty().get();
        choice.getChildren().clear();
        for (LanguageModel each : stages) {
            ToggleButton button = new ToggleButton(epochs(each.epochs()));
            button.setId("stage-" + choice.getChildren().size());
            button.getStyleClass().add("segment");
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText("After " + button.getText() + " epochs");
            button.setTooltip(new Tooltip("The network after " + button.getText() + " epochs of training"));
            button.setOnAction(_ -> {
                button.setSelected(true);
                bundled.choose(each);
            });
            choice.getChildren().add(button);
        }
        mark();
    }

    private void mark() {
        List<LanguageModel> stages = bundled.stagesProperty().get();
        for (int i = 0; i < Math.min(stages.size(), choice.getChildren().size()); i++) {
            ((ToggleButton) choice.getChildren().get(i)).setSelected(text.modelProperty().get().filter(stages.get(i)::equals).isPresent());
        }
    }

    static String epochs(double epochs) {
        return epochs == Math.rint(epochs) ? Integer.toString((int) epochs) : new BigDecimal(epochs).round(new MathContext(2)).stripTrailingZeros().toPlainString();
    }
}
