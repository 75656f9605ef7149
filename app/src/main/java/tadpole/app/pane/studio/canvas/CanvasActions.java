package tadpole.app.pane.studio.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import tadpole.app.shell.Action;

/** All that one can do on the canvas, for keys and for the search by name. */
final class CanvasActions {

    private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

    private final CanvasModel model;
    private final CanvasSurface surface;
    private final CanvasMenu menu;

    CanvasActions(CanvasModel model, CanvasSurface surface, CanvasMenu menu) {
        this.model = model;
        this.surface = surface;
        this.menu = menu;
    }

    List<Action> all() {
        List<Action> actions = new ArrayList<>();
        for (Tool tool : Tool.values()) {
            actions.add(Action.of("Tool: " + tool.label(), tool.key(), ALWAYS, () -> model.toolProperty().set(tool)));
        }
        ObservableBooleanValue ready = model.readyProperty();
        actions.add(Action.of("Brush or eraser, the other one", "X", ALWAYS, model::swapBrush));
        actions.add(Action.of("Smaller brush", "Open_Bracket", ALWAYS, () -> model.resizeBrush(false)));
        actions.add(Action.of("Larger brush", "Close_Bracket", ALWAYS, () -> model.resizeBrush(true)));
        actions.add(Action.of("Show the whole painting", "0", ALWAYS, model.viewport()::fit));
        actions.add(Action.of("Show the painting at 100 %", "1", ALWAYS, () -> surface.next().ifPresent(now -> now.full(model.viewport()))));
        actions.add(Action.of("Zoom into the painting", "Plus", ALWAYS, () -> zoom(true)));
        actions.add(Action.of("Zoom out of the painting", "Minus", ALWAYS, () -> zoom(false)));
        actions.add(Action.of("Undo the last edit of the layers", "Shortcut+Z", Bindings.and(ready, model.document().undoableProperty()), model::undo));
        actions.add(Action.of("Redo the edit of the layers", "Shortcut+Shift+Z", Bindings.and(ready, model.document().redoableProperty()), model::redo));
        actions.add(Action.of("Redo the edit of the layers", "Shortcut+Y", Bindings.and(ready, model.document().redoableProperty()), model::redo));
        actions.add(Action.of("Mirror the object left to right", "F", ready, model.moveHand()::flip));
        actions.add(Action.of("Grow the mask", ready, model::growMask));
        actions.add(Action.of("Shrink the mask", ready, model::shrinkMask));
        actions.add(Action.of("Feather the mask", ready, model::featherMask));
        actions.add(Action.of("Invert the mask", ready, model::invertMask));
        actions.add(Action.of("Clear the mask", ready, model::clearMask));
        actions.add(Action.of("Fill the mask", ready, model::fillMask));
        for (CanvasFiles.As as : CanvasFiles.As.values()) {
            actions.add(Action.of("Open a picture as " + as.label(), as == CanvasFiles.As.PAINTING ? model.editableProperty() : ready, () -> menu.choose(as)));
        }
        actions.add(Action.of("Export the mask", model.openProperty(), () -> menu.save("mask", model.files()::saveMask)));
        actions.add(Action.of("Export the composite", model.openProperty(), () -> menu.save("composite", model.files()::saveComposite)));
        actions.add(Action.of("Export the result", model.hasResultProperty(), () -> menu.save("result", model.files()::saveResult)));
        return List.copyOf(actions);
    }

    private void zoom(boolean in) {
        surface.next().ifPresent(now -> now.zoom(model.viewport(), in, now.width() / 2.0, now.height() / 2.0));
    }
}
