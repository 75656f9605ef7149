package tadpole.app.pane.train;

import java.util.OptionalInt;

/**
 * One image of the strip, and what the network says of it.
 *
 * @param label  its class
 * @param answer empty before the first step
 * @param shares one a class: probabilities, or outputs between 0 and 1; empty where there is nothing to say
 */
record Seen(int index, int label, OptionalInt answer, float[] shares) {

    boolean isRight() {
        return answer.isPresent() && answer.getAsInt() == label;
    }

    boolean isWrong() {
        return answer.isPresent() && answer.getAsInt() != label;
    }
}
