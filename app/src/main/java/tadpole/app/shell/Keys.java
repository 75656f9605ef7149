package tadpole.app.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/**
 * Runs actions by their keys. Keys that also write stay with a text field that has the focus, and Space stays with a
 * button that was reached by the keyboard.
 */
final class Keys {

    private static final Set<KeyCode> EDITING = Set.of(KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.Y, KeyCode.Z);
    private static final Set<KeyCode> PRESENTING = Set.of(KeyCode.PAGE_UP, KeyCode.PAGE_DOWN);
    /** Keys that mean the same as another one. */
    private static final Map<KeyCode, KeyCode> ALIKE = Map.of(
            KeyCode.EQUALS, KeyCode.PLUS, KeyCode.ADD, KeyCode.PLUS, KeyCode.SUBTRACT, KeyCode.MINUS, KeyCode.NUMPAD0, KeyCode.DIGIT0);

    private final Scene scene;
    private final Supplier<List<Action>> actions;

    Keys(Scene scene, Supplier<List<Action>> actions) {
        this.scene = scene;
        this.actions = actions;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent key) {
        if (belongsToTheFocus(key) || aMenuIsOpen()) {
            return;
        }
        KeyEvent alike = alike(key);
        for (Action action : actions.get()) {
            boolean meant = action.key().filter(combination -> combination.match(key) || combination.match(alike)).isPresent();
            if (meant && action.enabled().get()) {
                key.consume();
                action.run().run();
                return;
            }
        }
    }

    private boolean belongsToTheFocus(KeyEvent key) {
        Node owner = scene.getFocusOwner();
        boolean plain = !key.isShortcutDown() && !key.isAltDown() && !key.getCode().isFunctionKey();
        // A presenter's keys do nothing in a field of one line, which keeps the focus after a number was typed.
        if (owner instanceof TextField && PRESENTING.contains(key.getCode())) {
            return false;
        }
        // A sheet that one writes on without being a text field; Escape stops what goes on.
        if (owner != null && owner.getAccessibleRole() == AccessibleRole.TEXT_AREA && !(owner instanceof TextInputControl)) {
            return plain && key.getCode() != KeyCode.ESCAPE || key.isShortcutDown() && EDITING.contains(key.getCode());
        }
        if (owner instanceof TextInputControl) {
            return plain || key.isShortcutDown() && EDITING.contains(key.getCode());
        }
        boolean presses = key.getCode() == KeyCode.SPACE || key.getCode() == KeyCode.ENTER;
        return presses && owner instanceof Control && owner.isFocusVisible();
    }

    private static boolean aMenuIsOpen() {
        return Window.getWindows().stream().anyMatch(window -> window instanceof PopupWindow && !(window instanceof Tooltip));
    }

    private static KeyEvent alike(KeyEvent key) {
        KeyCode code = ALIKE.getOrDefault(key.getCode(), key.getCode());
        boolean shift = code != KeyCode.PLUS && key.isShiftDown();
        return new KeyEvent(key.getEventType(), key.getCharacter(), key.getText(), code,
                shift, key.isControlDown(), key.isAltDown(), key.isMetaDown());
    }
}
