package tadpole.app.job;

import tadpole.engine.job.Progress;

/** How long a job will still take, from how far it came in how much time; pauses do not count. */
final class Remaining {

    private static final double LEAST_SECONDS = 0.5;

    private long begun = System.nanoTime();
    private long paused;
    private long done;

    void reached(Progress progress) {
        done = progress.done();
    }

    void pause() {
        paused = System.nanoTime();
    }

    void resume() {
        begun += System.nanoTime() - paused;
    }

    String text(Progress progress) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (!progress.isKnown() || done == 0 || seconds < LEAST_SECONDS) {
            return "";
        }
        return clock(seconds * (progress.total() - done) / done) + " left";
    }

    /** Durations as people read them: 0:07, 1:12, 2:05:40. */
    static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60)
                : "%d:%02d".formatted(whole / 60, whole % 60);
    }
}
