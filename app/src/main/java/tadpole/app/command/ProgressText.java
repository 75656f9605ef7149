package tadpole.app.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import tadpole.app.chart.Digits;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingEvent.Stepped;

/** One line an epoch, and on a terminal a bar below them that shows how far the run is and how long it will take. */
final class ProgressText implements Consumer<TrainingEvent>, AutoCloseable {

    private static final long REDRAW_NANOS = 100_000_000;

    private final Terminal terminal;
    private final PrintWriter err;
    private final long steps;
    private final int epochs;
    private final long begun = System.nanoTime();
    private long drawn;
    private boolean showsBar;

    private ProgressText(Terminal terminal, PrintWriter err, long steps, int epochs) {
        this.terminal = terminal;
        this.err = err;
        this.steps = steps;
        this.epochs = epochs;
    }

    static ProgressText on(Terminal terminal, PrintWriter err, Trainer trainer) {
        return new ProgressText(terminal, err, trainer.plannedSteps(), trainer.experiment().training().epochs());
    }

    @Override
    public void accept(TrainingEvent event) {
        switch (event) {
            case Stepped now when terminal.present() -> draw(now);
            case EpochEnded now -> {
                clear();
                err.println(line(now));
                err.flush();
            }
            default -> {}
        }
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        clear();
        err.flush();
    }

    private void draw(Stepped now) {
        long time = System.nanoTime();
        if (showsBar && time - drawn < REDRAW_NANOS) {
            return;
        }
        drawn = time;
        double seconds = (time - begun) / 1e9;
        String line = ProgressBar.line(now.step(), steps, seconds, terminal.width() - 1);
        err.print("\r" + line);
        err.flush();
        showsBar = true;
    }

    private void clear() {
        if (showsBar) {
            err.print("\r" + " ".repeat(terminal.width() - 1) + "\r");
            showsBar = false;
        }
    }

    private String line(EpochEnded now) {
        int digits = Integer.toString(epochs).length();
        String epoch = String.format(Locale.ROOT, "epoch %" + digits + "d of %d", now.epoch(), epochs);
        String heldOut = now.heldOut()
                .map(other -> "   " + other.name() + " " + figures(other.evaluation()))
                .orElse("");
        return "%s   training %s%s   %s".formatted(epoch, figures(now.train()), heldOut, ProgressBar.clock(now.seconds()));
    }

    private static String figures(Evaluation figures) {
        if (!figures.hasAccuracy()) {
            return "loss " + Digits.loss(figures.loss());
        }
        return String.format(Locale.ROOT, "loss %s accuracy %.2f %%", Digits.loss(figures.loss()), 100 * figures.accuracy());
    }
}
