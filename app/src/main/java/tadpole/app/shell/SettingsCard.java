package tadpole.app.shell;

import atlantafx.base.controls.ToggleSwitch;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How the window looks: theme, contrast, type size. */
final class SettingsCard extends VBox {

    private final Theme theme;
    private final TypeSize size;

    SettingsCard(Theme theme, TypeSize size) {
        this.theme = theme;
        this.size = size;
        getStyleClass().addAll("floating", "settings-card");
        setId("settings-card");
        Label title = new Label("Settings");
        title.getStyleClass().add("section-title");
        getChildren().addAll(
                title,
                row("Theme", new HBox(8, themeToggle("Light", false), themeToggle("Dark", true))),
                row("High contrast", contrast()),
                row("Type size", sizes()));
    }

    private ToggleButton themeToggle(String label, boolean dark) {
        ToggleButton toggle = new ToggleButton(label);
        toggle.setId(dark ? "theme-dark" : "theme-light");
        toggle.setOnAction(_ -> {
            theme.show(Theme.Kind.of(dark, theme.kind().isHighContrast()));
            toggle.setSelected(true);
        });
        theme.kindProperty().subscribe(kind -> toggle.setSelected(kind.isDark() == dark));
        return toggle;
    }

    private ToggleSwitch contrast() {
        ToggleSwitch contrast = new ToggleSwitch();
        contrast.setId("high-contrast");
        theme.kindProperty().subscribe(kind -> contrast.setSelected(kind.isHighContrast()));
        contrast.selectedProperty().subscribe(high -> theme.show(Theme.Kind.of(theme.kind().isDark(), high)));
        return contrast;
    }

    private HBox sizes() {
        Label percent = new Label();
        percent.getStyleClass().add("mono");
        percent.textProperty().bind(size.percentProperty().asString("%d %%"));
        HBox sizes = new HBox(8, sizeButton("−", "type-smaller", size::smaller), percent, sizeButton("+", "type-larger", size::larger));
        sizes.setAlignment(Pos.CENTER);
        return sizes;
    }

    private static Button sizeButton(String sign, String id, Runnable run) {
        Button button = new Button(sign);
        button.setId(id);
        button.getStyleClass().addAll("small-button");
        button.setOnAction(_ -> run.run());
        return button;
    }

    private static HBox row(String label, Node control) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(new Label(label), space, control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
