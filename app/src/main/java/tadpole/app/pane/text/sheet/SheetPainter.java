package tadpole.app.pane.text.sheet;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import tadpole.app.shell.Theme;
import tadpole.engine.language.Piece;

/** Paints the lines of a text that are seen: colors under the tokens, what is chosen, the letters, frames, the caret. */
final class SheetPainter {

    private static final double CARET = 2;
    private static final double ROUND = 6;

    private final Theme theme;
    private final TextLayout layout;
    private final Paper paper;
    private final Tokens tokens;
    private SheetFrame frame;
    private SheetLook look;
    private GraphicsContext g;

    SheetPainter(Theme theme, TextLayout layout, Paper paper, Tokens tokens) {
        this.theme = theme;
        this.layout = layout;
        this.paper = paper;
        this.tokens = tokens;
    }

    void paint(GraphicsContext on, SheetFrame within, SheetLook wanted, Font font, boolean caret) {
        g = on;
        frame = within;
        look = wanted;
        g.clearRect(0, 0, g.getCanvas().getWidth(), g.getCanvas().getHeight());
        g.setFont(font);
        g.setTextBaseline(VPos.CENTER);
        int last = Math.min(layout.lines() - 1, frame.line(g.getCanvas().getHeight()));
        for (int line = Math.max(0, frame.line(0)); line <= last; line++) {
            tints(line);
            choice(line);
            letters(line);
            frames(line);
        }
        if (caret) {
            int line = layout.line(paper.caret());
            g.setFill(theme.color("accent"));
            g.fillRect(frame.left() + layout.x(line, paper.caret()) - CARET / 2, boxTop(line), CARET, boxHeight());
        }
    }

    private double boxTop(int line) {
        return frame.top(line) + 0.14 * frame.lineHeight();
    }

    private double boxHeight() {
        return 0.72 * frame.lineHeight();
    }

    private void tints(int line) {
        int end = layout.end(line, true);
        for (int i = tokens.at(layout.start(line)); i < tokens.count() && tokens.piece(i).from() < end; i++) {
            Piece piece = tokens.piece(i);
            look.tint().apply(i).ifPresent(color -> {
                g.setFill(color);
                double[] box = box(line, piece, end);
                g.fillRect(box[0], boxTop(line), box[1], boxHeight());
            });
            Double attention = look.glowing().get(i);
            if (attention != null) {
                double[] box = box(line, piece, end);
                g.setFill(theme.color("hue-3").deriveColor(0, 1, 1, 0.12 + 0.5 * attention));
                g.fillRoundRect(box[0] - 1, boxTop(line) - 1, box[1] + 2, boxHeight() + 2, ROUND, ROUND);
            }
        }
    }

    private double[] box(int line, Piece piece, int end) {
        double left = layout.x(line, Math.max(piece.from(), layout.start(line)));
        double right = layout.x(line, Math.min(piece.to(), end));
        return new double[] {frame.left() + left, right - left};
    }

    private void choice(int line) {
        int from = Math.max(paper.from(), layout.start(line));
        int to = Math.min(paper.to(), layout.end(line, false));
        if (from < to) {
            g.setFill(theme.color("accent").deriveColor(0, 1, 1, 0.28));
            double left = layout.x(line, from);
            // A chosen line end is seen as a little room behind the line.
            double more = to > layout.end(line, true) ? 6 : 0;
            g.fillRect(frame.left() + left, frame.top(line), layout.x(line, to) - left + more, frame.lineHeight());
        }
    }

    private void letters(int line) {
        String text = layout.text();
        int end = layout.end(line, true);
        Color ink = theme.color("text");
        double middle = frame.top(line) + frame.lineHeight() / 2;
        double x = frame.left();
        int freshFrom = look.fresh() >= 0 && look.fresh() < tokens.count() ? tokens.piece(look.fresh()).from() : Integer.MAX_VALUE;
        int freshTo = freshFrom == Integer.MAX_VALUE ? 0 : tokens.piece(look.fresh()).to();
        for (int at = layout.start(line); at < end;) {
            int stop = wordEnd(text, at, end, freshFrom, freshTo);
            boolean fresh = at >= freshFrom && at < freshTo;
            double wide = layout.x(line, stop) - layout.x(line, at);
            g.setFill(fresh ? theme.color("accent") : ink);
            g.fillText(text.substring(at, stop), x, middle);
            if (fresh && !text.substring(at, stop).isBlank()) {
                g.fillRect(x, boxTop(line) + boxHeight(), wide, CARET);
            }
            x += wide;
            at = stop;
        }
    }

    /** With the spaces behind it: word by word, rounded widths of letters do not add up over the line. */
    private static int wordEnd(String text, int at, int end, int... cuts) {
        int i = at;
        while (i < end && !Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        while (i < end && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        for (int cut : cuts) {
            i = cut > at && cut < i ? cut : i;
        }
        return i;
    }

    private void frames(int line) {
        int end = layout.end(line, true);
        look.glowing().forEach((index, _) -> frame(line, index, end, theme.color("hue-3"), 1.5));
        if (look.framed() >= 0) {
            frame(line, look.framed(), end, theme.color("accent"), 2);
        }
    }

    private void frame(int line, int index, int end, Color color, double width) {
        if (index < 0 || index >= tokens.count()) {
            return;
        }
        Piece piece = tokens.piece(index);
        if (piece.from() < end && piece.to() > layout.start(line)) {
            double[] box = box(line, piece, end);
            g.setStroke(color);
            g.setLineWidth(width);
            g.strokeRoundRect(box[0] - 1, boxTop(line) - 1, Math.max(3, box[1] + 2), boxHeight() + 2, ROUND, ROUND);
        }
    }
}
