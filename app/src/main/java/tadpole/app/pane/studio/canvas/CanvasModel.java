package tadpole.app.pane.studio.canvas;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.form.FormModel;
import tadpole.app.image.PixelModel;
import tadpole.app.image.Viewport;
import tadpole.app.pane.studio.StudioDocument;
import tadpole.app.shell.Desk;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Combine;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Compositor;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** What is seen on the canvas and what the hand does to it. */
public final class CanvasModel {

    /** Wider than any canvas that is worked on. */
    private static final int LARGEST_BRUSH = 1000;
    private static final double FARTHEST_COLORS = 442;

    private static final List<Setting> HAND = List.of(
            new Setting.Whole("size", "Size", 32L, 1, LARGEST_BRUSH, "px", "Diameter of brush and eraser, in pixels of the painting. Keys [ and ]. Default 32."),
            new Setting.Decimal("softness", "Softness", 0.2, 0.0, 1.0, "", "How much of the brush is soft edge: 0 none, 1 all of it. Default 0.2."),
            new Setting.Decimal("tolerance", "Tolerance", 32.0, 0.0, FARTHEST_COLORS, "",
                    "How far colors may lie from the one clicked, as a distance of RGB: 0 the same color only, 442 all. Default 32."),
            new Setting.Choice("way", "Mask", "add", List.of(new Setting.Option("replace", "Replace"), new Setting.Option("add", "Add"),
                    new Setting.Option("subtract", "Subtract")), "What a rectangle, ellipse, lasso or fill does to the mask there is. Alt subtracts. Default Add."),
            new Setting.Whole("amount", "By", 4L, 1, 200, "px", "How far the mask grows, shrinks or is feathered. Default 4."));

    private final StudioDocument document;
    private final Desk desk;
    private final FormModel hand = FormModel.of(HAND);
    private final Viewport viewport = new Viewport();
    private final CanvasEdits edits;
    private final CanvasLayers layers;
    private final MaskHand maskHand;
    private final MoveHand moveHand;
    private final CanvasFiles files;
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.HAND);
    private final ObjectProperty<Layer> selected = new SimpleObjectProperty<>(Layer.PAINTING);
    private final ObjectProperty<Optional<Picture>> result = new SimpleObjectProperty<>(Optional.empty());
    private final DoubleProperty wipe = new SimpleDoubleProperty(0.5);
    private final BooleanProperty editable = new SimpleBooleanProperty(true);
    private final BooleanProperty paintingShown = new SimpleBooleanProperty(true);
    private final BooleanProperty objectShown = new SimpleBooleanProperty(true);
    private final BooleanProperty maskShown = new SimpleBooleanProperty(true);
    private final ObjectProperty<Optional<PixelModel.Pixel>> pointed = new SimpleObjectProperty<>(Optional.empty());
    private Consumer<Picture> paintingOpened = _ -> { };
    private volatile Optional<Composition> latest = Optional.empty();
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");

    /**
     * @param background where layers are computed
     * @param beside     where the lines around the masks are, which may come later
     */
    public CanvasModel(StudioDocument document, Desk desk, Executor background, Executor beside) {
        this.document = document;
        this.desk = desk;
        Compositor compositor = new Compositor(desk.device());
        edits = new CanvasEdits(document, background, desk.jobs().ui());
        layers = new CanvasLayers(compositor, background, beside, desk.jobs().ui(), this::pass);
        maskHand = new MaskHand(this);
        moveHand = new MoveHand(this);
        files = new CanvasFiles(this, background);
        document.compositionProperty().subscribe(_ -> {
            latest = document.settled();
            show();
        });
        for (Observable each : List.of(paintingShown, objectShown, maskShown, tool, desk.theme().kindProperty())) {
            each.addListener(_ -> show());
        }
        tool.subscribe(now -> {
            say("");
            Layer.of(now).ifPresent(selected::set);
        });
        selected.addListener((_, _, now) -> select(now));
        editable.addListener(_ -> say(""));
        layers.outlinesProperty().addListener((_, before, now) -> {
            if (now.beside() > before.beside() && tool.get().isOfMask()) {
                say(document.composition().flatMap(Composition::object).isPresent() ? "The mask reaches beyond the object: there it shows nothing." : "");
            }
        });
    }

    public StudioDocument document() {
        return document;
    }

    public Viewport viewport() {
        return viewport;
    }

    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    public Tool tool() {
        return tool.get();
    }

    /** What a run made of it, of the painting's size: drawn at the right of the wipe; empty where there is none. */
    public ObjectProperty<Optional<Picture>> resultProperty() {
        return result;
    }

    /** Where the wipe between before and now stands: 0 is the left edge of the painting, 1 the right one. */
    public DoubleProperty wipeProperty() {
        return wipe;
    }

    /** False while a run reads the layers: the tools then say that it must be stopped first. */
    public BooleanProperty editableProperty() {
        return editable;
    }

    /** Whether a layer is seen; of the mask, whether the lines around it are drawn, and with one of its tools its tint. */
    public BooleanProperty visibleProperty(Layer layer) {
        return switch (layer) {
            case MASK -> maskShown;
            case OBJECT -> objectShown;
            case PAINTING -> paintingShown;
        };
    }

    BooleanProperty maskShownProperty() {
        return maskShown;
    }

    /** The layer one works on: choosing another takes a tool of it, and a tool chooses its layer. */
    public ObjectProperty<Layer> selectedProperty() {
        return selected;
    }

    private void select(Layer layer) {
        if (layer != Layer.of(tool.get()).orElse(Layer.PAINTING)) {
            tool.set(switch (layer) {
                case MASK -> Tool.BRUSH;
                case OBJECT -> Tool.MOVE;
                case PAINTING -> Tool.HAND;
            });
        }
    }

    /** Whether moving the object moves the mask too. */
    public BooleanProperty maskMovesAlongProperty() {
        return moveHand.maskMovesAlongProperty();
    }

    /** The painting's pixel under the pointer. */
    public ObjectProperty<Optional<PixelModel.Pixel>> pointedProperty() {
        return pointed;
    }

    /** What the canvas has to say to the hand, in one sentence; empty where all goes well. */
    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    /** Size, softness, tolerance, way and amount. */
    public FormModel hand() {
        return hand;
    }

    /** True where an edit can begin: something is open, no run reads it, no other edit is being made. */
    public BooleanBinding readyProperty() {
        return Bindings.createBooleanBinding(() -> document.composition().isPresent() && editable.get(), document.compositionProperty(), editable);
    }

    /** Whether there are layers. */
    BooleanBinding openProperty() {
        return Bindings.createBooleanBinding(() -> document.composition().isPresent(), document.compositionProperty());
    }

    BooleanBinding hasResultProperty() {
        return Bindings.createBooleanBinding(() -> result.get().isPresent(), result);
    }

    public void undo() {
        if (mayEdit()) {
            document.undo();
        }
    }

    public void redo() {
        if (mayEdit()) {
            document.redo();
        }
    }

    /** One step for undo, made beside the JavaFX thread. */
    public void change(UnaryOperator<Composition> work) {
        if (mayEdit()) {
            edits.make(work);
        }
    }

    /** Changes the mask as a whole; one step for undo. */
    public void changeMask(UnaryOperator<Mask> work) {
        change(now -> now.withMask(work.apply(now.mask())));
    }

    public void growMask() {
        changeMask(mask -> mask.grown(amount()));
    }

    public void shrinkMask() {
        changeMask(mask -> mask.shrunk(amount()));
    }

    public void featherMask() {
        changeMask(mask -> mask.feathered(amount() / 2.0));
    }

    public void invertMask() {
        changeMask(Mask::inverted);
    }

    public void clearMask() {
        changeMask(mask -> Mask.empty(mask.height(), mask.width()));
    }

    /** All of the object becomes visible. */
    public void fillMask() {
        changeMask(mask -> Mask.full(mask.height(), mask.width()));
    }

    /** Larger or smaller by about a fifth, at least one pixel. */
    void resizeBrush(boolean larger) {
        int size = hand.settings().whole("size");
        int step = Math.max(1, size / 5);
        hand.field("size").take((long) Math.clamp(larger ? size + step : size - step, 1, LARGEST_BRUSH));
    }

    /** Brush to eraser and back. */
    void swapBrush() {
        tool.set(tool.get() == Tool.BRUSH ? Tool.ERASER : Tool.BRUSH);
    }

    Settings settings() {
        return hand.settings();
    }

    int amount() {
        return hand.settings().whole("amount");
    }

    Combine way() {
        return switch (hand.settings().choice("way")) {
            case "replace" -> Combine.REPLACE;
            case "subtract" -> Combine.SUBTRACT;
            default -> Combine.ADD;
        };
    }

    CanvasFiles files() {
        return files;
    }

    /** The layers as they were left last; on any thread. */
    Optional<Composition> latest() {
        return latest;
    }

    /** Takes layers that were opened, on any thread: one step for undo. @param from what they were made of; where it is no longer there it counts less */
    void place(Optional<Composition> from, Composition opened, CanvasFiles.As as) {
        latest = Optional.of(opened);
        desk.jobs().ui().execute(() -> {
            document.edit(opened);
            switch (as) {
                case PAINTING -> {
                    viewport.fit();
                    paintingOpened.accept(opened.painting());
                }
                case OBJECT -> tool.set(Tool.MOVE);
                case COMPOSITE, MASK -> { }
            }
            if (as == CanvasFiles.As.OBJECT && opened.mask().isEmpty()) {
                say("Move the object to its place, then paint with the brush (B) what of it shows.");
            }
        });
    }

    /** @param told of each painting that was opened, dropped too */
    public void whenPaintingOpened(Consumer<Picture> told) {
        paintingOpened = told;
    }

    MaskHand maskHand() {
        return maskHand;
    }

    MoveHand moveHand() {
        return moveHand;
    }

    CanvasEdits edits() {
        return edits;
    }

    CanvasLayers layers() {
        return layers;
    }

    Desk desk() {
        return desk;
    }

    /** Whether layers may be changed now; says why not. */
    boolean mayEdit() {
        if (document.composition().isEmpty()) {
            say("Open or drop a painting first.");
            return false;
        }
        if (!editable.get()) {
            say("Stop the run before you change the layers: it is reading them.");
            return false;
        }
        say("");
        return true;
    }

    void say(String sentence) {
        hint.set(sentence);
    }

    CanvasSheet.Look look() {
        boolean editing = tool.get().isOfMask() && editable.get();
        boolean ghost = (editing || tool.get() == Tool.MOVE) && editable.get();
        return new CanvasSheet.Look(paintingShown.get(), objectShown.get(), ghost, editing && maskShown.get() ? Optional.of(CanvasSheet.tint(desk.theme())) : Optional.empty());
    }

    private void show() {
        if (moveHand.isPassing()) {
            return;
        }
        document.composition().ifPresentOrElse(now -> layers.show(now, look()), layers::clear);
    }

    /** A draft is on the canvas: whoever reads the layers sees it too. */
    private void pass(Composition passing) {
        moveHand.passed(passing);
    }
}
