package tadpole.app.command;

import java.io.PrintWriter;

/** A bar on one line of the terminal, drawn ten times a second at most; nothing where there is no terminal. */
final class StageBar {

    private static final long REDRAW_NANOS = 100_000_000;

    private final Terminal terminal;
    private final PrintWriter err;
    private long drawn;

    StageBar(Terminal terminal, PrintWriter err) {
        this.terminal = terminal;
        this.err = err;
    }

    /** @param begun by System.nanoTime() */
    void show(long done, long total, long begun) {
        long now = System.nanoTime();
        if (terminal.present() && now - drawn >= REDRAW_NANOS) {
            drawn = now;
            err.print("\r" + ProgressBar.line(done, total, (now - begun) / 1e9, terminal.width() - 1));
            err.flush();
        }
    }

    /** Makes the line free for words. */
    void clear() {
        if (drawn != 0) {
            err.print("\r" + " ".repeat(terminal.width() - 1) + "\r");
            err.flush();
            drawn = 0;
        }
    }
}
