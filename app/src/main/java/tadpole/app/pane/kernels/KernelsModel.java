package tadpole.app.pane.kernels;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.image.Viewport;
import tadpole.app.shell.Desk;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Convolver;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.SettingException;

/** What all views of the pane look at: one picture, one convolution, one output pixel. */
public final class KernelsModel {

    /** One output pixel. */
    public record Place(int channel, int y, int x) {}

    private record Question(ConvolutionPlan plan, Picture picture) {}

    private final Desk desk;
    private final Executor background;
    private final Convolver convolver;
    private final Viewport viewport = new Viewport();
    private final ObjectProperty<Optional<Picture>> picture = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<ConvolutionPlan> plan =
            new SimpleObjectProperty<>(ConvolutionPlan.of(Kernel.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1)));
    private final IntegerProperty filter = new SimpleIntegerProperty(0);
    private final IntegerProperty channel = new SimpleIntegerProperty(0);
    private final ReadOnlyObjectWrapper<Optional<Convolved>> convolved = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Optional<Place>> place = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Place>> input = new SimpleObjectProperty<>(Optional.empty());
    private final AtomicReference<Question> asked = new AtomicReference<>();

    /** @param background where pictures are convolved, in order */
    public KernelsModel(Desk desk, Executor background) {
        this.desk = desk;
        this.background = background;
        this.convolver = new Convolver(desk.device());
        picture.subscribe(this::ask);
        plan.subscribe(this::ask);
    }

    public Desk desk() {
        return desk;
    }

    public Executor background() {
        return background;
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

    public void change(UnaryOperator<ConvolutionPlan> edit) {
        plan.set(edit.apply(plan.get()));
    }

    /** The filter that is edited and whose output is shown. */
    public IntegerProperty filterProperty() {
        return filter;
    }

    /** The input channel whose kernel is edited. */
    public IntegerProperty channelProperty() {
        return channel;
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

    /** The output pixel one points at, or where the window slides. */
    public ObjectProperty<Optional<Place>> placeProperty() {
        return place;
    }

    /** The input pixel one points at, with its channel; empty where it is none. */
    public ObjectProperty<Optional<Place>> inputProperty() {
        return input;
    }

    private void ask() {
        if (picture.get().isEmpty()) {
            return;
        }
        // Only the newest question is answered.
        if (asked.getAndSet(new Question(plan.get(), picture.get().get())) == null) {
            background.execute(this::answer);
        }
    }

    private void answer() {
        Question question = asked.getAndSet(null);
        try {
            Convolved answer = convolver.convolve(question.plan(), question.picture());
            desk.jobs().ui().execute(() -> {
                refusal.set("");
                convolved.set(Optional.of(answer));
            });
        } catch (SettingException misfit) {
            desk.jobs().ui().execute(() -> refusal.set(misfit.getMessage()));
        }
    }
}
