package tadpole.app.pane.studio.canvas;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The tools at the left of the canvas, undo and redo. */
final class ToolColumn extends VBox {

    private static final Map<Tool, Ikon> ICONS = Map.of(
            Tool.HAND, Material2OutlinedMZ.PAN_TOOL,
            Tool.MOVE, Material2OutlinedMZ.OPEN_WITH,
            Tool.BRUSH, Material2OutlinedAL.BRUSH,
            Tool.ERASER, Material2OutlinedAL.CLEANING_SERVICES,
            Tool.RECTANGLE, Material2OutlinedAL.CROP_SQUARE,
            Tool.ELLIPSE, Material2OutlinedMZ.RADIO_BUTTON_UNCHECKED,
            Tool.LASSO, Material2OutlinedAL.GESTURE,
            Tool.FILL, Material2OutlinedAL.FORMAT_COLOR_FILL);

    private final CanvasModel model;
    private final ToggleGroup group = new ToggleGroup();

    /** @param more stands at the lower end */
    ToolColumn(CanvasModel model, Node more) {
        this.model = model;
        getStyleClass().addAll("card", "studio-tools");
        setId("studio-tools");
        for (Tool tool : Tool.values()) {
            if (tool == Tool.BRUSH) {
                getChildren().add(line());
            }
            getChildren().add(toggle(tool));
        }
        Button undo = button("studio-undo", Material2OutlinedMZ.UNDO, "Undo (Ctrl+Z)", model::undo);
        undo.disableProperty().bind(model.document().undoableProperty().not());
        Button redo = button("studio-redo", Material2OutlinedMZ.REDO, "Redo (Ctrl+Shift+Z)", model::redo);
        redo.disableProperty().bind(model.document().redoableProperty().not());
        getChildren().addAll(line(), undo, redo, line(), more);
    }

    private ToggleButton toggle(Tool tool) {
        ToggleButton toggle = new ToggleButton("", new FontIcon(ICONS.get(tool)));
        toggle.setId("tool-" + tool.name().toLowerCase(Locale.ROOT));
        toggle.setToggleGroup(group);
        style(toggle, "%s (%s)".formatted(tool.label(), tool.key()), "%s (%s)%n%s".formatted(tool.label(), tool.key(), tool.about()));
        model.toolProperty().subscribe(now -> toggle.setSelected(now == tool));
        toggle.setOnAction(_ -> {
            toggle.setSelected(true);
            model.toolProperty().set(tool);
        });
        return toggle;
    }

    private static Button button(String id, Ikon icon, String tip, Runnable run) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        style(button, tip, tip);
        button.setOnAction(_ -> run.run());
        return button;
    }

    private static void style(ButtonBase button, String name, String tip) {
        button.getStyleClass().addAll(List.of("icon-button", "plain-button", "studio-tool"));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(tip));
        button.setFocusTraversable(true);
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        return line;
    }
}
