package tadpole.engine.inspect;

import tadpole.engine.twin.Conditions;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.Gradients;
import tadpole.engine.twin.Moved;
import tadpole.engine.twin.TwinLayer;

/** A layer whose forward is right. */
record WrongBackward(TwinLayer right, Way way) implements TwinLayer {

    /** What it does in the place of {@link TwinLayer#backward}. */
    @FunctionalInterface
    interface Way {
        Gradients backward(TwinLayer right, DoubleTensor x, DoubleTensor dy, Conditions conditions);
    }

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        return right.forward(x, conditions);
    }

    @Override
    public DoubleTensor forward(DoubleTensor x, DoubleTensor before, Moved moved, Conditions conditions) {
        return right.forward(x, before, moved, conditions);
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        return way.backward(right, x, dy, conditions);
    }

    @Override
    public boolean hasKinks() {
        return right.hasKinks();
    }

    @Override
    public long pattern(DoubleTensor x, Conditions conditions) {
        return right.pattern(x, conditions);
    }
}
