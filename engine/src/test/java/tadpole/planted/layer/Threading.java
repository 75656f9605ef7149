package tadpole.planted.layer;

import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Planted: threads outside of kernel, in the several ways to get some. */
public final class Threading {

    public void started() {
        Thread.ofPlatform().start(() -> {});
    }

    public CompletableFuture<Void> pooled() {
        return CompletableFuture.runAsync(() -> {});
    }

    public int streamed() {
        return IntStream.range(0, 9).parallel().sum();
    }
}
