package tadpole.app.pane.studio.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.app.job.Newest;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.mask.MaskOutline;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Compositor;
import tadpole.engine.picture.studio.PlacedObject;

/** What the canvas draws of the layers: their colors, and the lines around the tight and the loose mask. Computed beside the JavaFX thread. */
final class CanvasLayers {

    /** The lines around the masks. @param beside how many pixels of the mask lie where no object is */
    record Outlines(MaskOutline tight, MaskOutline loose, int beside) {

        static final Outlines NOTHING = new Outlines(new MaskOutline(List.of()), new MaskOutline(List.of()), 0);
    }

    /** @param epoch what was asked before the canvas was cleared is not heard @param draft whether it only follows a hand */
    private record Question(int epoch, Supplier<Composition> of, CanvasSheet.Look look, boolean draft) {}

    private record Colored(Picture painting, int[] colors) {}

    private record Lying(Composition in, boolean draft, Optional<PlacedObject> placed) {

        boolean suits(Composition wanted, boolean forDraft) {
            return (!draft || forDraft) && isSame(in.object(), wanted.object()) && in.placement().equals(wanted.placement())
                    && in.painting().height() == wanted.painting().height() && in.painting().width() == wanted.painting().width();
        }

        private static boolean isSame(Optional<Picture> one, Optional<Picture> other) {
            return one.isPresent() == other.isPresent() && one.filter(each -> each != other.get()).isEmpty();
        }
    }

    private final Compositor compositor;
    private final Executor ui;
    private final Consumer<Composition> passing;
    private final Newest<Question> sheets;
    private final Newest<Supplier<Outlines>> lines;
    private final ReadOnlyObjectWrapper<Optional<CanvasSheet>> sheet = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outlines> outlines = new ReadOnlyObjectWrapper<>(Outlines.NOTHING);
    private final List<Consumer<Box>> touched = new ArrayList<>();
    private Optional<Colored> colored = Optional.empty();
    private Optional<Lying> lying = Optional.empty();
    private int epoch;

    /** @param passing told what a draft shows */
    CanvasLayers(Compositor compositor, Executor background, Executor beside, Executor ui, Consumer<Composition> passing) {
        this.compositor = compositor;
        this.ui = ui;
        this.passing = passing;
        this.sheets = new Newest<>(background, this::answer);
        this.lines = new Newest<>(beside, this::draw);
    }

    /** The layers as they are drawn; empty before a painting was opened. */
    ReadOnlyObjectProperty<Optional<CanvasSheet>> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Outlines> outlinesProperty() {
        return outlines.getReadOnlyProperty();
    }

    void show(Composition now, CanvasSheet.Look look) {
        sheets.ask(new Question(epoch, () -> now, look, false));
    }

    /** Shows what a hand makes of it, as quickly as it goes. @param of computed beside the JavaFX thread */
    void follow(Supplier<Composition> of, CanvasSheet.Look look) {
        sheets.ask(new Question(epoch, of, look, true));
    }

    void clear() {
        epoch++;
        sheets.drop();
        sheet.set(Optional.empty());
        outlines.set(Outlines.NOTHING);
    }

    /** The mask is painted at the moment: draws its lines anew. @param mask changes meanwhile */
    void outline(float[] mask) {
        sheet.get().ifPresent(now -> lines.ask(() -> outlines(now, new Mask(now.height(), now.width(), mask.clone()), true)));
    }

    private void answer(Question question) {
        Composition of = question.of.get();
        if (colored.filter(known -> known.painting == of.painting()).isEmpty()) {
            colored = Optional.of(new Colored(of.painting(), CanvasSheet.colors(of.painting())));
        }
        if (lying.filter(known -> known.suits(of, question.draft)).isEmpty()) {
            lying = Optional.of(new Lying(of, question.draft, of.object().map(object -> placed(object, of, question.draft))));
        }
        int[] colors = new int[of.painting().height() * of.painting().width()];
        CanvasSheet made = new CanvasSheet(of, question.look, colored.orElseThrow().colors, lying.orElseThrow().placed, colors).painted();
        ui.execute(() -> {
            if (question.epoch == epoch) {
                take(made, question.draft);
            }
        });
    }

    private PlacedObject placed(Picture object, Composition of, boolean draft) {
        int height = of.painting().height();
        int width = of.painting().width();
        return draft ? compositor.draft(object, of.placement(), height, width) : compositor.place(object, of.placement(), height, width);
    }

    private void take(CanvasSheet made, boolean draft) {
        if (draft) {
            passing.accept(made.of());
        }
        sheet.set(Optional.of(made));
        lines.ask(() -> outlines(made, made.of().mask(), false));
    }

    /** @param painted whether the mask is no longer the composition's */
    private static Outlines outlines(CanvasSheet of, Mask mask, boolean painted) {
        Mask tight = of.tight(mask);
        Composition with = painted ? of.of().withMask(mask) : of.of();
        return new Outlines(MaskOutline.of(tight), MaskOutline.of(Compositor.loose(with, tight)), beside(mask, tight));
    }

    private static int beside(Mask mask, Mask tight) {
        int count = 0;
        for (int i = 0; i < mask.values().length; i++) {
            count += mask.values()[i] >= 0.5f && tight.values()[i] == 0 ? 1 : 0;
        }
        return count;
    }

    private void draw(Supplier<Outlines> drawing) {
        Outlines drawn = drawing.get();
        ui.execute(() -> outlines.set(drawn));
    }

    /** Colors what the brush just touched, at once. */
    void touch(float[] mask, Box box) {
        sheet.get().ifPresent(now -> {
            now.paint(mask, box);
            touched.forEach(each -> each.accept(box));
        });
    }

    /** @param told of each part that a brush colored */
    void whenTouched(Consumer<Box> told) {
        touched.add(told);
    }
}
