package tadpole.app.pane.studio.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import tadpole.app.chart.Digits;
import tadpole.app.image.PixelModel;
import tadpole.app.image.PlaneModel;
import tadpole.app.image.PlaneView;
import tadpole.app.image.ToneScale;
import tadpole.app.image.Toning;
import tadpole.app.image.Viewport;
import tadpole.engine.picture.insight.Grams;
import tadpole.engine.picture.insight.Insight;

/** The Gram matrix that is wanted, the one there is, their difference; and of the pair one points at the two maps. */
final class GramSight implements Sight {

    private final VBox all = new VBox();
    private final VBox side = new VBox();
    private final Viewport viewport = new Viewport();
    private final PlaneModel target = new PlaneModel(viewport);
    private final PlaneModel current = new PlaneModel(viewport);
    private final PlaneModel difference = new PlaneModel(viewport);
    private final Pair first;
    private final Pair second;
    private final Label title = new Label();
    private final Label pair = new Label();
    private final Label values = new Label();
    private final Tooltip allDigits = new Tooltip();
    private final List<PlaneView> views = new ArrayList<>();
    private final List<ToneScale> scales = new ArrayList<>();
    private Optional<Grams> shown = Optional.empty();

    /** One map of the pair, in the picture and in the painting. */
    private record Pair(PlaneModel current, PlaneModel painting, Node node) {}

    GramSight(Function<String, Color> tokens) {
        HBox matrices = new HBox(card("Target", target, tokens, "target"),
                card("Now, under the mask", current, tokens, "current"), card("Now less target", difference, tokens, "difference"));
        matrices.getStyleClass().add("inside-row");
        VBox.setVgrow(matrices, Priority.ALWAYS);
        first = pair(tokens);
        second = pair(tokens);
        title.getStyleClass().add("section-title");
        pair.getStyleClass().add("section-title");
        pair.setId("inside-gram-pair");
        values.setId("inside-gram-values");
        values.setTooltip(allDigits);
        values.getStyleClass().add("mono");
        values.setMinWidth(Region.USE_PREF_SIZE);
        title.setWrapText(true);
        side.getChildren().setAll(title, pair, values);
        side.getStyleClass().add("inside-side");
        HBox below = new HBox(first.node(), second.node());
        below.getStyleClass().addAll("card", "inside-card", "inside-below");
        all.getStyleClass().add("inside-column");
        all.getChildren().setAll(matrices, below);
        for (PlaneModel each : List.of(target, current, difference)) {
            each.pointedProperty().addListener((_, _, now) -> now.ifPresent(this::point));
        }
    }

    private VBox card(String name, PlaneModel model, Function<String, Color> tokens, String id) {
        PlaneView view = new PlaneView(model, tokens);
        view.setId("inside-gram-" + id);
        ToneScale scale = new ToneScale(model, tokens);
        views.add(view);
        scales.add(scale);
        VBox box = Planes.titled(name, model, view);
        box.getChildren().add(scale);
        box.getStyleClass().addAll("card", "inside-card");
        box.setPrefWidth(0);
        return box;
    }

    private Pair pair(Function<String, Color> tokens) {
        PlaneModel now = new PlaneModel(new Viewport());
        PlaneModel painting = new PlaneModel(new Viewport());
        PlaneView nowView = new PlaneView(now, tokens);
        PlaneView paintingView = new PlaneView(painting, tokens);
        views.add(nowView);
        views.add(paintingView);
        HBox box = new HBox(Planes.titled("", now, nowView), Planes.titled("", painting, paintingView));
        box.getStyleClass().add("inside-pair");
        HBox.setHgrow(box, Priority.ALWAYS);
        return new Pair(now, painting, box);
    }

    @Override
    public Node node() {
        return all;
    }

    @Override
    public Optional<Node> side() {
        return Optional.of(side);
    }

    @Override
    public void show(Insight insight) {
        if (insight instanceof Grams grams) {
            Optional<PixelModel.Pixel> at = difference.pointedProperty().get();
            shown = Optional.of(grams);
            float most = Math.max(most(grams.target().values()), most(grams.current().values()));
            target.toningProperty().set(Toning.magnitude(most));
            current.toningProperty().set(Toning.magnitude(most));
            difference.toningProperty().set(Toning.signed(grams.difference()));
            target.nameProperty().set(grams.question().subject().first().isPresent() ? "Target of pass 2" : "The target as it would be now");
            target.valuesProperty().set(Optional.of(grams.targetValues()));
            current.valuesProperty().set(Optional.of(grams.currentValues()));
            difference.valuesProperty().set(Optional.of(grams.difference()));
            title.setText("%s · %d × %d".formatted(grams.question().layer(), grams.target().channels(), grams.target().channels()));
            point(at.orElseGet(() -> farthest(grams)));
        }
    }

    /** Where target and current differ most: what one sees before one points. */
    private static PixelModel.Pixel farthest(Grams grams) {
        float[] off = grams.difference().data();
        int best = 0;
        for (int i = 0; i < off.length; i++) {
            best = Math.abs(off[i]) > Math.abs(off[best]) ? i : best;
        }
        return new PixelModel.Pixel(best / grams.target().channels(), best % grams.target().channels());
    }

    private static float most(float[] values) {
        float most = 0;
        for (float value : values) {
            most = Math.max(most, value);
        }
        return most;
    }

    private void point(PixelModel.Pixel at) {
        shown.filter(grams -> at.y() < grams.target().channels() && at.x() < grams.target().channels()).ifPresent(grams -> {
            List<PlaneModel.Mark> mark = List.of(new PlaneModel.Mark(at.y(), at.x(), 1, 1, "accent", false));
            target.marksProperty().set(mark);
            current.marksProperty().set(mark);
            difference.marksProperty().set(mark);
            float wanted = grams.target().at(at.y(), at.x());
            float now = grams.current().at(at.y(), at.x());
            pair.setText(at.y() == at.x() ? "Map %d with itself".formatted(at.y() + 1) : "Maps %d and %d".formatted(at.y() + 1, at.x() + 1));
            values.setText("target     %s%nnow        %s%ndiff.      %s%n%nAll together the picture\nis off by %s %%.".formatted(Digits.shortest(wanted),
                    Digits.shortest(now), Digits.shortest(now - wanted), Digits.shortest(Math.sqrt(grams.relativeDistance()) * 100)));
            allDigits.setText("target %s%nnow %s%ndifference %s".formatted(wanted, now, now - wanted));
            second.node().setVisible(at.y() != at.x());
            show(first, grams, at.y());
            show(second, grams, at.x());
        });
    }

    private static void show(Pair pair, Grams grams, int channel) {
        pair.current().nameProperty().set("Map %d, now".formatted(channel + 1));
        pair.painting().nameProperty().set("Map %d, painting".formatted(channel + 1));
        for (PlaneModel each : List.of(pair.current(), pair.painting())) {
            each.toningProperty().set(Toning.magnitude(grams.maps().most()));
            each.channelProperty().set(channel);
        }
        pair.current().valuesProperty().set(Optional.of(grams.maps().current()));
        pair.painting().valuesProperty().set(Optional.of(grams.maps().painting()));
    }

    @Override
    public void repaint() {
        views.forEach(PlaneView::repaint);
        scales.forEach(ToneScale::repaint);
    }
}
