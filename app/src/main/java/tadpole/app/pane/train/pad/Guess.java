package tadpole.app.pane.train.pad;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tadpole.engine.dataset.DrawnDigit;

/**
 * What the network says of the drawing.
 *
 * @param digit  the drawing as the network is given it
 * @param answer the class it takes it for
 * @param share  between 0 and 1; empty of a network with a single output
 * @param next   the classes after it, most likely first
 */
record Guess(DrawnDigit digit, String answer, OptionalDouble share, List<Next> next) {

    record Next(String name, double share) {}

    /** What stands where nothing can be said, or besides. */
    record Note(String text, boolean refuses) {}

    /** What is drawn and what is said of it; a drawing without a network has a digit only. */
    record State(Optional<DrawnDigit> digit, Optional<Guess> guess) {

        static final State EMPTY = new State(Optional.empty(), Optional.empty());
    }
}
