package tadpole.planted.training;

import tadpole.planted.twin.Slow;

/** Planted: something fast uses a twin. */
public final class UsingTheYardstick {

    public final Slow slow = new Slow();
}
