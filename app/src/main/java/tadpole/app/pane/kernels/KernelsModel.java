package tadpole.app.pane.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.form.Undo;
import tadpole.app.image.Viewport;
import tadpole.app.job.Newest;
import tadpole.app.pane.kernels.input.InputModel;
import tadpole.app.pane.kernels.input.InputPicture;
import tadpole.app.shell.Desk;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Convolver;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.WindowSum;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.SettingException;
import tadpole.samples.SampleData;

/**
 * What all views of the pane look at: one picture, one convolution, one output pixel. At every moment the plan has as many kernels as it needs
 * for the picture, filter and channel are some of its own, and the place lies in the output that is shown.
 */
public final class KernelsModel {

    private static final int MOST_UNDOS = 200;

    /** One output pixel. */
    public record Place(int channel, int y, int x) {}

    private record Question(int number, ConvolutionPlan plan, Picture picture) {}

    /**
     * @param picture where another one was shown with the change
     * @param beside  brings back what views have beside the convolution
     */
    private record State(ConvolutionPlan plan, int filter, int channel, Optional<InputPicture> picture, List<Runnable> beside) {}

    private final Desk desk;
    private final Executor background;
    private final Convolver convolver;
    private final InputModel input;
    private final Viewport viewport = new Viewport();
    private final Undo<State> history = new Undo<>(MOST_UNDOS);
    private final KernelNames names = new KernelNames();
    private final IntegerProperty filter = new SimpleIntegerProperty(0);
    private final IntegerProperty channel = new SimpleIntegerProperty(0);
    private final ReadOnlyObjectWrapper<Optional<Convolved>> convolved = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Optional<Place>> inputPlace = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final Newest<Question> newest;
    private final ObjectProperty<Optional<Picture>> picture = new SimpleObjectProperty<>(Optional.empty()) {
        @Override
        public void set(Optional<Picture> given) {
            arranging = true;
            quietly(() -> {
                channels = given.map(Picture::channels).orElse(channels);
                plan.set(plan.get());
            });
            arranging = false;
            if (!get().map(KernelsModel::size).equals(given.map(KernelsModel::size))) {
                viewport.fit();
            }
            super.set(given);
        }
    };
    private final ObjectProperty<ConvolutionPlan> plan =
            new SimpleObjectProperty<>(ConvolutionPlan.of(Kernel.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1))) {
        @Override
        public void set(ConvolutionPlan given) {
            State before = state();
            ConvolutionPlan fitting = PlanEdits.fitted(given, get(), channels);
            choose(fitting, filter.get(), channel.get());
            super.set(fitting);
            if (!quiet && !before.plan().equals(fitting)) {
                history.changed(before);
            }
        }
    };
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty()) {
        @Override
        public void set(Optional<Place> given) {
            super.set(convolved.get().flatMap(shown -> given.map(wanted -> within(shown, wanted))));
        }
    };
    private final List<Supplier<Runnable>> beside = new ArrayList<>();
    private int channels = 1;
    private int asked;
    private boolean quiet;
    private boolean arranging;

    /** Of the picture that its input shows. @param background where pictures are convolved, in order */
    public KernelsModel(Desk desk, Executor background) {
        this(desk, background, new InputModel(desk, background, SampleData.data()));
        input.shownProperty().addListener((_, _, now) -> picture.set(now.map(InputPicture::picture)));
        input.sketch().setBeforeChange(() -> {
            history.end();
            history.changed(withPicture());
        });
    }

    private KernelsModel(Desk desk, Executor background, InputModel input) {
        this.desk = desk;
        this.background = background;
        this.convolver = new Convolver(desk.device());
        this.input = input;
        this.newest = new Newest<>(background, this::answer);
        picture.subscribe(this::ask);
        plan.subscribe(this::ask);
        filter.subscribe(() -> place.get().ifPresent(now -> place.set(Optional.of(now))));
    }

    /** Another convolution beside this one: of the pictures that are set, whatever the input shows. */
    public KernelsModel beside() {
        return new KernelsModel(desk, background, input);
    }

    public Desk desk() {
        return desk;
    }

    public Executor background() {
        return background;
    }

    /** Where the picture comes from. */
    public InputModel input() {
        return input;
    }

    /** How the kernels are called. */
    public KernelNames names() {
        return names;
    }

    /** Shared by input, output and gradients. */
    public Viewport viewport() {
        return viewport;
    }

    /** What was chosen, with all its channels. */
    public ObjectProperty<Optional<Picture>> pictureProperty() {
        return picture;
    }

    public ObjectProperty<ConvolutionPlan> planProperty() {
        return plan;
    }

    /** One step for undo. */
    public void change(UnaryOperator<ConvolutionPlan> edit) {
        history.end();
        plan.set(edit.apply(plan.get()));
    }

    /** One of many changes in a row, such as of a slider or a wheel: those of the same gesture are one step for undo. */
    public void change(Object gesture, UnaryOperator<ConvolutionPlan> edit) {
        history.begin(gesture);
        plan.set(edit.apply(plan.get()));
    }

    /** Another picture, and what the convolution is then: one step for undo, which brings the picture back too. @param shows it, at the input */
    public void changeWithPicture(Runnable shows, UnaryOperator<ConvolutionPlan> edit) {
        history.end();
        history.changed(withPicture());
        quietly(() -> {
            shows.run();
            plan.set(edit.apply(plan.get()));
        });
    }

    /** What a view has beside the convolution is taken back with it, in the order of all changes. @param remembers gives what brings back the present */
    public void takesBackToo(Supplier<Runnable> remembers) {
        beside.add(remembers);
    }

    /** Something beside the convolution is about to change: one step for undo, or one with the changes before where the gesture goes on. */
    public void changesBeside(Optional<Object> gesture) {
        gesture.ifPresentOrElse(history::begin, history::end);
        history.changed(state());
    }

    /** The next change is a step of its own, even by the same gesture: the mouse was released. */
    public void endGesture() {
        history.end();
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return history.possibleProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return history.redoableProperty();
    }

    public void undo() {
        history.undo(this::now).ifPresent(this::restore);
    }

    public void redo() {
        history.redo(this::now).ifPresent(this::restore);
    }

    /** The filter that is edited and whose output is shown. With {@link Mixing#EACH} the first one counts alone. */
    public IntegerProperty filterProperty() {
        return filter;
    }

    /** The input channel whose kernel is edited; 0 where one kernel serves all. */
    public IntegerProperty channelProperty() {
        return channel;
    }

    /** One more filter, which is chosen then. */
    public void addFilter() {
        change(PlanEdits::withNewFilter);
        filter.set(plan.get().filters().size() - 1);
    }

    /** The chosen filter once more; the copy is chosen then. */
    public void copyFilter() {
        int copied = filter.get();
        int before = plan.get().filters().size();
        change(now -> PlanEdits.withCopy(now, copied));
        filter.set(copied + plan.get().filters().size() - before);
    }

    public void removeFilter() {
        int removed = filter.get();
        change(now -> PlanEdits.without(now, removed));
    }

    /** The kernel that is edited, as it was typed. */
    public Kernel kernel() {
        return plan.get().filters().get(filter.get()).kernels().get(channel.get());
    }

    /** The last picture and plan that fit each other, convolved. */
    public ReadOnlyObjectProperty<Optional<Convolved>> convolvedProperty() {
        return convolved.getReadOnlyProperty();
    }

    /** Why the plan does not fit the picture, in one sentence; empty where it does. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** Whether the newest question is not answered yet. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** The output pixel one points at, or where the window slides; in the middle at first. Its channel is the chosen filter, but with EACH. */
    public ObjectProperty<Optional<Place>> placeProperty() {
        return place;
    }

    /** The input pixel one points at, with its channel; empty where it is none. */
    public ObjectProperty<Optional<Place>> inputProperty() {
        return inputPlace;
    }

    /** The products behind the place. */
    public Optional<WindowSum> window() {
        return convolved.get().flatMap(shown -> place.get().map(at -> shown.window(at.channel(), at.y(), at.x())));
    }

    private static List<Integer> size(Picture of) {
        return List.of(of.height(), of.width());
    }

    private State state() {
        return new State(plan.get(), filter.get(), channel.get(), Optional.empty(), presentBeside());
    }

    private State withPicture() {
        return new State(plan.get(), filter.get(), channel.get(), input.shownProperty().get(), presentBeside());
    }

    private List<Runnable> presentBeside() {
        return beside.stream().map(Supplier::get).toList();
    }

    private State now(State wanted) {
        return wanted.picture().isPresent() ? withPicture() : state();
    }

    private void restore(State wanted) {
        quietly(() -> {
            wanted.picture().ifPresent(input::restore);
            plan.set(wanted.plan());
            choose(plan.get(), wanted.filter(), wanted.channel());
            wanted.beside().forEach(Runnable::run);
        });
    }

    private void quietly(Runnable change) {
        boolean before = quiet;
        quiet = true;
        change.run();
        quiet = before;
    }

    /** Before the plan is set, so that who listens to it finds a filter and a channel of it. */
    private void choose(ConvolutionPlan of, int wantedFilter, int wantedChannel) {
        filter.set(of.mixing() == Mixing.EACH ? 0 : Math.clamp(wantedFilter, 0, of.filters().size() - 1));
        channel.set(Math.clamp(wantedChannel, 0, of.filters().getFirst().kernels().size() - 1));
    }

    private void ask() {
        if (arranging) {
            return;
        }
        asked++;
        if (picture.get().isEmpty()) {
            newest.drop();
            show(asked, Optional.empty(), "");
            return;
        }
        running.set(true);
        newest.ask(new Question(asked, plan.get(), picture.get().get()));
    }

    private void answer(Question question) {
        try {
            Convolved answer = convolver.convolve(question.plan(), question.picture());
            desk.jobs().ui().execute(() -> show(question.number(), Optional.of(answer), ""));
        } catch (SettingException misfit) {
            desk.jobs().ui().execute(() -> refuse(question.number(), misfit.getMessage()));
        } catch (OutOfMemoryError full) {
            desk.jobs().ui().execute(() -> refuse(question.number(), "There is not enough memory for %d filters on %d × %d pixels. Take fewer filters or a smaller picture."
                    .formatted(question.plan().filters().size(), question.picture().height(), question.picture().width())));
        }
    }

    private void refuse(int number, String why) {
        if (number == asked) {
            show(number, convolved.get(), why);
        }
    }

    private void show(int number, Optional<Convolved> answer, String why) {
        if (number < asked && picture.get().isEmpty()) {
            return;
        }
        running.set(number != asked);
        refusal.set(why);
        // A place that is in both outputs, so that it is valid for whoever listens to either.
        answer.ifPresent(now -> place.get().ifPresent(at -> place.set(Optional.of(within(now, at)))));
        convolved.set(answer);
        place.set(answer.map(now -> place.get().orElse(new Place(filter.get(), now.height() / 2, now.width() / 2))));
    }

    private Place within(Convolved shown, Place wanted) {
        int of = shown.plan().mixing() == Mixing.EACH ? wanted.channel() : filter.get();
        return new Place(Math.clamp(of, 0, shown.channels() - 1), Math.clamp(wanted.y(), 0, shown.height() - 1), Math.clamp(wanted.x(), 0, shown.width() - 1));
    }
}
