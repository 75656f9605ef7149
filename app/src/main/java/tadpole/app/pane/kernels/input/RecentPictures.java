package tadpole.app.pane.kernels.input;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The last few pictures of the session, the newest first; the one that is shown is the first. */
final class RecentPictures {

    private static final int MOST = 6;

    private final long mostNumbers;
    private final ObservableList<InputPicture> all = FXCollections.observableArrayList();
    private final ObservableList<InputPicture> seen = FXCollections.unmodifiableObservableList(all);

    /** @param mostNumbers that all pictures but the first may hold together */
    RecentPictures(long mostNumbers) {
        this.mostNumbers = mostNumbers;
    }

    ObservableList<InputPicture> seen() {
        return seen;
    }

    /** A new one; takes the place of the one before where it is of the same row of attempts. */
    void add(InputPicture now) {
        if (!all.isEmpty() && now.origin().isRetryOf(all.getFirst().origin())) {
            all.set(0, now);
        } else {
            all.addFirst(now);
        }
        while (all.size() > MOST || all.stream().skip(1).mapToLong(InputPicture::size).sum() > mostNumbers) {
            all.removeLast();
        }
    }

    /** One is shown again, of these or of before. */
    void bringForward(InputPicture earlier) {
        if (all.remove(earlier)) {
            all.addFirst(earlier);
        } else {
            add(earlier);
        }
    }
}
