package tadpole.app.shell;

import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/**
 * Something a person can do, by its name or its key.
 *
 * @param label a verb and what it acts on: "Start training"
 * @param key   such as {@code KeyCombination.valueOf("Shortcut+O")} or "Space"
 */
public record Action(String label, Optional<KeyCombination> key, ObservableBooleanValue enabled, Runnable run) {

    public static Action of(String label, String key, ObservableBooleanValue enabled, Runnable run) {
        return new Action(label, Optional.of(KeyCombination.valueOf(key)), enabled, run);
    }

    public static Action of(String label, ObservableBooleanValue enabled, Runnable run) {
        return new Action(label, Optional.empty(), enabled, run);
    }
}
