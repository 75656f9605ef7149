package tadpole.app.pane.train.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tadpole.app.pane.train.Lab;
import tadpole.app.pane.train.Numbers;
import tadpole.app.pane.train.Origin;
import tadpole.app.pane.train.Run;

/** The steps of the run looked at, its recorded moments, and what leaves it. On the JavaFX thread. */
final class TimeModel {

    private static final int LEAST_HORIZON = 100;
    private static final int SHORTEST_SHARE = 8;

    private final Lab lab;

    /**
     * A run that leaves the one looked at, or that it left.
     *
     * @param from the step where they part
     * @param to   where it stands
     */
    record Lane(Run run, long from, long to, String text) {}

    TimeModel(Lab lab) {
        this.lab = lab;
    }

    Optional<Run> run() {
        return lab.runProperty().get();
    }

    boolean isBack() {
        return lab.backProperty().get();
    }

    /** The step that every view shows. */
    long at() {
        return lab.at().orElseGet(this::stands);
    }

    long stands() {
        return run().map(Run::standsAt).orElse(0L);
    }

    long[] recorded() {
        return run().map(each -> each.past().steps()).orElse(new long[0]);
    }

    /** The steps that have room: those planned, and in a long run at its begin fewer, so that there is something to see. */
    long horizon() {
        long most = Math.max(stands(), lanes().stream().mapToLong(Lane::to).max().orElse(0));
        long planned = Math.max(run().map(Run::plannedSteps).orElse(0L), most);
        long horizon = Math.max(1, planned);
        while (horizon > SHORTEST_SHARE * Math.max(most, LEAST_HORIZON)) {
            horizon /= 2;
        }
        return horizon;
    }

    /** The parent's way on, where it has one, and the branches of this run, oldest first. */
    List<Lane> lanes() {
        List<Lane> lanes = new ArrayList<>();
        run().flatMap(Run::origin).filter(origin -> origin.parent().standsAt() > origin.step()).ifPresent(origin -> lanes.add(
                lane(origin.parent(), origin.step(), other(origin.change()))));
        for (Run each : lab.runs()) {
            each.origin().filter(origin -> run().filter(now -> now == origin.parent()).isPresent())
                    .ifPresent(origin -> lanes.add(lane(each, origin.step(), text(origin))));
        }
        return lanes;
    }

    private static Lane lane(Run run, long from, String text) {
        return new Lane(run, from, Math.max(from, run.standsAt()), "%s, to %s".formatted(text, Numbers.count(Math.max(from, run.standsAt()))));
    }

    /** What the run is that a branch left, said by what the branch changed. */
    private static String other(String change) {
        if (change.isEmpty()) {
            return "the run it left";
        }
        return change.startsWith(Lab.WITHOUT) ? "with " + change.substring(Lab.WITHOUT.length()) : Lab.WITHOUT + change;
    }

    private static String text(Origin origin) {
        return origin.text();
    }

    /** "recorded: 21 moments, 3.4 MB". */
    String recordedText() {
        return run().map(Run::recording).map(each -> "recorded: %s %s, %s".formatted(
                Numbers.count(each.steps().length), each.steps().length == 1 ? "moment" : "moments", Numbers.megabytes(each.bytes()))).orElse("");
    }

    String policy() {
        return run().map(each -> each.recording().policy()).orElse("");
    }

    /** To the recorded moment nearest to a step; behind the last one to where the run stands. */
    void go(long step) {
        long[] recorded = recorded();
        if (run().isEmpty() || recorded.length == 0) {
            return;
        }
        int place = Arrays.binarySearch(recorded, step);
        int after = place >= 0 ? place : -place - 1;
        if (after == recorded.length) {
            boolean nearer = step - recorded[after - 1] < stands() - step;
            lookAt(nearer ? recorded[after - 1] : stands());
            return;
        }
        boolean before = after > 0 && step - recorded[after - 1] <= recorded[after] - step;
        lookAt(before ? recorded[after - 1] : recorded[after]);
    }

    void previous() {
        long now = at();
        Arrays.stream(recorded()).filter(step -> step < now).max().ifPresent(this::lookAt);
    }

    /** @return whether there was one */
    boolean next() {
        long now = at();
        long next = Arrays.stream(recorded()).filter(step -> step > now).min().orElse(stands());
        lookAt(next);
        return next > now && isBack();
    }

    void first() {
        Arrays.stream(recorded()).min().ifPresent(this::lookAt);
    }

    void now() {
        lab.lookAtNow();
    }

    void lookAt(Lane lane) {
        lab.lookAt(lane.run());
    }

    private void lookAt(long step) {
        if (step >= stands()) {
            lab.lookAtNow();
        } else if (lab.at().isEmpty() || lab.at().getAsLong() != step) {
            run().ifPresent(each -> lab.lookAt(each, step));
        }
    }
}
