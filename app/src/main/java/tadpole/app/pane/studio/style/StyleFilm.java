package tadpole.app.pane.studio.style;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.picture.Picture;

/** What a run looked like on its way, thinned out evenly where it becomes too much to keep. */
record StyleFilm(List<Picture> frames) {

    static final StyleFilm EMPTY = new StyleFilm(List.of());

    private static final int MOST = 48;
    private static final long MOST_BYTES = 128L << 20;

    StyleFilm {
        frames = List.copyOf(frames);
    }

    StyleFilm with(Picture next) {
        List<Picture> all = new ArrayList<>(frames);
        all.add(next);
        long most = Math.clamp(MOST_BYTES / (4L * next.values().size()), 4, MOST);
        for (int i = all.size() - 2; i > 0 && all.size() > most; i -= 2) {
            all.remove(i);
        }
        return new StyleFilm(all);
    }
}
