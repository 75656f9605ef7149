package tadpole.engine.picture.insight;

import java.util.Optional;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.feature.FeatureReach;
import tadpole.engine.picture.harmonize.Matches;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Which patch of the painting each place of the object took.
 *
 * @param maps    of the part of the picture that is worked on and of the painting, at the layer
 * @param matched the most similar ones
 * @param refined after they were made to agree with their neighbors
 * @param reach   what a place of the layer sees
 * @param crop    which part of the scene, at the work's size, is worked on
 * @param scale   the work's pixels for one of the scene's
 */
public record Patches(InsightQuestion question, LayerMaps maps, Matches matched, Matches refined, FeatureReach reach, Box crop, double scale)
        implements Insight {

    /** A rectangle in the scene's pixels. */
    public record Area(double x, double y, double width, double height) {

        public double centerX() {
            return x + width / 2;
        }

        public double centerY() {
            return y + height / 2;
        }
    }

    /** A place of the picture's maps. */
    public record Place(int y, int x) {}

    /** The place that a pixel of the scene belongs to, where it was matched. */
    public Optional<Place> placeAt(int sceneY, int sceneX) {
        int y = reach.place((sceneY + 0.5) * scale - 0.5 - crop.y());
        int x = reach.place((sceneX + 0.5) * scale - 0.5 - crop.x());
        return matched.has(y, x) ? Optional.of(new Place(y, x)) : Optional.empty();
    }

    /** The pixels that the 3x3 places around a place stand for. */
    public Area patch(Place at) {
        return area(at.y() , at.x(), crop.y(), crop.x(), 1.5 * reach.step());
    }

    /** All pixels that the patch depends on. */
    public Area seen(Place at) {
        return area(at.y(), at.x(), crop.y(), crop.x(), reach.radius() + reach.step() + 0.5);
    }

    /** The pixels of the patch in the painting that a place took. */
    public Area taken(Matches by, Place at) {
        return area(by.row(at.y(), at.x()), by.column(at.y(), at.x()), 0, 0, 1.5 * reach.step());
    }

    /** All pixels that the taken patch depends on. */
    public Area takenSeen(Matches by, Place at) {
        return area(by.row(at.y(), at.x()), by.column(at.y(), at.x()), 0, 0, reach.radius() + reach.step() + 0.5);
    }

    private Area area(int y, int x, int top, int left, double half) {
        double centerY = top + reach.center(y) + 0.5;
        double centerX = left + reach.center(x) + 0.5;
        return new Area((centerX - half) / scale, (centerY - half) / scale, 2 * half / scale, 2 * half / scale);
    }

    /** Mean of the cosines between the places of two patches, of those that both have; -1 to 1. */
    public double cosine(Matches by, Place at) {
        int v = by.row(at.y(), at.x());
        int u = by.column(at.y(), at.x());
        double sum = 0;
        int count = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if (isInside(maps.current(), at.y() + dy, at.x() + dx) && isInside(maps.painting(), v + dy, u + dx)) {
                    sum += cosine(at.y() + dy, at.x() + dx, v + dy, u + dx);
                    count++;
                }
            }
        }
        return sum / count;
    }

    private double cosine(int y, int x, int v, int u) {
        double product = 0;
        double one = 0;
        double other = 0;
        for (int channel = 0; channel < maps.channels(); channel++) {
            double a = at(maps.current(), channel, y, x);
            double b = at(maps.painting(), channel, v, u);
            product += a * b;
            one += a * a;
            other += b * b;
        }
        return one > 0 && other > 0 ? product / Math.sqrt(one * other) : 0;
    }

    private static double at(Tensor maps, int channel, int y, int x) {
        return maps.data()[(channel * maps.shape().at(1) + y) * maps.shape().at(2) + x];
    }

    private static boolean isInside(Tensor maps, int y, int x) {
        return y >= 0 && y < maps.shape().at(1) && x >= 0 && x < maps.shape().at(2);
    }

    /** How often each place of the painting was taken, [1,the painting's maps' size]. */
    public Tensor uses(Matches by) {
        Tensor uses = Tensor.zeros(Shape.of(1, by.paintingHeight(), by.paintingWidth()));
        for (int place : by.places()) {
            if (place != Matches.NONE) {
                uses.data()[place]++;
            }
        }
        return uses;
    }

    /** How many different places of the painting were taken. */
    public int different(Matches by) {
        int different = 0;
        for (float count : uses(by).data()) {
            different += count > 0 ? 1 : 0;
        }
        return different;
    }
}
