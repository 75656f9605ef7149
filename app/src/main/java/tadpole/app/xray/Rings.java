package tadpole.app.xray;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws what is lit over a grid of numbers. */
final class Rings {

    private final GraphicsContext g;
    private final Cells shown;
    private final Blocks blocks;
    private final Ink ink;

    Rings(GraphicsContext g, Cells shown, Blocks blocks, Ink ink) {
        this.g = g;
        this.shown = shown;
        this.blocks = blocks;
        this.ink = ink;
    }

    /** Around regions of one mark rather than each cell: a layer's thousand inputs stay readable. The explained number comes last. */
    void draw(Lit lit) {
        Mark[] marks = new Mark[shown.values().length];
        int self = -1;
        for (int i = 0; i < marks.length; i++) {
            marks[i] = shown.address().apply(i).flatMap(lit::at).orElse(null);
            self = marks[i] == Mark.SELF ? i : self;
        }
        for (boolean halo : new boolean[] {true, false}) {
            for (int i = 0; i < marks.length; i++) {
                if (marks[i] != null && marks[i] != Mark.SELF) {
                    outline(marks, i, halo);
                }
            }
        }
        if (self >= 0) {
            ring(self, ink.surface(), 4.5);
            ring(self, ink.of(Mark.SELF), 2.5);
        }
    }

    /** The sides of a cell beyond which another mark begins; under the line a wider one that parts it from the cells' colors. */
    private void outline(Mark[] marks, int index, boolean halo) {
        if (blocks.block() > 1) {
            return;
        }
        double side = blocks.pixels();
        double left = index % shown.columns() * side;
        double top = index / shown.columns() * side;
        g.setStroke(halo ? ink.surface() : ink.of(marks[index]));
        g.setLineWidth(halo ? Math.min(4, side) : Math.min(2, Math.max(1, side / 2)));
        double in = 1;
        if (index % shown.columns() == 0 || marks[index - 1] != marks[index]) {
            g.strokeLine(left + in, top, left + in, top + side);
        }
        if (shown.isLastInRow(index) || marks[index + 1] != marks[index]) {
            g.strokeLine(left + side - in, top, left + side - in, top + side);
        }
        if (index < shown.columns() || marks[index - shown.columns()] != marks[index]) {
            g.strokeLine(left, top + in, left + side, top + in);
        }
        if (shown.isInLastRow(index) || marks[index + shown.columns()] != marks[index]) {
            g.strokeLine(left, top + side - in, left + side, top + side - in);
        }
    }

    void ring(int index, Color color, double wide) {
        double side = Math.max(blocks.pixels(), 4);
        double x = Math.clamp(blocks.column(shown, index) * (double) blocks.pixels(), 0, Math.max(0, blocks.width() - side));
        double y = Math.clamp(blocks.row(shown, index) * (double) blocks.pixels(), 0, Math.max(0, blocks.height() - side));
        double line = Math.min(wide, side / 3);
        g.setStroke(color);
        g.setLineWidth(line);
        g.strokeRect(x + line / 2, y + line / 2, side - line, side - line);
    }
}
