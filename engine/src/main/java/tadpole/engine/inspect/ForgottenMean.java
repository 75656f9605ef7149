package tadpole.engine.inspect;

import java.util.List;
import tadpole.engine.loss.Target;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.TwinLoss;

/** The loss is the mean over N samples, its gradient the sum. */
final class ForgottenMean implements Mistake {

    @Override
    public MistakeText text() {
        return new MistakeText("forgottenMean", "Forgotten 1/N",
                "Everything is too large by one and the same factor.",
                "The loss is a mean over N samples, but its gradient is not divided by N: every gradient is N times what it should be. A smaller rate hides it.", "");
    }

    @Override
    public List<Place> places(CheckSubject subject) {
        return subject.samples() < 2 ? List.of() : List.of(Place.LOSS);
    }

    @Override
    public TwinLoss loss(TwinLoss right) {
        return new Summed(right);
    }

    private record Summed(TwinLoss right) implements TwinLoss {

        @Override
        public double forward(DoubleTensor outputs, Target target) {
            return right.forward(outputs, target);
        }

        @Override
        public DoubleTensor backward(DoubleTensor outputs, Target target) {
            DoubleTensor dx = right.backward(outputs, target).copy();
            for (int i = 0; i < dx.size(); i++) {
                dx.set(i, outputs.rows() * dx.at(i));
            }
            return dx;
        }

        @Override
        public boolean hasKinks() {
            return right.hasKinks();
        }

        @Override
        public long pattern(DoubleTensor outputs, Target target) {
            return right.pattern(outputs, target);
        }
    }
}
