package tadpole.app.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The last thing the program had to say; the status bar shows it. */
public final class Messages {

    public enum Kind {
        DONE,
        FAILED
    }

    /** One sentence: what happened, and where something failed, what to do. */
    public record Message(Kind kind, String text) {}

    private final ReadOnlyObjectWrapper<Message> last = new ReadOnlyObjectWrapper<>(new Message(Kind.DONE, ""));

    public ReadOnlyObjectProperty<Message> lastProperty() {
        return last.getReadOnlyProperty();
    }

    public void done(String text) {
        last.set(new Message(Kind.DONE, text));
    }

    public void failed(String text) {
        last.set(new Message(Kind.FAILED, text));
    }
}
