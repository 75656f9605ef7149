package tadpole.engine.inspect;

import java.util.List;

/** Mistakes of what runs forward and backward around the layers. */
record WrongStep(MistakeText text, boolean isStale, boolean keepsGradients) implements Mistake {

    static final Mistake STALE = new WrongStep(
            new MistakeText("staleWeights", "Stale weights in the forward pass",
                    "Move any weight as far as you like and watch the loss.",
                    "Cost and gradient run the network with the stored weights, not with those that the optimizer tries: every numeric gradient is 0, and the optimizer is stuck.",
                    "A published question on conjugate gradients, stuck at cost 15.4412."),
            true, false);

    static final Mistake NOT_ZEROED = new WrongStep(
            new MistakeText("notZeroed", "A gradient not zeroed",
                    "Ask for the gradient twice.",
                    "Backward adds to the gradient, and nobody clears it: the second call gives twice as much as the first, all parameters alike. What passes between the layers is right.",
                    "Everybody makes it; tadpole has the lesson polynomial-stale-gradient."),
            false, true);

    @Override
    public List<Place> places(CheckSubject subject) {
        return subject.network().parameters().isEmpty() ? List.of() : List.of(Place.STEP);
    }
}
