package tadpole.app.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    @Test
    void whatOneTaskThrowsIsToldAndTheNextTaskRuns() throws Exception {
        for (Throwable thrown : new Throwable[] {new IllegalStateException("a mistake"), new OutOfMemoryError("a picture too large")}) {
            Background background = new Background("test");
            CompletableFuture<Throwable> told = new CompletableFuture<>();
            CompletableFuture<String> next = new CompletableFuture<>();

            background.execute(() -> Thread.currentThread().setUncaughtExceptionHandler((_, mistake) -> told.complete(mistake)));
            background.execute(() -> fail(thrown));
            background.execute(() -> next.complete("ran"));

            assertEquals(thrown, told.get(20, TimeUnit.SECONDS));
            assertEquals("ran", next.get(20, TimeUnit.SECONDS));
        }
    }

    private static void fail(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }
}
