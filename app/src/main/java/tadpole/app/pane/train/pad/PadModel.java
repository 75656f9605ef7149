package tadpole.app.pane.train.pad;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import tadpole.app.job.Newest;
import tadpole.engine.dataset.DrawnDigit;
import tadpole.engine.evaluation.Shares;
import tadpole.engine.layer.Pass;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Answers;
import tadpole.engine.training.TrainedNetwork;

/** The drawing, and what the network that is looked at says of it. On the JavaFX thread. */
final class PadModel {

    private static final int NEXT = 2;

    private final Device device;
    private final Executor ui;
    private final Newest<Question> newest;
    private final Ink ink = new Ink();
    private final BooleanProperty erasing = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Guess.Note>> note = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Guess.State> state = new ReadOnlyObjectWrapper<>(Guess.State.EMPTY);
    private Optional<TrainedNetwork> network = Optional.empty();
    private int number;

    private record Question(float[] ink, Optional<TrainedNetwork> network, int number) {}

    /** @param background one task at a time, in order */
    PadModel(Device device, Executor background, Executor ui) {
        this.device = device;
        this.ui = ui;
        this.newest = new Newest<>(background, this::answer);
    }

    Ink ink() {
        return ink;
    }

    BooleanProperty erasingProperty() {
        return erasing;
    }

    /** Grows whenever the drawing changes. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Why nothing can be drawn for these data, or what is other than with MNIST. */
    ReadOnlyObjectProperty<Optional<Guess.Note>> noteProperty() {
        return note.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Guess.State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Another network, or the same one at another moment. */
    void look(Optional<TrainedNetwork> at) {
        network = at;
        note.set(at.flatMap(each -> DrawnSample.note(each.dataset())));
        ask();
    }

    void begin() {
        ink.begin();
    }

    void draw(double fromX, double fromY, double toX, double toY, boolean erases) {
        ink.draw(fromX, fromY, toX, toY, erases);
        changed();
    }

    void undo() {
        ink.undo();
        changed();
    }

    void clear() {
        ink.clear();
        changed();
    }

    private void changed() {
        changes.set(changes.get() + 1);
        ask();
    }

    private void ask() {
        number++;
        boolean refused = note.get().filter(Guess.Note::refuses).isPresent();
        if (ink.isEmpty() || refused) {
            state.set(Guess.State.EMPTY);
            return;
        }
        newest.ask(new Question(ink.copy(), network, number));
    }

    private void answer(Question question) {
        int side = question.network().map(each -> DrawnSample.side(each.dataset().shape())).orElse(DrawnDigit.SIDE);
        Optional<DrawnDigit> digit = DrawnDigit.of(question.ink(), Ink.SIDE, Ink.SIDE, side);
        Optional<Guess> guess = digit.flatMap(drawn -> question.network().map(asked -> guess(drawn, asked)));
        ui.execute(() -> {
            boolean empty = ink.isEmpty() || note.get().filter(Guess.Note::refuses).isPresent();
            if (question.number() == number || !empty && question.network().equals(network)) {
                state.set(new Guess.State(digit, guess));
            }
        });
    }

    private Guess guess(DrawnDigit digit, TrainedNetwork asked) {
        Tensor input = asked.prepared(DrawnSample.raw(digit, asked.dataset().shape()));
        Tensor outputs = asked.network().forward(input.as(input.shape().batchOf(1)), Pass.evaluation(device));
        int answer = Answers.answer(outputs, 0);
        float[] shares = Shares.of(asked.network(), asked.experiment().loss().type()).of(outputs, 0);
        List<Guess.Next> next = new ArrayList<>();
        IntStream.range(0, shares.length).boxed().filter(each -> each != answer).sorted(Comparator.comparingDouble(each -> -shares[each])).limit(NEXT)
                .forEach(each -> next.add(new Guess.Next(name(asked, each), shares[each])));
        return new Guess(digit, name(asked, answer), shares.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(shares[answer]), next);
    }

    private static String name(TrainedNetwork asked, int answer) {
        List<String> classes = asked.dataset().classes();
        return answer >= 0 && answer < classes.size() ? classes.get(answer) : Integer.toString(answer);
    }
}
