package tadpole.app.pane.studio.inside;

import java.awt.Color;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.chart.Viridis;
import tadpole.engine.picture.harmonize.Matches;
import tadpole.engine.picture.insight.Patches;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Which place of the object one points at or keeps, and what is shown of its matches. */
final class PatchesModel {

    /** What lies under the arrows. */
    enum Ground { PICTURE, OFFSETS, USES }

    private static final double FULL = 255;
    private static final float QUIET = 0.35f;
    private static final float[][] CIRCLE = {{230, 90, 70}, {225, 190, 60}, {80, 190, 90}, {70, 190, 205}, {80, 110, 220}, {200, 90, 190}};

    private final ReadOnlyObjectWrapper<Optional<Patches>> patches = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Patches.Place>> place = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Ground> ground = new SimpleObjectProperty<>(Ground.PICTURE);
    private final BooleanProperty before = new SimpleBooleanProperty(true);
    private final BooleanProperty after = new SimpleBooleanProperty(true);
    private boolean kept;

    ReadOnlyObjectProperty<Optional<Patches>> patchesProperty() {
        return patches.getReadOnlyProperty();
    }

    /** Of the picture's maps. */
    ReadOnlyObjectProperty<Optional<Patches.Place>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    ObjectProperty<Ground> groundProperty() {
        return ground;
    }

    BooleanProperty beforeProperty() {
        return before;
    }

    BooleanProperty afterProperty() {
        return after;
    }

    /** Whether the place stays though the mouse moves on. */
    boolean isKept() {
        return kept;
    }

    /** The same place of a picture that went on; another layer begins at the object's middle. */
    void show(Patches now) {
        boolean same = patches.get().filter(old -> old.question().isSameBut(now.question())).isPresent();
        patches.set(Optional.of(now));
        if (!same) {
            kept = false;
            place.set(middle(now));
        }
    }

    private static Optional<Patches.Place> middle(Patches of) {
        Matches by = of.matched();
        double sumY = 0;
        double sumX = 0;
        for (int i = 0; i < by.places().length; i++) {
            if (by.places()[i] != Matches.NONE) {
                sumY += i / by.width();
                sumX += i % by.width();
            }
        }
        int y = (int) Math.round(sumY / Math.max(1, by.count()));
        int x = (int) Math.round(sumX / Math.max(1, by.count()));
        return by.has(y, x) ? Optional.of(new Patches.Place(y, x)) : Optional.empty();
    }

    /** The mouse is over a pixel of the scene. */
    void hover(int y, int x) {
        if (!kept) {
            patches.get().flatMap(now -> now.placeAt(y, x)).ifPresent(at -> place.set(Optional.of(at)));
        }
    }

    /** Keeps the place of a pixel; the kept one again, or a pixel without a match, lets it go. */
    void click(int y, int x) {
        Optional<Patches.Place> at = patches.get().flatMap(now -> now.placeAt(y, x));
        kept = at.isPresent() && !(kept && at.equals(place.get()));
        at.ifPresent(there -> place.set(Optional.of(there)));
    }

    void release() {
        kept = false;
    }

    /** Of the place and what it took; empty where it took nothing. */
    Optional<Double> cosine(boolean refined) {
        return patches.get().flatMap(now -> place.get().map(at -> now.cosine(refined ? now.refined() : now.matched(), at)));
    }

    String counts() {
        return patches.get().map(now -> "%d places took %d different patches; after refinement %d".formatted(now.matched().count(),
                now.different(now.matched()), now.different(now.refined()))).orElse("");
    }

    /** The scene in colors, [3,height,width], 0..255: as it is, or each matched place by its offset, or the painting by how often it was taken. */
    Tensor shown(Patches now) {
        Tensor picture = now.question().subject().current().values();
        return switch (ground.get()) {
            case PICTURE -> picture;
            case OFFSETS -> offsets(now, picture);
            case USES -> uses(now, now.question().subject().scene().painting().values());
        };
    }

    private Matches chosen(Patches now) {
        return after.get() ? now.refined() : now.matched();
    }

    private Tensor offsets(Patches now, Tensor picture) {
        Matches by = chosen(now);
        int height = picture.shape().at(1);
        int width = picture.shape().at(2);
        Tensor colors = quiet(picture);
        double longest = Math.hypot(by.paintingHeight(), by.paintingWidth()) / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Optional<Patches.Place> at = now.placeAt(y, x);
                if (at.isPresent()) {
                    int step = now.reach().step();
                    double down = by.row(at.get().y(), at.get().x()) - (at.get().y() + (double) now.crop().y() / step);
                    double right = by.column(at.get().y(), at.get().x()) - (at.get().x() + (double) now.crop().x() / step);
                    put(colors, y * width + x, direction(down, right, Math.min(1, Math.hypot(down, right) / longest)));
                }
            }
        }
        return colors;
    }

    /** Direction as color, length as its strength: no offset is white. */
    static float[] direction(double down, double right, double strength) {
        double turn = (Math.atan2(down, right) / (2 * Math.PI) + 1) % 1 * CIRCLE.length;
        float[] one = CIRCLE[(int) turn % CIRCLE.length];
        float[] other = CIRCLE[((int) turn + 1) % CIRCLE.length];
        float[] color = new float[3];
        for (int c = 0; c < 3; c++) {
            double full = one[c] + (other[c] - one[c]) * (turn - (int) turn);
            color[c] = (float) (FULL + (full - FULL) * Math.sqrt(strength));
        }
        return color;
    }

    private Tensor uses(Patches now, Tensor painting) {
        Tensor uses = now.uses(chosen(now));
        int height = painting.shape().at(1);
        int width = painting.shape().at(2);
        float most = 1;
        for (float count : uses.data()) {
            most = Math.max(most, count);
        }
        Tensor colors = quiet(painting);
        int rows = uses.shape().at(1);
        int columns = uses.shape().at(2);
        for (int y = 0; y < height; y++) {
            int row = Math.clamp(now.reach().place((y + 0.5) * now.scale() - 0.5), 0, rows - 1);
            for (int x = 0; x < width; x++) {
                int column = Math.clamp(now.reach().place((x + 0.5) * now.scale() - 0.5), 0, columns - 1);
                float count = uses.data()[row * columns + column];
                if (count > 0) {
                    Color color = Viridis.at(0.15 + 0.85 * Math.log(count) / Math.max(1e-6, Math.log(Math.max(2, most))));
                    put(colors, y * width + x, new float[] {color.getRed(), color.getGreen(), color.getBlue()});
                }
            }
        }
        return colors;
    }

    private static Tensor quiet(Tensor picture) {
        int area = picture.shape().at(1) * picture.shape().at(2);
        Tensor colors = Tensor.zeros(Shape.of(3, picture.shape().at(1), picture.shape().at(2)));
        for (int i = 0; i < area; i++) {
            float gray = QUIET * (picture.data()[i] + picture.data()[area + i] + picture.data()[2 * area + i]) / 3;
            put(colors, i, new float[] {gray, gray, gray});
        }
        return colors;
    }

    private static void put(Tensor colors, int at, float[] color) {
        int area = colors.shape().at(1) * colors.shape().at(2);
        for (int c = 0; c < 3; c++) {
            colors.data()[c * area + at] = color[c];
        }
    }
}
