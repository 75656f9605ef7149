package tadpole.app.pane.train.pad;

import java.util.Optional;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.DrawnDigit;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** A drawing as a sample of a data set, and what is to be said of that. */
final class DrawnSample {

    private DrawnSample() {}

    /** Why there is nothing to draw, or what is other than MNIST; empty for pictures like MNIST's. */
    static Optional<Guess.Note> note(Dataset dataset) {
        Shape shape = dataset.shape();
        if (shape.rank() != 3) {
            return refusal("A sample here is %s numbers, no picture: there is nothing to draw.".formatted(shape));
        }
        if (dataset.classes().isEmpty()) {
            return refusal("These data have numbers as targets, not classes: a drawing has no answer.");
        }
        if (shape.at(0) != 1) {
            return Optional.of(new Guess.Note("The data are %d×%d in %d channels: your drawing goes into all of them alike. They were never drawn, so take the answer with a grain of salt."
                    .formatted(shape.at(1), shape.at(2), shape.at(0)), false));
        }
        if (side(shape) != DrawnDigit.SIDE) {
            return Optional.of(new Guess.Note("As MNIST, but for %d×%d: the box takes the same share.".formatted(shape.at(1), shape.at(2)), false));
        }
        return Optional.empty();
    }

    private static Optional<Guess.Note> refusal(String text) {
        return Optional.of(new Guess.Note(text, true));
    }

    /** Of the square field in a picture of that shape. */
    static int side(Shape shape) {
        return Math.min(shape.at(1), shape.at(2));
    }

    /** Raw numbers as the data set has them, the field in the middle of every channel. */
    static Tensor raw(DrawnDigit digit, Shape shape) {
        Tensor raw = Tensor.zeros(shape);
        int top = (shape.at(1) - digit.side()) / 2;
        int left = (shape.at(2) - digit.side()) / 2;
        for (int channel = 0; channel < shape.at(0); channel++) {
            for (int row = 0; row < digit.side(); row++) {
                System.arraycopy(digit.field(), row * digit.side(), raw.data(), (channel * shape.at(1) + top + row) * shape.at(2) + left, digit.side());
            }
        }
        return raw;
    }
}
