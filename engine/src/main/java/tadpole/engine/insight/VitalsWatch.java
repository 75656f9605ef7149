package tadpole.engine.insight;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.training.Onlooker;

/** Measures the vitals of a run at chosen steps. Any thread may ask while it grows. */
public final class VitalsWatch implements Onlooker {

    private final List<Vitals> all = new ArrayList<>();

    /** Everything measured so far, oldest first, a copy; thinned as the run gets long. */
    public synchronized List<Vitals> all() {
        return List.copyOf(all);
    }
}
