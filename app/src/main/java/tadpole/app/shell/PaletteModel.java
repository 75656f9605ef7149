package tadpole.app.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Every action by name, narrowed down by the words one types. */
final class PaletteModel {

    /**
     * An action and where it belongs.
     *
     * @param place the pane's name; empty for the window's own
     */
    record Entry(String place, Action action) {}

    private final ObservableList<Entry> found = FXCollections.observableArrayList();
    // One for all: it listens weakly, so a fresh one would be collected together with whoever listens to it.
    private final ObservableList<Entry> seenFound = FXCollections.unmodifiableObservableList(found);
    private List<Entry> all = List.of();

    ObservableList<Entry> found() {
        return seenFound;
    }

    void fill(List<Entry> entries) {
        all = List.copyOf(entries);
        narrow("");
    }

    /** Keeps what holds every typed word; what begins with the typed text comes first. */
    void narrow(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        List<String> words = List.of(text.split("\\s+"));
        found.setAll(all.stream()
                .filter(entry -> words.stream().allMatch(searched(entry)::contains))
                .sorted(Comparator.comparing(entry -> !label(entry).startsWith(text)))
                .toList());
    }

    private static String searched(Entry entry) {
        return label(entry) + " " + entry.place().toLowerCase(Locale.ROOT);
    }

    private static String label(Entry entry) {
        return entry.action().label().toLowerCase(Locale.ROOT);
    }
}
