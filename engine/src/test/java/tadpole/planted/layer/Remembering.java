package tadpole.planted.layer;

import java.util.ArrayList;
import java.util.List;

/** Planted: state that all share. */
public final class Remembering {

    private static int count;
    private static final List<String> NAMES = new ArrayList<>();

    public int next(String name) {
        NAMES.add(name);
        return count++ + NAMES.size();
    }
}
