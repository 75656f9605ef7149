package tadpole.app.pane.playground.points;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import tadpole.app.job.UiFeed;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Parameter;

/**
 * Turns weights into looks beside the JavaFX thread: two looks in turns, at most one of them on its way, however fast the weights
 * come. While one is computed or waits to be shown, only the newest weights are kept.
 */
final class Lookout {

    /** More looks than this no screen shows. */
    private static final long APART_NANOS = 15_000_000;

    private final Executor background;
    private final UiFeed<Look> feed;
    private final Function<Look, Look> shown;
    private final float[] latest = new float[new Look().weights().length];
    private Look free = new Look();
    private Probe probe;
    private Look.Question question;
    private long step;
    private boolean busy;
    private boolean asked;
    private long begun;

    /**
     * @param background where looks are computed
     * @param ui         where they are shown
     * @param shown      takes a new look and gives the one back that it no longer shows
     */
    Lookout(Executor background, Executor ui, Look.Question question, Function<Look, Look> shown) {
        this.background = background;
        this.shown = shown;
        this.question = question;
        this.feed = new UiFeed<>(ui, this::show);
    }

    /** Begins with another network. */
    synchronized void watch(Probe other, List<Parameter> parameters) {
        probe = other;
        copy(parameters);
        step = 0;
        ask();
    }

    synchronized void ask(Look.Question other) {
        question = other;
        ask();
    }

    /** Looks at weights that somebody set by hand. @param change made on all weights, in order */
    synchronized void change(Consumer<float[]> change) {
        change.accept(latest);
        ask();
    }

    /** A copy of the newest, so many of them. */
    synchronized float[] weights(int count) {
        return Arrays.copyOf(latest, count);
    }

    /** On the training thread; returns at once. @param sure whether it may be the last for long */
    synchronized void offer(Probe of, Network network, long after, boolean sure) {
        if (of != probe) {
            return;
        }
        copy(network.parameters());
        step = after;
        if (sure || System.nanoTime() - begun >= APART_NANOS) {
            ask();
        }
    }

    private void copy(List<Parameter> parameters) {
        int from = 0;
        for (Parameter parameter : parameters) {
            System.arraycopy(parameter.value().data(), 0, latest, from, parameter.size());
            from += parameter.size();
        }
    }

    private void ask() {
        asked = true;
        if (!busy && probe != null) {
            busy = true;
            background.execute(this::look);
        }
    }

    private void look() {
        Look into;
        Probe with;
        Look.Question now;
        long after;
        synchronized (this) {
            asked = false;
            begun = System.nanoTime();
            into = free;
            with = probe;
            now = question;
            after = step;
            System.arraycopy(latest, 0, into.weights(), 0, latest.length);
        }
        with.look(into, after, now);
        feed.accept(into);
    }

    private void show(List<Look> looks) {
        Look back = shown.apply(looks.getLast());
        synchronized (this) {
            free = back;
            busy = false;
            if (asked) {
                ask();
            }
        }
    }
}
