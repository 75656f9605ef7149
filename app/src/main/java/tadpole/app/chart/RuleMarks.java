package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tadpole.engine.training.Suggestion;
import tadpole.engine.training.Suggestion.Minimum;
import tadpole.engine.training.Suggestion.Slide;
import tadpole.engine.training.Suggestion.Steepest;
import tadpole.engine.training.Suggestion.Valley;

/** What each rule looked at, drawn on the curve, and its name and rate beside it. */
final class RuleMarks {

    private static final BasicStroke THIN = new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke LEADER = new BasicStroke(0.8f);
    private static final double DOT = 4.2;
    private static final double PILL_HEIGHT = 20;
    private static final double PILL_STEP = 27;
    private static final double GAP = 10;
    private static final double TANGENT_DECADES = 0.7;
    private static final double THIRD_TICK = 7;

    private record Label(Suggestion suggestion, Color color, double x, double y) {}

    private final ChartColors colors;
    private final ChartFonts fonts;

    RuleMarks(ChartColors colors, ChartFonts fonts) {
        this.colors = colors;
        this.fonts = fonts;
    }

    void draw(Graphics2D g, List<Suggestion> suggestions, SweepCurve curve, SweepChart.Place place) {
        if (suggestions.isEmpty()) {
            return;
        }
        Shape clip = g.getClip();
        g.clip(place.area());
        List<Label> labels = new ArrayList<>();
        for (Suggestion suggestion : suggestions) {
            Color color = color(suggestion);
            g.setColor(color);
            g.setStroke(THIN);
            switch (suggestion) {
                case Steepest steepest -> tangent(g, steepest, place);
                case Valley valley -> thirds(g, valley, curve, place);
                case Minimum minimum -> tenth(g, minimum, place);
                case Slide slide -> interval(g, slide, place);
            }
            labels.add(new Label(suggestion, color, place.x(suggestion.rate()), place.y(curve.lossAt(suggestion.rate()))));
        }
        labels.forEach(each -> {
            g.setColor(each.color());
            SweepChart.circle(g, each.x(), each.y(), DOT, true);
        });
        g.setClip(clip);
        pills(g, labels, curve, place);
    }

    /** The same everywhere: hue 1 to 4 in the order of the rules. */
    private Color color(Suggestion suggestion) {
        return colors.hues().get(switch (suggestion) {
            case Steepest _ -> 0;
            case Valley _ -> 1;
            case Minimum _ -> 2;
            case Slide _ -> 3;
        });
    }

    private static void tangent(Graphics2D g, Steepest at, SweepChart.Place place) {
        double reach = Math.pow(10, TANGENT_DECADES);
        double rise = at.slope() * TANGENT_DECADES;
        g.draw(new Line2D.Double(place.x(at.rate() / reach), place.y(at.loss() - rise), place.x(at.rate() * reach), place.y(at.loss() + rise)));
    }

    /** Where the longest fall begins and ends, and the two places that part it in three. */
    private static void thirds(Graphics2D g, Valley valley, SweepCurve curve, SweepChart.Place place) {
        for (double rate : new double[] {valley.from(), valley.firstThird(), valley.secondThird(), valley.to()}) {
            double x = place.x(rate);
            double y = place.y(curve.lossAt(rate));
            g.draw(new Line2D.Double(x, y - THIRD_TICK, x, y + THIRD_TICK));
        }
    }

    /** A circle at the least loss, and under it the way of one power of ten to the left. */
    private void tenth(Graphics2D g, Minimum minimum, SweepChart.Place place) {
        double right = place.x(minimum.lowest());
        double left = place.x(minimum.rate());
        double y = place.y(minimum.loss());
        SweepChart.circle(g, right, y, 5, false);
        double under = Math.min(y + 24, place.area().getMaxY() - 6);
        g.draw(new Line2D.Double(left, under, right, under));
        g.draw(new Line2D.Double(right, under, right, y + 8));
        g.draw(new Line2D.Double(left, under, left, under - 10));
        String tenth = "÷ 10";
        double width = fonts.small().getStringBounds(tenth, g.getFontRenderContext()).getWidth();
        boolean below = under + 18 < place.area().getMaxY();
        g.setFont(fonts.small());
        g.drawString(tenth, (float) (right - width), (float) (below ? under + 15 : under - 5));
    }

    /** The chord of the interval where it came to rest. */
    private static void interval(Graphics2D g, Slide slide, SweepChart.Place place) {
        double left = place.x(slide.rate());
        double right = place.x(slide.right());
        double y = place.y(slide.loss());
        double end = place.y(slide.rightLoss());
        g.draw(new Line2D.Double(left, y, right, end));
        g.draw(new Line2D.Double(left, y - 9, left, y + 9));
        g.draw(new Line2D.Double(right, end - 9, right, end + 9));
    }

    /** In a column at the left under the curve, each with a thin line to its point. */
    private void pills(Graphics2D g, List<Label> labels, SweepCurve curve, SweepChart.Place place) {
        List<Label> sorted = labels.stream().sorted(Comparator.comparingDouble(Label::y).thenComparingDouble(Label::x)).toList();
        double right = sorted.stream().mapToDouble(Label::x).min().orElse(0) - 34;
        double widest = labels.stream().mapToDouble(each -> width(g, each)).max().orElse(0);
        double left = Math.max(place.area().getX() + 4, right - widest);
        double most = place.area().getMaxY() - PILL_STEP;
        double y = Math.min(lowest(curve, left, Math.max(right, left + widest), place) + GAP, most - (sorted.size() - 1) * PILL_STEP);
        for (Label label : sorted) {
            y = Math.max(y, Math.min(label.y() - PILL_HEIGHT, most));
            pill(g, label, right, y, place.area());
            y += PILL_STEP;
        }
    }

    /** How far down the curve comes between two places. */
    private static double lowest(SweepCurve curve, double left, double right, SweepChart.Place place) {
        return curve.steps().stream().filter(each -> place.x(each.rate()) >= left && place.x(each.rate()) <= right)
                .mapToDouble(each -> place.y(each.smoothed())).max().orElse(place.area().getY());
    }

    private double width(Graphics2D g, Label label) {
        return fonts.small().getStringBounds(label.suggestion().name(), g.getFontRenderContext()).getWidth()
                + fonts.figures().getStringBounds(Digits.two(label.suggestion().rate()), g.getFontRenderContext()).getWidth() + 32;
    }

    private void pill(Graphics2D g, Label label, double right, double y, Rectangle2D area) {
        String rate = Digits.two(label.suggestion().rate());
        String name = label.suggestion().name();
        double nameWidth = fonts.small().getStringBounds(name, g.getFontRenderContext()).getWidth();
        double width = width(g, label);
        double x = Math.max(area.getX() + 4, right - width);
        g.setColor(label.color());
        g.setStroke(LEADER);
        Shape clip = g.getClip();
        g.clip(area);
        g.draw(new Line2D.Double(x + width, y + PILL_HEIGHT / 2, label.x(), label.y()));
        g.setClip(clip);
        RoundRectangle2D box = new RoundRectangle2D.Double(x, y, width, PILL_HEIGHT, PILL_HEIGHT, PILL_HEIGHT);
        g.setColor(colors.surface());
        g.fill(box);
        g.setColor(label.color());
        g.setStroke(THIN);
        g.draw(box);
        g.setColor(colors.text());
        g.setFont(fonts.small());
        g.drawString(name, (float) (x + 10), (float) (y + 14));
        g.setFont(fonts.figures());
        g.drawString(rate, (float) (x + 22 + nameWidth), (float) (y + 14));
    }
}
