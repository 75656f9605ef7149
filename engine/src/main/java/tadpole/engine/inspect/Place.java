package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.layer.Network;

/**
 * Where a mistake sits, or is thought to sit.
 *
 * @param layer name of the layer; for a start the layer whose weights start wrong, empty where it is all of them; else empty
 */
public record Place(Kind kind, String layer) {

    public enum Kind {
        /** Backward of one layer. */
        LAYER,
        /** The loss and its gradient. */
        LOSS,
        /** The weights before the first step. */
        START,
        /** What runs forward, backward and update: which weights it takes, what it clears. */
        STEP,
        /** Nothing is wrong. */
        NOWHERE,
        /** The step h is too coarse or too fine to tell. */
        UNTOLD
    }

    public static final Place LOSS = new Place(Kind.LOSS, "");
    public static final Place START = new Place(Kind.START, "");
    public static final Place STEP = new Place(Kind.STEP, "");
    public static final Place NOWHERE = new Place(Kind.NOWHERE, "");

    public static final Place UNTOLD = new Place(Kind.UNTOLD, "");

    public static Place layer(String name) {
        return new Place(Kind.LAYER, name);
    }

    /** What one can guess: every layer, the loss, the start, the step, nothing. */
    public static List<Place> choices(Network network) {
        List<Place> choices = new ArrayList<>();
        network.stages().forEach(stage -> choices.add(layer(stage.name())));
        choices.addAll(List.of(LOSS, START, STEP, NOWHERE));
        return choices;
    }

    /** Whether a guess is right; of a start it need not say the layer. */
    public boolean isGuessed(Place guess) {
        return kind == guess.kind && (kind != Kind.LAYER || layer.equals(guess.layer));
    }

    /** As files name it: the layer's name, "loss", "start", "start linear1", "step", "nowhere", "untold". */
    public String key() {
        return switch (kind) {
            case LAYER -> layer;
            case START -> layer.isEmpty() ? "start" : "start " + layer;
            case LOSS -> "loss";
            case STEP -> "step";
            case NOWHERE -> "nowhere";
            case UNTOLD -> "untold";
        };
    }

    /** As sentences name it: "the backward pass of linear1". */
    public String words() {
        return switch (kind) {
            case LAYER -> "the backward pass of " + layer;
            case START -> layer.isEmpty() ? "the start weights" : "the start weights of " + layer;
            case LOSS -> "the gradient of the loss";
            case STEP -> "the step around the layers";
            case NOWHERE -> "nothing is wrong";
            case UNTOLD -> "this check cannot tell";
        };
    }
}
