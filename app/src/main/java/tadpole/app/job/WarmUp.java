package tadpole.app.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;

/** Work that makes later work quick and that nobody waits for: one at a time, on a thread of its own, ended at any moment. */
final class WarmUp {

    /** So long nothing new may come before it begins: who still types should not set off one a key. */
    private static final long QUIET_MILLIS = 200;

    private final Background thread = new Background("warm-up");
    private Turn now = new Turn();
    private boolean begun;

    /** Ends the one that runs. */
    void begin(Job<?> job) {
        end();
        Turn mine = new Turn();
        now = mine;
        begun = true;
        thread.execute(() -> mine.run(job));
    }

    void beginFirst(Job<?> job) {
        if (!begun) {
            begin(job);
        }
    }

    void end() {
        now.ended.countDown();
    }

    private static final class Turn implements JobControl {

        private final CountDownLatch ended = new CountDownLatch(1);

        private void run(Job<?> job) {
            try {
                if (!ended.await(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
                    // What came of it tells nobody anything: the real work says what is wrong.
                    job.run(this);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public boolean proceed() {
            return !isStopped();
        }

        @Override
        public boolean isStopped() {
            return ended.getCount() == 0;
        }

        @Override
        public void report(Progress progress) {}
    }
}
