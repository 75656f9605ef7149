package tadpole.app.pane.train.network;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.engine.design.NetworkPreset;
import tadpole.engine.design.NetworkPresets;

/** Networks to begin with, as they are for the open data. */
final class PresetMenu extends MenuButton {

    private static final double LINE_EM = 30;

    private final NetworkModel model;

    PresetMenu(NetworkModel model) {
        super("Presets", new FontIcon(Material2OutlinedAL.ACCOUNT_TREE));
        this.model = model;
        setId("network-presets");
        setTooltip(new Tooltip("Replace all layers by a known network; Ctrl+Z brings yours back"));
        model.drawingProperty().subscribe(this::fill);
    }

    private void fill(Optional<Drawing> drawing) {
        setDisable(drawing.isEmpty());
        drawing.ifPresent(now -> getItems().setAll(NetworkPresets.ALL.stream().map(preset -> item(preset, now)).toList()));
    }

    private MenuItem item(NetworkPreset preset, Drawing now) {
        Label name = new Label(preset.label());
        name.getStyleClass().add("example-name");
        Optional<String> refusal = preset.refusal(now.design().input());
        Text about = new Text(refusal.orElse(preset.help()));
        about.getStyleClass().add("example-about");
        about.fontProperty().subscribe(font -> about.setWrappingWidth(LINE_EM * font.getSize()));
        MenuItem item = new MenuItem("", new VBox(name, about));
        item.setId("preset-" + preset.key());
        item.getStyleClass().add("example");
        item.setDisable(refusal.isPresent());
        item.setOnAction(_ -> model.take(preset));
        return item;
    }
}
