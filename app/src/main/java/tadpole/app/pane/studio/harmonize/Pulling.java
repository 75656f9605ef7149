package tadpole.app.pane.studio.harmonize;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.picture.harmonize.HarmonizeEvent;
import tadpole.engine.picture.harmonize.Stage;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.picture.pull.PullValue;

/** What pulled on the picture from iteration to iteration, per kind of loss. */
final class Pulling {

    private static final int MOST = 600;

    /**
     * One iteration; kinds that did not act are missing.
     *
     * @param number counted over all stages
     * @param shares of the pull on the pixels, 0 to 1
     * @param losses mean of the kind's losses, each in parts of what it was when its stage began
     */
    record Moment(int number, Stage stage, Map<PullName.Kind, Double> shares, Map<PullName.Kind, Double> losses) {}

    private final List<Moment> moments = new ArrayList<>();
    private final Map<PullName, Double> shareOf = new HashMap<>();
    private final Map<PullName, Double> lossAtStart = new HashMap<>();
    private int number;
    private int every = 1;

    void clear() {
        moments.clear();
        number = 0;
        every = 1;
        begin();
    }

    /** Another stage has other losses. */
    void begin() {
        shareOf.clear();
        lossAtStart.clear();
    }

    /** Steps without losses, as the finish has them, leave things as they are. */
    void add(HarmonizeEvent.Iterated event) {
        if (event.pulls().isEmpty()) {
            return;
        }
        EnumMap<PullName.Kind, Double> shares = new EnumMap<>(PullName.Kind.class);
        EnumMap<PullName.Kind, Double> losses = new EnumMap<>(PullName.Kind.class);
        EnumMap<PullName.Kind, Integer> counts = new EnumMap<>(PullName.Kind.class);
        for (PullValue pull : event.pulls()) {
            if (pull.muted()) {
                shareOf.put(pull.name(), 0.0);
            } else if (!Double.isNaN(pull.share())) {
                shareOf.put(pull.name(), pull.share());
            }
            PullName.Kind kind = pull.name().kind();
            shares.merge(kind, shareOf.getOrDefault(pull.name(), 0.0), Double::sum);
            if (Double.isFinite(pull.loss())) {
                double start = lossAtStart.computeIfAbsent(pull.name(), _ -> pull.loss());
                losses.merge(kind, start > 0 ? pull.loss() / start : 1, Double::sum);
                counts.merge(kind, 1, Integer::sum);
            }
        }
        losses.replaceAll((kind, sum) -> sum / counts.get(kind));
        normalize(shares);
        add(new Moment(++number, event.stage(), Map.copyOf(shares), Map.copyOf(losses)));
    }

    /** The kinds' shares of the newest iteration. */
    Map<PullName.Kind, Double> now() {
        return moments.isEmpty() ? Map.of() : moments.getLast().shares();
    }

    List<Moment> moments() {
        return List.copyOf(moments);
    }

    private void add(Moment moment) {
        if (!moments.isEmpty() && (moments.getLast().number() - 1) % every != 0) {
            moments.removeLast();
        }
        moments.add(moment);
        if (moments.size() > MOST) {
            every *= 2;
            moments.removeIf(each -> (each.number() - 1) % every != 0 && each != moment);
        }
    }

    /** After one loss was muted the others' shares are old until they are measured again: they are told as parts of what is left. */
    private static void normalize(Map<PullName.Kind, Double> shares) {
        double sum = shares.values().stream().mapToDouble(each -> each).sum();
        if (sum > 0) {
            shares.replaceAll((_, share) -> share / sum);
        }
    }
}
