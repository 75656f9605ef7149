package tadpole.app.pane.train.mistakes;

import java.util.Optional;
import tadpole.app.pane.train.Numbers;
import tadpole.engine.evaluation.AnswerHistory;
import tadpole.engine.evaluation.LayerWalk;

/**
 * One image that is looked at closely.
 *
 * @param sample   its place in the split
 * @param answer   of the network that is looked at
 * @param shares   one for each class; empty where the network has a single output
 * @param history  of this one sample over the recorded moments; empty until they were asked
 * @param walk     through all layers
 */
record Picked(Answered of, int sample, int answer, float[] shares, java.util.List<LayerWalk> walk, Optional<AnswerHistory> history) {

    int label() {
        return of.split().label(sample);
    }

    /** In the data set's own part. */
    int place() {
        return of.place(sample);
    }

    boolean isRight() {
        return answer == label();
    }

    /** "is 9, read as 4" or "is 9, read as 9". */
    String say() {
        return "is %s, read as %s%s".formatted(of.name(label()), of.name(answer),
                shares.length == 0 ? "" : ", " + Numbers.percent(shares[answer]));
    }

    /** "test #247". */
    String where() {
        return "%s #%s".formatted(of.part().isTest() ? "test" : "train", Numbers.count(place()));
    }
}
