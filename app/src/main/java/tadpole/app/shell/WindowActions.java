package tadpole.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;

/** What one can do with the window itself, whatever pane is in front. */
final class WindowActions {

    private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

    private WindowActions() {}

    static List<Action> of(FrontPane front, Theme theme, TypeSize size) {
        List<Action> actions = new ArrayList<>(panes(front));
        actions.add(Action.of("Use the light theme", ALWAYS, () -> theme.show(Theme.Kind.of(false, theme.kind().isHighContrast()))));
        actions.add(Action.of("Use the dark theme", ALWAYS, () -> theme.show(Theme.Kind.of(true, theme.kind().isHighContrast()))));
        actions.add(Action.of("Switch high contrast", ALWAYS,
                () -> theme.show(Theme.Kind.of(theme.kind().isDark(), !theme.kind().isHighContrast()))));
        actions.add(Action.of("Make the type larger", "Shortcut+Plus", ALWAYS, size::larger));
        actions.add(Action.of("Make the type smaller", "Shortcut+Minus", ALWAYS, size::smaller));
        actions.add(Action.of("Use the standard type size", "Shortcut+0", ALWAYS, size::standard));
        return actions;
    }

    static Action always(String label, String key, Runnable run) {
        return Action.of(label, key, ALWAYS, run);
    }

    private static List<Action> panes(FrontPane front) {
        List<Action> actions = new ArrayList<>();
        for (PaneEntry entry : front.entries()) {
            String label = "Go to " + entry.label();
            int number = actions.size() + 1;
            Runnable go = () -> front.open(entry.id());
            actions.add(number <= 9 ? Action.of(label, "Shortcut+" + number, ALWAYS, go) : Action.of(label, ALWAYS, go));
        }
        return actions;
    }
}
