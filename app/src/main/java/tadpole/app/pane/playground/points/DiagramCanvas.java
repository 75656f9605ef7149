package tadpole.app.pane.playground.points;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import tadpole.app.pane.playground.points.Columns.Bias;
import tadpole.app.pane.playground.points.Columns.Spot;
import tadpole.app.pane.playground.points.Columns.Unit;
import tadpole.app.pane.playground.points.Columns.Weight;
import tadpole.app.shell.Theme;

/** Draws a network with what it does: lines for weights, pictures for neurons. */
final class DiagramCanvas {

    private static final double FAINTEST = 0.3;
    private static final double BIAS = 3.4;
    private static final double ROOM_FOR_WORDS = 14;

    private final Canvas canvas;
    private final Theme theme;
    private final LookImages images;
    private final Lights lights;
    private Diagram diagram;

    DiagramCanvas(Canvas canvas, Theme theme, LookImages images, Lights lights) {
        this.canvas = canvas;
        this.theme = theme;
        this.images = images;
        this.lights = lights;
    }

    /**
     * @param inputs  names of what the network is given
     * @param pointed what stands out: what one points at, and the number that one sets
     */
    void draw(Diagram of, Look look, List<String> inputs, List<Spot> pointed) {
        diagram = of;
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setLineCap(StrokeLineCap.BUTT);
        weights(g, look, true);
        weights(g, look, false);
        g.setLineDashes();
        g.setGlobalAlpha(1);
        pointed.forEach(spot -> outline(g, spot, look));
        if (lights.any()) {
            diagram.weights().forEach(weight -> lights.number(weight).ifPresent(color -> outline(g, weight, look, color)));
        }
        units(g, look, inputs, pointed);
    }

    private Color signed(double value) {
        return theme.color(value < 0 ? "training" : "validation");
    }

    private void weights(GraphicsContext g, Look look, boolean negative) {
        double zoom = diagram.zoom();
        g.setStroke(signed(negative ? -1 : 1));
        if (negative) {
            g.setLineDashes(5 * zoom, 3.5 * zoom);
        } else {
            g.setLineDashes();
        }
        for (Weight weight : diagram.weights()) {
            float value = look.weights()[diagram.columns().place(weight)];
            if (value < 0 == negative) {
                g.setGlobalAlpha(FAINTEST + (1 - FAINTEST) * Math.min(1, Math.abs(value)));
                g.setLineWidth(diagram.thickness(value));
                curve(g, weight);
            }
        }
    }

    private void curve(GraphicsContext g, Weight weight) {
        double middle = diagram.middle(weight);
        g.beginPath();
        g.moveTo(diagram.fromX(weight), diagram.fromY(weight));
        g.bezierCurveTo(middle, diagram.fromY(weight), middle, diagram.toY(weight), diagram.toX(weight), diagram.toY(weight));
        g.stroke();
    }

    private void outline(GraphicsContext g, Spot spot, Look look) {
        if (spot instanceof Weight weight && diagram.columns().has(weight)) {
            outline(g, weight, look, theme.color("accent"));
        }
    }

    private void outline(GraphicsContext g, Weight weight, Look look, Color color) {
        g.setStroke(color);
        g.setLineWidth(diagram.thickness(look.weights()[diagram.columns().place(weight)]) + 2);
        curve(g, weight);
    }

    private void units(GraphicsContext g, Look look, List<String> inputs, List<Spot> pointed) {
        Image tiles = images.tiles(look);
        Columns columns = diagram.columns();
        for (int column = 0; column <= columns.last(); column++) {
            for (int i = 0; i < columns.size(column); i++) {
                Unit unit = new Unit(column, i);
                boolean stands = pointed.contains(unit);
                if (column == columns.last()) {
                    output(g, unit, stands);
                } else {
                    tile(g, unit, tiles, stands);
                }
                if (column > 0) {
                    bias(g, new Bias(column, i), look, pointed);
                }
                words(g, unit, look, inputs);
            }
        }
    }

    private void tile(GraphicsContext g, Unit unit, Image tiles, boolean stands) {
        double side = diagram.tile();
        double x = diagram.x(unit.column()) - side / 2;
        double y = diagram.y(unit) - side / 2;
        double from = diagram.columns().number(unit) * Look.TILE + 0.5;
        g.drawImage(tiles, 0.5, from, Look.TILE - 1, Look.TILE - 1, x, y, side, side);
        g.setStroke(theme.color("surface"));
        g.setLineWidth(3);
        g.strokeRoundRect(x - 0.5, y - 0.5, side + 1, side + 1, 12, 12);
        Optional<Color> lit = lights.any() ? lights.unit(unit) : Optional.empty();
        g.setStroke(lit.orElseGet(() -> theme.color(stands ? "accent" : "border")));
        g.setLineWidth(stands || lit.isPresent() ? 2.5 : 1);
        g.strokeRoundRect(x + 0.5, y + 0.5, side - 1, side - 1, 11, 11);
    }

    private void output(GraphicsContext g, Unit unit, boolean stands) {
        double radius = diagram.half(unit.column());
        double x = diagram.x(unit.column());
        double y = diagram.y(unit);
        g.setFill(theme.color(Inks.CLASSES.get(unit.index())));
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        Optional<Color> lit = lights.any() ? lights.unit(unit) : Optional.empty();
        if (stands || lit.isPresent()) {
            g.setStroke(lit.orElseGet(() -> theme.color("accent")));
            g.setLineWidth(2.5);
            g.strokeOval(x - radius - 2, y - radius - 2, 2 * radius + 4, 2 * radius + 4);
        }
        g.setFill(theme.color("surface"));
        g.setFont(Font.font("Inter SemiBold", 12 * diagram.zoom()));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(ClassMark.letter(unit.index()), x, y);
    }

    private void bias(GraphicsContext g, Bias bias, Look look, List<Spot> pointed) {
        double radius = BIAS * diagram.zoom() + (pointed.contains(bias) ? 2 : 0);
        double x = diagram.biasX(bias);
        double y = diagram.biasY(bias);
        float value = look.weights()[diagram.columns().place(bias)];
        g.setFill(value == 0 ? theme.color("muted") : signed(value));
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        Optional<Color> lit = lights.any() ? lights.number(bias) : Optional.empty();
        g.setStroke(lit.orElseGet(() -> theme.color(pointed.contains(bias) ? "accent" : "surface")));
        g.setLineWidth(1.5);
        g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private void words(GraphicsContext g, Unit unit, Look look, List<String> inputs) {
        double zoom = diagram.zoom();
        double half = diagram.half(unit.column());
        double x = diagram.x(unit.column());
        double room = diagram.columns().size(unit.column()) == 1 ? ROOM_FOR_WORDS * zoom : gap(unit) - 2 * half;
        g.setTextAlign(TextAlignment.CENTER);
        if (unit.column() == 0 && unit.index() < inputs.size()) {
            boolean above = room >= ROOM_FOR_WORDS * zoom;
            g.setTextBaseline(above ? VPos.BOTTOM : VPos.CENTER);
            g.setFont(Font.font("Inter", 11 * zoom));
            written(g, inputs.get(unit.index()), x, above ? diagram.y(unit) - half - 1 : diagram.y(unit) - (look.picked().isPresent() ? 6 * zoom : 0), !above);
        }
        if (look.picked().isPresent()) {
            boolean below = room >= ROOM_FOR_WORDS * zoom && unit.column() > 0;
            g.setTextBaseline(below ? VPos.TOP : VPos.BOTTOM);
            g.setFont(Font.font("JetBrains Mono", 10 * zoom));
            String number = unit.column() == diagram.columns().last()
                    ? String.format(Locale.ROOT, "%.1f %%", 100 * look.probabilities()[unit.index()])
                    : String.format(Locale.ROOT, "%.2f", look.passing()[diagram.columns().number(unit)]);
            written(g, number, x, diagram.y(unit) + half + (below ? 2 : -2), !below);
        }
    }

    private double gap(Unit unit) {
        return Math.abs(diagram.y(new Unit(unit.column(), unit.index() == 0 ? 1 : 0)) - diagram.y(new Unit(unit.column(), unit.index() == 0 ? 0 : 1)));
    }

    private void written(GraphicsContext g, String text, double x, double y, boolean onPicture) {
        if (onPicture) {
            g.setStroke(theme.color("surface"));
            g.setLineWidth(3);
            g.strokeText(text, x, y);
        }
        g.setFill(theme.color(onPicture ? "text" : "muted"));
        g.fillText(text, x, y);
    }
}
