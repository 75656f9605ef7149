package tadpole.app.pane.text.sheet;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.StringProperty;
import tadpole.app.form.Undo;

/** A text while it is edited: the caret, what is chosen, and the way back. Places are counted in chars (UTF-16). */
public final class Paper {

    private static final int STEPS = 60;

    private record Before(String text, int caret) {}

    private final StringProperty text;
    private final ReadOnlyIntegerWrapper caret = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper anchor = new ReadOnlyIntegerWrapper();
    private final Undo<Before> undo = new Undo<>(STEPS);

    /** @param text what is edited; may be changed by others too */
    public Paper(StringProperty text) {
        this.text = text;
        text.addListener((_, _, now) -> {
            caret.set(Math.min(caret.get(), now.length()));
            anchor.set(Math.min(anchor.get(), now.length()));
        });
        place(text.get().length());
    }

    public StringProperty textProperty() {
        return text;
    }

    public String text() {
        return text.get();
    }

    public ReadOnlyIntegerProperty caretProperty() {
        return caret.getReadOnlyProperty();
    }

    /** Where the choice began; equal to the caret where nothing is chosen. */
    public ReadOnlyIntegerProperty anchorProperty() {
        return anchor.getReadOnlyProperty();
    }

    public int caret() {
        return caret.get();
    }

    public int from() {
        return Math.min(caret.get(), anchor.get());
    }

    public int to() {
        return Math.max(caret.get(), anchor.get());
    }

    public boolean hasChoice() {
        return caret.get() != anchor.get();
    }

    /** What is chosen; all of it where nothing is. */
    public String chosen() {
        return hasChoice() ? text().substring(from(), to()) : text();
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undo.possibleProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return undo.redoableProperty();
    }

    /** Puts the caret there; nothing is chosen. */
    public void place(int at) {
        choose(at, at);
    }

    /** Chooses from one place to another, where the caret then stands. */
    public void choose(int from, int to) {
        undo.end();
        anchor.set(whole(from));
        caret.set(whole(to));
    }

    private int whole(int at) {
        int inside = Math.clamp(at, 0, text().length());
        boolean cuts = inside > 0 && inside < text().length() && Character.isLowSurrogate(text().charAt(inside)) && Character.isHighSurrogate(text().charAt(inside - 1));
        return cuts ? inside - 1 : inside;
    }

    /** Typed or pasted: in place of what is chosen. */
    public void put(String string) {
        undo.begin("typing");
        replace(from(), to(), string.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** Back by one character, or what is chosen. */
    public void erase(boolean forward) {
        undo.begin("erasing");
        if (hasChoice()) {
            replace(from(), to(), "");
        } else if (forward && caret() < text().length()) {
            replace(caret(), text().offsetByCodePoints(caret(), 1), "");
        } else if (!forward && caret() > 0) {
            replace(text().offsetByCodePoints(caret(), -1), caret(), "");
        }
    }

    /** All behind a place goes, and something else stands there. One step back brings it again. */
    public void goOnFrom(int at, String with) {
        undo.end();
        replace(at, text().length(), with);
    }

    /** Another text; one step back brings the old one. */
    public void show(String other) {
        undo.end();
        replace(0, text().length(), other);
        place(other.length());
    }

    /** What the network writes now: all of it is one step. */
    public void beginWriting() {
        undo.end();
        undo.begin(new Object());
    }

    public void write(String string) {
        boolean follows = caret() == text().length() && !hasChoice();
        undo.changed(now());
        text.set(text() + string);
        if (follows) {
            anchor.set(text().length());
            caret.set(text().length());
        }
    }

    public void endWriting() {
        undo.end();
    }

    private void replace(int from, int to, String with) {
        undo.changed(now());
        text.set(text().substring(0, from) + with + text().substring(to));
        anchor.set(from + with.length());
        caret.set(from + with.length());
    }

    public void undo() {
        undo.undo(_ -> now()).ifPresent(this::restore);
    }

    public void redo() {
        undo.redo(_ -> now()).ifPresent(this::restore);
    }

    private Before now() {
        return new Before(text(), caret());
    }

    private void restore(Before was) {
        text.set(was.text);
        place(was.caret);
    }

    /** The word around a place. */
    public void chooseWord(int at) {
        int from = Math.min(at, text().length());
        int to = from;
        while (from > 0 && Character.isLetterOrDigit(text().charAt(from - 1))) {
            from--;
        }
        while (to < text().length() && Character.isLetterOrDigit(text().charAt(to))) {
            to++;
        }
        choose(from, to);
    }

    /** Where the next word begins, or this one does. */
    public int wordBeside(int at, boolean forward) {
        int step = forward ? 1 : -1;
        int i = at;
        while (look(i, forward).filter(c -> !Character.isLetterOrDigit(c)).isPresent()) {
            i += step;
        }
        while (look(i, forward).filter(Character::isLetterOrDigit).isPresent()) {
            i += step;
        }
        return i;
    }

    private Optional<Character> look(int at, boolean forward) {
        int index = forward ? at : at - 1;
        return index >= 0 && index < text().length() ? Optional.of(text().charAt(index)) : Optional.empty();
    }
}
