package tadpole.app.job;

import java.util.function.LongSupplier;
import tadpole.engine.job.Progress;

/** How long a job will still take, from how far it came in how much time; pauses do not count. */
final class Remaining {

    private static final double LEAST_SECONDS = 0.5;

    private final LongSupplier nanos;
    private long begun;
    private long paused;
    private long done;
    private long before;
    private boolean unknown;

    Remaining(LongSupplier nanos) {
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    void reached(Progress progress) {
        if (!progress.isKnown()) {
            unknown = true;
        } else if (unknown) {
            unknown = false;
            begun = nanos.getAsLong();
            before = progress.done();
        }
        done = progress.done();
    }

    void pause() {
        paused = nanos.getAsLong();
    }

    void resume() {
        begun += nanos.getAsLong() - paused;
    }

    /** Such as "1:12 left", counted from the first report whose total is known; empty where it cannot be said yet. */
    String text(Progress progress) {
        double seconds = (nanos.getAsLong() - begun) / 1e9;
        if (!progress.isKnown() || done <= before || seconds < LEAST_SECONDS) {
            return "";
        }
        return TimeText.of(seconds * (progress.total() - done) / (done - before)) + " left";
    }
}
