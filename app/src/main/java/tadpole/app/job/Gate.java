package tadpole.app.job;

import java.util.function.Consumer;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;

/** What a job's loop comes by once a step: open, closed (paused), opened for some steps, or shut for good (stopped). */
final class Gate implements JobControl {

    private final Consumer<Progress> progress;
    private boolean paused;
    private volatile boolean stopped;
    private boolean withinStep;
    private long steps;

    Gate(Consumer<Progress> progress) {
        this.progress = progress;
    }

    @Override
    public synchronized boolean proceed() {
        withinStep = false;
        while (paused && steps == 0 && !stopped) {
            await();
        }
        if (steps > 0) {
            steps--;
            withinStep = true;
        }
        return !stopped;
    }

    @Override
    public synchronized boolean proceedWithin() {
        while (paused && !withinStep && steps == 0 && !stopped) {
            await();
        }
        return !stopped;
    }

    @Override
    public boolean isStopped() {
        return stopped;
    }

    private void await() {
        try {
            wait();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    @Override
    public void report(Progress now) {
        progress.accept(now);
    }

    synchronized void pause() {
        paused = true;
        steps = 0;
    }

    synchronized void resume() {
        paused = false;
        steps = 0;
        notifyAll();
    }

    /** Lets a paused job make one more step. */
    synchronized void step() {
        paused = true;
        steps++;
        notifyAll();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
