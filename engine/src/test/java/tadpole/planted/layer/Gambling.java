package tadpole.planted.layer;

import java.util.Random;

/** Planted: randomness that no seed of the experiment rules. */
public final class Gambling {

    public double unseeded() {
        return new Random().nextDouble() + Math.random();
    }
}
