package tadpole.app.pane.train.time;

import java.util.Arrays;
import java.util.List;

/** From one place on a line to another. */
record Span(double left, double right) {

    private boolean meets(double from, double to) {
        return from < right && to > left;
    }

    /** The first of these places in it at which so much is free of what is taken; NaN where none is. */
    double free(double wanted, List<Span> taken, double... places) {
        return Arrays.stream(places)
                .filter(x -> x >= left && x + wanted <= right)
                .filter(x -> taken.stream().noneMatch(span -> span.meets(x, x + wanted)))
                .findFirst().orElse(Double.NaN);
    }
}
