package tadpole.app.shell;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the program had to say: the last of it for the status bar, and the failures that still stand. */
public final class Messages {

    public enum Kind {
        DONE,
        FAILED
    }

    /** One sentence: what happened, and where something failed, what to do. */
    public record Message(Kind kind, String text) {}

    private static final int MOST_FAILURES = 3;
    private static final Message NOTHING = new Message(Kind.DONE, "");

    private final ReadOnlyObjectWrapper<Message> last = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ObservableList<String> failures = FXCollections.observableArrayList();
    private Optional<String> note = Optional.empty();
    private final ObservableList<String> seenFailures = FXCollections.unmodifiableObservableList(failures);

    public ReadOnlyObjectProperty<Message> lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** What failed and was neither closed nor followed by something that succeeded; the newest first. */
    public ObservableList<String> failures() {
        return seenFailures;
    }

    /** Says that something succeeded; what failed before is over. */
    public void done(String text) {
        failures.clear();
        last.set(new Message(Kind.DONE, text));
    }

    /** Says what holds at the moment, in place of an earlier note; failures stand. */
    public void note(String text) {
        note = Optional.of(text);
        last.set(new Message(Kind.DONE, text));
    }

    /** What was noted does not hold any more. */
    public void endNote() {
        if (note.filter(text -> last.get().equals(new Message(Kind.DONE, text))).isPresent()) {
            last.set(NOTHING);
        }
        note = Optional.empty();
    }

    public void failed(String text) {
        failures.remove(text);
        failures.addFirst(text);
        if (failures.size() > MOST_FAILURES) {
            failures.removeLast();
        }
        last.set(new Message(Kind.FAILED, text));
    }

    /** Takes back a failure that was read. */
    public void close(String failure) {
        failures.remove(failure);
        if (last.get().equals(new Message(Kind.FAILED, failure))) {
            last.set(NOTHING);
        }
    }
}
