package tadpole.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which pane stands in front. */
public final class FrontPane implements Navigator {

    private final List<PaneEntry> entries;
    private final ReadOnlyObjectWrapper<Optional<PaneEntry>> entry;

    /** @param start the id of the pane to begin with; the first one where there is no such pane */
    public FrontPane(List<PaneEntry> entries, String start) {
        this.entries = List.copyOf(entries);
        this.entry = new ReadOnlyObjectWrapper<>(find(start).or(() -> this.entries.stream().findFirst()));
    }

    public List<PaneEntry> entries() {
        return entries;
    }

    /** Empty only where there is no pane at all. */
    public ReadOnlyObjectProperty<Optional<PaneEntry>> entryProperty() {
        return entry.getReadOnlyProperty();
    }

    public Optional<PaneEntry> entry() {
        return entry.get();
    }

    @Override
    public void open(String paneId) {
        PaneEntry wanted = find(paneId)
                .orElseThrow(() -> new IllegalArgumentException("There is no pane \"" + paneId + "\"."));
        entry.set(Optional.of(wanted));
    }

    private Optional<PaneEntry> find(String id) {
        return entries.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
