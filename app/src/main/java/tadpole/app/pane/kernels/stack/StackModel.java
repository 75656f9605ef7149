package tadpole.app.pane.kernels.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import tadpole.app.image.PixelModel.Pixel;
import tadpole.app.job.Newest;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.engine.convolution.StackPlan;
import tadpole.engine.convolution.StackRun;
import tadpole.engine.convolution.StackRunner;
import tadpole.engine.convolution.StackStage;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Tensor;

/** The stack of the pane's picture: what it is set to, what it gives, and the pixel that is looked at. */
public final class StackModel {

    private record Question(StackPlan plan, Picture picture) {}

    private final KernelsModel bench;
    private final StackRunner runner;
    private final ReadOnlyObjectWrapper<StackDraft> draft = new ReadOnlyObjectWrapper<>(StackExample.YOURS.draft());
    private final IntegerProperty chosen = new SimpleIntegerProperty(0);
    private final ReadOnlyObjectWrapper<Optional<StackRun>> run = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Sight>> sight = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty pinned = new SimpleBooleanProperty(false);
    private final List<IntegerProperty> channels = new ArrayList<>();
    private final Newest<Question> newest;
    private Optional<Spot> spot = Optional.empty();
    private boolean watched = true;

    /** One number of a plane. @param plane 0 for the picture, i for what stage i gives */
    public record Spot(int plane, int channel, int y, int x) {}

    public StackModel(KernelsModel bench) {
        this.bench = bench;
        this.runner = new StackRunner(bench.desk().device());
        this.newest = new Newest<>(bench.background(), this::answer);
        bench.takesBackToo(() -> {
            StackDraft present = draft();
            return () -> show(present);
        });
        for (int plane = 0; plane <= StackPlan.MOST; plane++) {
            IntegerProperty channel = new SimpleIntegerProperty(0);
            int of = plane;
            channel.subscribe(now -> spot.filter(each -> each.plane() == of).ifPresent(each ->
                    look(Optional.of(new Spot(of, now.intValue(), each.y(), each.x())))));
            channels.add(channel);
        }
        draft.subscribe(_ -> ask());
        bench.pictureProperty().subscribe(_ -> ask());
        bench.planProperty().subscribe(_ -> ask());
    }

    KernelsModel bench() {
        return bench;
    }

    public ReadOnlyObjectProperty<StackDraft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    public StackDraft draft() {
        return draft.get();
    }

    /** The stage whose settings are shown, counted from 0; -1 for the picture. */
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    public Optional<StackStage> chosenStage() {
        int now = chosen.get();
        return now < 0 || now >= draft().size() ? Optional.empty() : Optional.of(draft().stage(now, bench.planProperty().get()));
    }

    /** Of the last stack and picture; its stages up to the first that does not fit. */
    public ReadOnlyObjectProperty<Optional<StackRun>> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** The channel of a plane that is shown. */
    public IntegerProperty channelProperty(int plane) {
        return channels.get(plane);
    }

    /** The number that is looked at; empty where none is, or where it is no longer there. */
    public ReadOnlyObjectProperty<Optional<Sight>> sightProperty() {
        return sight.getReadOnlyProperty();
    }

    /** Whether what is looked at stays when the pointer goes. */
    public BooleanProperty pinnedProperty() {
        return pinned;
    }

    /** Behind the chosen stage, or first where the picture is chosen; nothing happens where the stack is full. */
    public void add(StackStage stage) {
        if (!draft().isFull()) {
            int at = Math.min(draft().size(), chosen.get() + 1);
            change(draft().inserted(at, stage), at, "");
        }
    }

    public void remove(int index) {
        StackDraft without = draft().without(index);
        change(without, Math.min(chosen.get() > index ? chosen.get() - 1 : chosen.get(), without.size() - 1), "");
    }

    /** @param by -1 to the left, 1 to the right */
    public void move(int index, int by) {
        int to = index + by;
        if (to >= 0 && to < draft().size()) {
            change(draft().swapped(Math.min(index, to)), to, "");
        }
    }

    public void duplicate(int index) {
        if (!draft().isFull()) {
            change(draft().inserted(index + 1, draft().stage(index, bench.planProperty().get())), index + 1, "");
        }
    }

    public void open(StackExample example) {
        change(example.draft(), 0, "");
    }

    /**
     * The chosen stage set otherwise.
     *
     * @param what was changed: the same thing changed on and on is taken back at once; empty for a change of its own
     */
    public void set(StackStage stage, String what) {
        change(draft().with(chosen.get(), stage), chosen.get(), what.isEmpty() ? "" : chosen.get() + " " + what);
    }

    /** The chosen stage becomes the pane's convolution. */
    public void follow() {
        change(draft().following(chosen.get(), bench.planProperty().get()), chosen.get(), "");
    }

    /** The chosen stage keeps the pane's convolution as it is now, for itself. */
    public void part() {
        chosenStage().ifPresent(stage -> set(stage, ""));
    }

    private void show(StackDraft past) {
        if (past.equals(draft())) {
            return;
        }
        draft.set(past);
        chosen.set(Math.clamp(chosen.get(), past.size() == 0 ? -1 : 0, Math.max(-1, past.size() - 1)));
    }

    private void change(StackDraft next, int choose, String what) {
        if (!next.equals(draft())) {
            bench.changesBeside(Optional.of(what).filter(each -> !each.isEmpty()).map(each -> "stack " + each));
        }
        draft.set(next);
        chosen.set(choose);
    }

    /** What the pointer is on; a pinned one stays. */
    public void point(int plane, Optional<Pixel> pixel) {
        if (!pinned.get()) {
            look(pixel.map(at -> new Spot(plane, channels.get(plane).get(), at.y(), at.x())));
        }
    }

    /** Holds a pixel, or lets the held one go. */
    public void pin(int plane, Pixel pixel) {
        Spot at = new Spot(plane, channels.get(plane).get(), pixel.y(), pixel.x());
        boolean again = pinned.get() && spot.equals(Optional.of(at));
        pinned.set(!again);
        look(Optional.of(at));
    }

    public void unpin() {
        pinned.set(false);
        look(Optional.empty());
    }

    private void look(Optional<Spot> at) {
        spot = at;
        sight.set(run.get().flatMap(now -> at.filter(each -> isThere(now, each)).map(each -> Sight.of(now, each))));
    }

    private static boolean isThere(StackRun run, Spot at) {
        if (at.plane() > run.results().size()) {
            return false;
        }
        Tensor plane = run.plane(at.plane());
        return at.channel() < plane.shape().at(0) && at.y() < plane.shape().at(1) && at.x() < plane.shape().at(2);
    }

    /** Nothing is computed where nobody looks: an edit is to be quick in the view in front. */
    void watch(boolean looking) {
        watched = looking;
        ask();
    }

    private void ask() {
        if (!watched) {
            return;
        }
        if (bench.pictureProperty().get().isEmpty()) {
            newest.drop();
            show(Optional.empty());
            return;
        }
        Picture picture = bench.pictureProperty().get().get();
        newest.ask(new Question(draft().plan(bench.planProperty().get(), picture.channels()), picture));
    }

    private void answer(Question question) {
        try {
            StackRun answer = runner.run(question.plan(), question.picture());
            bench.desk().jobs().ui().execute(() -> show(Optional.of(answer)));
        } catch (OutOfMemoryError full) {
            bench.desk().jobs().ui().execute(() -> bench.desk().messages().failed(
                    "There is not enough memory for this stack on %d × %d pixels. Shown is the last result; take fewer filters or a smaller picture."
                            .formatted(question.picture().height(), question.picture().width())));
        }
    }

    private void show(Optional<StackRun> answer) {
        answer.ifPresent(now -> IntStream.rangeClosed(0, now.results().size()).forEach(plane ->
                channels.get(plane).set(Math.min(channels.get(plane).get(), now.plane(plane).shape().at(0) - 1))));
        run.set(answer);
        look(spot);
    }
}
