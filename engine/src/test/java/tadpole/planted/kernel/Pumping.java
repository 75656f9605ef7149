package tadpole.planted.kernel;

/** Allowed: kernel makes threads. */
public final class Pumping {

    public void start() {
        Thread.ofPlatform().daemon().start(() -> {});
    }
}
