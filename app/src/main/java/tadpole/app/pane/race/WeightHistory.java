package tadpole.app.pane.race;

import java.util.ArrayDeque;
import java.util.Deque;
import tadpole.app.chart.WeightPicture;
import tadpole.engine.surface.Reading;

/** One weight in its last steps. */
final class WeightHistory {

    private final Deque<Reading> last = new ArrayDeque<>();
    private final int most;

    WeightHistory(int most) {
        this.most = most;
    }

    void add(Reading reading) {
        last.addLast(reading);
        if (last.size() > most) {
            last.removeFirst();
        }
    }

    void clear() {
        last.clear();
    }

    WeightPicture picture() {
        return new WeightPicture(last.isEmpty() ? 1 : last.getFirst().step(), last.stream().mapToDouble(Reading::after).toArray(),
                last.stream().mapToDouble(Reading::change).toArray());
    }
}
