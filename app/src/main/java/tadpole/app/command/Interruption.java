package tadpole.app.command;

import java.util.concurrent.CountDownLatch;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;

/** Lets Ctrl+C stop a job in order: the process ends only once the job has given what it has. */
final class Interruption implements JobControl, AutoCloseable {

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "interruption");
    private volatile boolean stopped;

    private Interruption() {}

    /** @param watching false leaves the process alone: nothing ever stops the job */
    static Interruption watch(boolean watching) {
        Interruption interruption = new Interruption();
        if (watching) {
            Runtime.getRuntime().addShutdownHook(interruption.hook);
        }
        return interruption;
    }

    @Override
    public boolean proceed() {
        return !stopped;
    }

    @Override
    public boolean isStopped() {
        return stopped;
    }

    @Override
    public void report(Progress progress) {}

    @Override
    public void close() {
        done.countDown();
        if (!stopped) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyEnding) {
                stopped = true;
            }
        }
    }

    private void interrupted() {
        stopped = true;
        try {
            done.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
