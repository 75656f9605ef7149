package tadpole.app.pane.train.inside;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tadpole.app.chart.Digits;
import tadpole.app.job.Newest;
import tadpole.app.job.WorkState;
import tadpole.app.pane.train.Sight;
import tadpole.engine.dataset.Split;
import tadpole.engine.insight.LastBatch;
import tadpole.engine.insight.LayerPictures;
import tadpole.engine.insight.Pictured;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.training.TrainedNetwork;

/** Which layer is shown as pictures, of what, and the pictures as they are at the moment looked at. On the JavaFX thread. */
final class PicturesModel {

    private final Device device;
    private final Executor ui;
    private final Newest<Question> newest;
    private final Calm calm = new Calm(System::nanoTime);
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.WEIGHTS);
    private final StringProperty layer = new SimpleStringProperty("");
    private final IntegerProperty image = new SimpleIntegerProperty(0);
    private final BooleanProperty ownRanges = new SimpleBooleanProperty(false);
    private final ObjectProperty<OptionalInt> opened = new SimpleObjectProperty<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<Optional<Pictures>> pictures = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Sight> sight = Optional.empty();
    private int number;

    private record Question(Sight sight, Kind kind, String layer, int image, int number) {}

    /** @param background one task at a time */
    PicturesModel(Device device, Executor background, Executor ui) {
        this.device = device;
        this.ui = ui;
        this.newest = new Newest<>(background, question -> calm.measure(() -> answer(question)));
        kind.addListener(_ -> {
            opened.set(OptionalInt.empty());
            ask();
        });
        layer.addListener((_, _, now) -> {
            if (!now.equals(pictures.get().map(each -> each.shown().layer()).orElse(""))) {
                opened.set(OptionalInt.empty());
                ask();
            }
        });
        image.addListener(_ -> ask());
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /** The layer that is shown, by its name; of another network, and where it is not there, the first that is. */
    StringProperty layerProperty() {
        return layer;
    }

    /** The sample whose activations are shown, from 0. */
    IntegerProperty imageProperty() {
        return image;
    }

    /** Whether each picture is colored over its own range instead of one for all. */
    BooleanProperty ownRangesProperty() {
        return ownRanges;
    }

    /** The picture that is open large. */
    ObjectProperty<OptionalInt> openedProperty() {
        return opened;
    }

    ReadOnlyObjectProperty<Optional<Pictures>> picturesProperty() {
        return pictures.getReadOnlyProperty();
    }

    void look(Optional<Sight> at) {
        boolean running = at.filter(now -> now.live() && now.run().state() == WorkState.RUNNING).isPresent();
        boolean another = !at.map(Sight::run).equals(sight.map(Sight::run));
        if (another && at.isPresent() && sight.filter(before -> !layers(before).equals(layers(at.get()))).isPresent()) {
            layer.set("");
        }
        sight = at;
        if (at.isEmpty()) {
            newest.drop();
            number++;
            pictures.set(Optional.empty());
            opened.set(OptionalInt.empty());
        } else if (another || calm.isDue(running)) {
            ask();
        }
    }

    private static List<String> layers(Sight of) {
        return Pictured.layers(of.network().network());
    }

    /** To the next sample, or back. */
    void step(int by) {
        int size = sight.map(now -> now.network().samples().size()).orElse(1);
        image.set(Math.floorMod(image.get() + by, Math.max(1, size)));
    }

    private void ask() {
        number++;
        sight.ifPresent(now -> newest.ask(new Question(now, kind.get(), layer.get(), image.get(), number)));
    }

    private void answer(Question question) {
        Pictures made = make(question);
        ui.execute(() -> show(question, made));
    }

    private void show(Question question, Pictures made) {
        boolean wanted = sight.map(Sight::run).filter(run -> run == question.sight().run()).isPresent() && question.kind() == kind.get()
                && (question.layer().equals(layer.get()) || question.number() == number);
        if (wanted) {
            pictures.set(Optional.of(made));
            layer.set(made.shown().layer());
            opened.get().ifPresent(at -> opened.set(at < made.shown().count() ? OptionalInt.of(at) : OptionalInt.empty()));
        }
    }

    private Pictures make(Question question) {
        Sight of = question.sight();
        Network network = of.network().network();
        return switch (question.kind()) {
            case WEIGHTS -> {
                List<String> layers = Pictured.layers(network);
                String layer = there(layers, question.layer());
                yield new Pictures(of, Kind.WEIGHTS, layers, Pictured.weights(network, layer), "", biases(network, layer));
            }
            case GRADIENTS -> {
                List<String> layers = Pictured.layers(network);
                LastBatch batch = LastBatch.of(of.network(), of.step(), of.run().start().training().batch(), device);
                yield new Pictures(of, Kind.GRADIENTS, layers, Pictured.gradients(batch.network(), there(layers, question.layer())),
                        "over the %s batch".formatted(of.step() == 0 ? "first" : "last"), Optional.empty());
            }
            case ACTIVATIONS -> activations(of, question);
        };
    }

    private Pictures activations(Sight of, Question question) {
        TrainedNetwork trained = of.network();
        Split samples = trained.samples();
        int index = Math.min(question.image(), samples.size() - 1);
        Map<String, LayerPictures> all = Pictured.activations(trained.network(), trained.prepared(samples, index), device);
        List<String> layers = List.copyOf(all.keySet());
        List<String> classes = trained.dataset().classes();
        String label = classes.isEmpty() ? "" : ", a " + classes.get(samples.label(index));
        return new Pictures(of, Kind.ACTIVATIONS, layers, all.get(there(layers, question.layer())),
                "of %s image %s%s".formatted(trained.part(), Digits.count(index + 1), label), Optional.empty());
    }

    private static String there(List<String> layers, String wanted) {
        return layers.contains(wanted) ? wanted : layers.getFirst();
    }

    private static Optional<Parameter> biases(Network network, String layer) {
        return network.parameters().stream().filter(each -> each.role() == Parameter.Role.BIAS && each.name().equals(layer + ".bias")).findFirst();
    }
}
