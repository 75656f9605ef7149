package tadpole.app.pane.studio.inside;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import tadpole.app.chart.Digits;
import tadpole.app.image.PlaneModel;
import tadpole.app.image.PlaneView;
import tadpole.app.image.Toning;
import tadpole.app.image.Viewport;
import tadpole.engine.picture.harmonize.Matches;
import tadpole.engine.picture.insight.Insight;
import tadpole.engine.picture.insight.Patches;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** The picture with arrows from the place one points at to the patches of the painting that it took, and these patches large. */
final class PatchesSight implements Sight {

    private final PatchesModel model = new PatchesModel();
    private final Function<String, Color> tokens;
    private final VBox all = new VBox();
    private final VBox side;
    private final PlaneModel picture = new PlaneModel(new Viewport());
    private final PlaneView view;
    private final Pane overlay = new Pane();
    private final PlaneModel object = new PlaneModel(new Viewport());
    private final PlaneModel matched = new PlaneModel(new Viewport());
    private final PlaneModel refined = new PlaneModel(new Viewport());
    private final Label title = new Label();
    private final Label hint = new Label();
    private final Label counts = new Label();

    PatchesSight(Function<String, Color> tokens) {
        this.tokens = tokens;
        view = new PlaneView(picture, tokens);
        view.setId("inside-patches-picture");
        view.dragMovesProperty().set(true);
        picture.nameProperty().set("The picture now");
        picture.toningProperty().set(Toning.color(0, 255));
        overlay.setMouseTransparent(true);
        overlay.setManaged(false);
        StackPane canvas = new StackPane(view, overlay);
        canvas.setMinSize(0, 0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(canvas.widthProperty());
        clip.heightProperty().bind(canvas.heightProperty());
        canvas.setClip(clip);
        VBox.setVgrow(canvas, Priority.ALWAYS);
        all.getStyleClass().addAll("card", "inside-card");
        all.getChildren().setAll(grounds(), canvas);
        side = details();
        listen();
    }

    private HBox grounds() {
        ToggleGroup group = new ToggleGroup();
        HBox choice = new HBox(ground("Picture", PatchesModel.Ground.PICTURE, group), ground("Offsets", PatchesModel.Ground.OFFSETS, group),
                ground("Used how often", PatchesModel.Ground.USES, group), hint);
        hint.setId("inside-patches-hint");
        hint.getStyleClass().add("muted");
        hint.setMinWidth(0);
        choice.getStyleClass().add("inside-choice");
        return choice;
    }

    private ToggleButton ground(String words, PatchesModel.Ground ground, ToggleGroup group) {
        ToggleButton button = new ToggleButton(words);
        button.setId("inside-ground-" + ground.name().toLowerCase(Locale.ROOT));
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        model.groundProperty().subscribe(now -> button.setSelected(now == ground));
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.groundProperty().set(ground);
        });
        return button;
    }

    private VBox details() {
        title.getStyleClass().add("section-title");
        title.setId("inside-patches-title");
        counts.getStyleClass().add("muted");
        counts.setWrapText(true);
        counts.setMinHeight(Region.USE_PREF_SIZE);
        VBox details = new VBox(title, patch("On the object", object, "accent", Optional.empty()), patch("Taken", matched, "training", Optional.of(false)),
                patch("Taken after refinement", refined, "validation", Optional.of(true)), counts);
        details.getStyleClass().add("inside-side");
        return details;
    }

    /** @param after of the two matches; empty for the object's own patch */
    private VBox patch(String name, PlaneModel of, String token, Optional<Boolean> after) {
        of.toningProperty().set(Toning.color(0, 255));
        of.nameProperty().set(name);
        PlaneView small = new PlaneView(of, tokens);
        small.zoomableProperty().set(false);
        VBox.setVgrow(small, Priority.ALWAYS);
        Rectangle swatch = new Rectangle(12, 12);
        model.patchesProperty().subscribe(_ -> swatch.setFill(tokens.apply(token)));
        Label cosine = new Label();
        cosine.getStyleClass().addAll("mono", "muted", "small");
        HBox head = new HBox(swatch);
        if (after.isPresent()) {
            CheckBox shown = new CheckBox(name);
            shown.setId(after.get() ? "inside-patches-after" : "inside-patches-before");
            shown.selectedProperty().bindBidirectional(after.get() ? model.afterProperty() : model.beforeProperty());
            head.getChildren().add(shown);
            cosine.setId(after.get() ? "inside-cosine-after" : "inside-cosine-before");
            Tooltip all = new Tooltip();
            cosine.setTooltip(all);
            Runnable write = () -> {
                cosine.setText(model.cosine(after.get()).map(value -> "cosine " + Digits.shortest(value)).orElse(""));
                all.setText(model.cosine(after.get()).map(String::valueOf).orElse(""));
            };
            model.placeProperty().subscribe(write);
            model.patchesProperty().subscribe(write);
        } else {
            head.getChildren().add(new Label(name));
            cosine.setText("3 × 3 places");
        }
        head.getStyleClass().add("inside-patch-head");
        VBox box = new VBox(head, cosine, small);
        box.getStyleClass().add("inside-plane");
        VBox.setVgrow(box, Priority.ALWAYS);
        box.setMinHeight(0);
        return box;
    }

    private void listen() {
        picture.pointedProperty().addListener((_, _, now) -> now.ifPresent(at -> model.hover(at.y(), at.x())));
        view.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                view.at(event).ifPresent(at -> model.click(at.y(), at.x()));
                draw();
            }
        });
        all.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.isKept()) {
                model.release();
                draw();
                event.consume();
            }
        });
        model.placeProperty().subscribe(_ -> draw());
        model.groundProperty().subscribe(_ -> ground());
        model.beforeProperty().subscribe(_ -> draw());
        model.afterProperty().subscribe(_ -> ground());
        view.seenProperty().subscribe(_ -> draw());
        picture.viewport().zoomProperty().subscribe(_ -> draw());
        overlay.sceneProperty().subscribe(_ -> draw());
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
        if (insight instanceof Patches patches) {
            model.show(patches);
            counts.setText(model.counts());
            ground();
        }
    }

    private void ground() {
        model.patchesProperty().get().ifPresent(now -> picture.valuesProperty().set(Optional.of(model.shown(now))));
        draw();
    }

    private void draw() {
        overlay.getChildren().clear();
        Optional<Patches> patches = model.patchesProperty().get();
        hint.setText(switch (model.groundProperty().get()) {
            case PICTURE -> model.isKept() ? "Kept. Click it again to let it go." : "Click keeps a place. Dotted: all that the patch depends on.";
            case OFFSETS -> "Color is the direction to the patch taken, strength how far it is; white is no offset.";
            case USES -> "The painting: bright patches were taken often, dark gray ones never.";
        });
        if (patches.isEmpty() || model.placeProperty().get().isEmpty()) {
            return;
        }
        Patches now = patches.get();
        Patches.Place at = model.placeProperty().get().get();
        title.setText("%s · place %d, %d".formatted(now.question().layer(), at.y(), at.x()));
        large(object, now.question().subject().current().values(), now.patch(at));
        large(matched, now.question().subject().scene().painting().values(), now.taken(now.matched(), at));
        large(refined, now.question().subject().scene().painting().values(), now.taken(now.refined(), at));
        Tensor values = now.question().subject().current().values();
        view.inScene(0, 0, values.shape().at(1), values.shape().at(2)).map(overlay::sceneToLocal).ifPresent(where -> {
            Arrows arrows = new Arrows(overlay, where, values.shape().at(2), tokens);
            if (model.beforeProperty().get()) {
                arrow(arrows, now, now.matched(), at, "training");
            }
            if (model.afterProperty().get()) {
                arrow(arrows, now, now.refined(), at, "validation");
            }
            arrows.frame(now.seen(at), "accent", true);
            arrows.frame(now.patch(at), "accent", false);
        });
    }

    private static void arrow(Arrows arrows, Patches now, Matches by, Patches.Place at, String token) {
        arrows.frame(now.takenSeen(by, at), token, true);
        arrows.frame(now.taken(by, at), token, false);
        arrows.arrow(now.patch(at), now.taken(by, at), token);
    }

    private static void large(PlaneModel into, Tensor from, Patches.Area area) {
        int height = from.shape().at(1);
        int width = from.shape().at(2);
        int left = Math.clamp(Math.round(area.x()), 0, width - 1);
        int top = Math.clamp(Math.round(area.y()), 0, height - 1);
        int right = Math.clamp(Math.round(area.x() + area.width()), left + 1, width);
        int bottom = Math.clamp(Math.round(area.y() + area.height()), top + 1, height);
        Tensor cut = Tensor.zeros(Shape.of(3, bottom - top, right - left));
        for (int c = 0; c < 3; c++) {
            for (int y = top; y < bottom; y++) {
                System.arraycopy(from.data(), (c * height + y) * width + left, cut.data(), (c * (bottom - top) + y - top) * (right - left), right - left);
            }
        }
        into.valuesProperty().set(Optional.of(cut));
    }

    @Override
    public void repaint() {
        view.repaint();
        draw();
    }

    PatchesModel model() {
        return model;
    }
}
