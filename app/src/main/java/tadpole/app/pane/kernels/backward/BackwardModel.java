package tadpole.app.pane.kernels.backward;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.image.PixelModel;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.Printed;
import tadpole.app.pane.kernels.Shown;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.KernelGradients;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** The convolution backward: for a chosen gradient at the output those of kernel and picture, and the sum behind the one that is pointed at. */
final class BackwardModel {

    private record Question(int number, Convolved convolved, Choice choice, KernelsModel.Place place) {}

    private final KernelsModel kernels;
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.ONES);
    private final BooleanProperty typed = new SimpleBooleanProperty();
    private final BooleanProperty held = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<KernelGradients>> gradients = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Focus>> focus = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicReference<Question> waiting = new AtomicReference<>();
    private Optional<WrittenGradient> last = Optional.empty();
    private int asked;
    private boolean watched;

    BackwardModel(KernelsModel kernels) {
        this.kernels = kernels;
        kernels.convolvedProperty().subscribe(this::ask);
        choice.subscribe(this::ask);
        kernels.placeProperty().subscribe(() -> {
            if (choice.get() == Choice.PIXEL) {
                ask();
            }
        });
    }

    KernelsModel kernels() {
        return kernels;
    }

    ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** Whether the kernel's gradient is by the kernel as it was typed, not by the layer's weights. */
    BooleanProperty typedProperty() {
        return typed;
    }

    /** Of the newest convolution that went back. */
    ReadOnlyObjectProperty<Optional<KernelGradients>> gradientsProperty() {
        return gradients.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Focus>> focusProperty() {
        return focus.getReadOnlyProperty();
    }

    /** Whether the focus stays while one points elsewhere, so that one gets to its terms. */
    BooleanProperty heldProperty() {
        return held;
    }

    /** Holds what the pointer is on, or lets go what is held. @param point points at it */
    void hold(Runnable point) {
        Optional<Focus> before = held.get() ? focus.get() : Optional.empty();
        held.set(false);
        point.run();
        held.set(focus.get().isPresent() && !focus.get().equals(before));
    }

    /** Nothing is computed where nobody looks: an edit is to be quick in the view in front. */
    void watch(boolean looking) {
        watched = looking;
        if (looking) {
            ask();
        }
    }

    private void ask() {
        if (!watched) {
            return;
        }
        Optional<Convolved> now = kernels.convolvedProperty().get();
        asked++;
        if (now.isEmpty()) {
            waiting.set(null);
            gradients.set(Optional.empty());
            focus.set(Optional.empty());
            return;
        }
        KernelsModel.Place place = kernels.placeProperty().get()
                .orElse(new KernelsModel.Place(Shown.filter(kernels, now.get()), now.get().height() / 2, now.get().width() / 2));
        // Only the newest question is answered.
        if (waiting.getAndSet(new Question(asked, now.get(), choice.get(), place)) == null) {
            kernels.background().execute(this::answer);
        }
    }

    private void answer() {
        Question question = waiting.getAndSet(null);
        if (question == null) {
            return;
        }
        try {
            KernelGradients answer = KernelGradients.of(question.convolved(), question.choice().loss(question.convolved(), question.place()),
                    kernels.desk().device());
            kernels.desk().jobs().ui().execute(() -> show(question.number(), answer));
        } catch (OutOfMemoryError full) {
            kernels.desk().jobs().ui().execute(() -> kernels.desk().messages().failed(
                    "There is not enough memory to go back through %d outputs of %d × %d. Shown is the last result; take fewer filters or a smaller picture."
                            .formatted(question.convolved().channels(), question.convolved().height(), question.convolved().width())));
        }
    }

    private void show(int number, KernelGradients answer) {
        if (number < asked && kernels.convolvedProperty().get().isEmpty()) {
            return;
        }
        focus.set(focus.get().filter(now -> isThere(answer.convolved(), now)));
        held.set(held.get() && focus.get().isPresent());
        gradients.set(Optional.of(answer));
    }

    private static boolean isThere(Convolved in, Focus now) {
        return switch (now) {
            case Focus.Pixel at -> at.channel() < in.picture().channels() && at.y() < in.picture().height() && at.x() < in.picture().width();
            case Focus.Weight at -> at.filter() < in.channels() && at.channel() < in.picture().channels() && at.u() < in.weight().shape().at(2)
                    && at.v() < in.weight().shape().at(3);
            case Focus.Output at -> at.filter() < in.channels() && at.y() < in.height() && at.x() < in.width();
        };
    }

    int filter() {
        return gradients.get().map(now -> Shown.filter(kernels, now.convolved())).orElse(0);
    }

    int channel() {
        return gradients.get().map(now -> Shown.channel(kernels, now.convolved())).orElse(0);
    }

    /** Empty where the focus is held. */
    private Optional<KernelGradients> free() {
        return gradients.get().filter(_ -> !held.get());
    }

    void pointAtPixel(PixelModel.Pixel at) {
        free().ifPresent(_ -> {
            kernels.inputProperty().set(Optional.of(new KernelsModel.Place(channel(), at.y(), at.x())));
            focus.set(Optional.of(new Focus.Pixel(channel(), at.y(), at.x())));
        });
    }

    void pointAtOutput(PixelModel.Pixel at) {
        free().ifPresent(_ -> {
            focus.set(Optional.of(new Focus.Output(filter(), at.y(), at.x())));
            kernels.placeProperty().set(Optional.of(new KernelsModel.Place(filter(), at.y(), at.x())));
        });
    }

    /** @param at a cell of the grid as it is shown: turned back where the typed kernel is shown */
    void pointAtWeight(PixelModel.Pixel at) {
        free().ifPresent(now -> {
            PixelModel.Pixel slid = turned(now.convolved(), at);
            focus.set(Optional.of(new Focus.Weight(filter(), channel(), slid.y(), slid.x())));
        });
    }

    /** Where a weight stands in the grid that is shown, and the other way round. */
    PixelModel.Pixel turned(Convolved of, PixelModel.Pixel at) {
        boolean turns = typed.get() && of.plan().flip();
        return turns ? new PixelModel.Pixel(of.plan().height() - 1 - at.y(), of.plan().width() - 1 - at.x()) : at;
    }

    /** Whether the kernel as it was typed has another gradient than the layer's weights. */
    boolean isTreated() {
        return gradients.get().map(now -> now.convolved().plan().flip() || now.convolved().plan().gain() != 1 || now.convolved().plan().normalize()
                || now.convolved().groups() > 1).orElse(false);
    }

    /** The shown filter's gradient by one channel's kernel: [1, height, width]. */
    Optional<Tensor> kernelGradient() {
        return gradients.get().map(now -> {
            Shape kernel = Shape.of(1, now.convolved().weight().shape().at(2), now.convolved().weight().shape().at(3));
            if (typed.get() && isTreated()) {
                return now.typed(filter(), channel()).as(kernel);
            }
            boolean each = now.convolved().groups() > 1;
            int from = (filter() * now.convolved().weight().shape().at(1) + (each ? 0 : channel())) * kernel.size();
            return Tensor.of(kernel, Arrays.copyOfRange(now.dw().data(), from, from + kernel.size()));
        });
    }

    /** The shown filter's gradient at the output: [1, height, width]. */
    Optional<Tensor> outputGradient() {
        return gradients.get().map(now -> {
            int area = now.convolved().height() * now.convolved().width();
            return Tensor.of(Shape.of(1, now.convolved().height(), now.convolved().width()),
                    Arrays.copyOfRange(now.dy().data(), filter() * area, (filter() + 1) * area));
        });
    }

    /** "L = sum of y = 1234". */
    String loss() {
        return gradients.get().map(now -> "%s = %s".formatted(choice.get().formula(), Printed.number((float) now.loss().of(now.convolved().output()))))
                .orElse("");
    }

    /** "bias: db = sum of dy = 49". */
    String bias() {
        return gradients.get().map(now -> "db = sum of dy = %s".formatted(Printed.number(now.db().data()[filter()]))).orElse("");
    }

    /** The sum behind the focus; summed once, as a weight's goes over all places. */
    Optional<WrittenGradient> written() {
        Optional<KernelGradients> now = gradients.get();
        if (last.isEmpty() || now.isEmpty() || focus.get().isEmpty() || last.get().of() != now.get() || !last.get().at().equals(focus.get().get())) {
            last = now.flatMap(of -> focus.get().filter(at -> isThere(of.convolved(), at)).map(at -> WrittenGradient.of(this, of, at)));
        }
        return last;
    }
}
