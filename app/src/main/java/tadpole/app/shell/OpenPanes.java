package tadpole.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The panes that were opened so far: each is made when it is first needed, and kept. */
final class OpenPanes {

    private final Desk desk;
    private final FrontPane front;
    private final Map<PaneEntry, PaneView> made = new LinkedHashMap<>();

    OpenPanes(Desk desk, FrontPane front) {
        this.desk = desk;
        this.front = front;
    }

    Optional<PaneView> inFront() {
        return front.entry().map(this::view);
    }

    PaneView view(PaneEntry entry) {
        PaneView view = made.get(entry);
        if (view == null) {
            view = entry.maker().apply(desk);
            made.put(entry, view);
        }
        return view;
    }

    /** Those that were opened so far, the one in front first. */
    List<PaneEntry> opened() {
        List<PaneEntry> entries = new ArrayList<>(made.keySet());
        front.entry().filter(entries::remove).ifPresent(entries::addFirst);
        return entries;
    }

    /** What each of them would lose if the window closed now. */
    Stream<String> unsaved() {
        return made.values().stream().flatMap(view -> view.unsaved().stream());
    }

    /** Offers files to the pane in front, then to the others; the one that takes them comes to the front. */
    boolean offer(List<Path> files) {
        List<PaneEntry> order = new ArrayList<>(front.entries());
        front.entry().filter(order::remove).ifPresent(order::addFirst);
        for (PaneEntry entry : order) {
            if (view(entry).open(files)) {
                front.open(entry.id());
                return true;
            }
        }
        return false;
    }
}
