package tadpole.app.pane.kernels.trained;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
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
import tadpole.app.job.RunningJob;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.shell.Desk;
import tadpole.app.shell.FileWork;
import tadpole.engine.convolution.Comparison;
import tadpole.engine.convolution.Exchange;
import tadpole.engine.convolution.TrainedLayer;
import tadpole.engine.file.WeightsFile;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainedNetwork;
import tadpole.engine.training.TrainingResult;

/** A trained network: which of its filters is looked at, on which picture, which was taken out, and what becomes of another one. */
public final class TrainedModel {

    private final KernelsModel kernels;
    private final Desk desk;
    private final List<Path> folders;
    private final Trials trials;
    private final ReadOnlyObjectWrapper<Optional<Source>> source = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper lack = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper(false);
    private final IntegerProperty layer = new SimpleIntegerProperty(0);
    private final IntegerProperty filter = new SimpleIntegerProperty(0);
    private final IntegerProperty channel = new SimpleIntegerProperty(0);
    /** Of the samples the network is tried on; empty for the picture of the pane. */
    private final ObjectProperty<Optional<Integer>> sample = new SimpleObjectProperty<>(Optional.of(0));
    private final ReadOnlyObjectWrapper<Optional<Taken>> taken = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding edited;
    private Optional<RunningJob<?>> opener = Optional.empty();
    private final Looking looking;

    /** @param folders where data sets are looked for */
    public TrainedModel(KernelsModel kernels, List<Path> folders) {
        this.kernels = kernels;
        this.desk = kernels.desk();
        this.folders = List.copyOf(folders);
        this.trials = new Trials(desk);
        this.looking = new Looking(kernels, this::wish);
        this.edited = Bindings.createBooleanBinding(() -> taken.get().filter(each -> each.isEdited(kernels.planProperty().get())).isPresent(),
                taken, kernels.planProperty());
        kernels.takesBackToo(() -> {
            boolean none = taken.get().isEmpty();
            return () -> {
                if (none) {
                    taken.set(Optional.empty());
                }
            };
        });
        trials.versionProperty().addListener((_, _, now) -> {
            taken.set(taken.get().flatMap(out -> now.flatMap(each -> each.network().filters().layer(out.layer().name())).map(out::comparedWith)));
            looking.anew();
        });
        for (IntegerProperty each : List.of(layer, filter)) {
            each.addListener((_, _, _) -> looking.anew());
        }
        sample.addListener((_, _, _) -> looking.anew());
        kernels.pictureProperty().addListener((_, _, _) -> looking.anew());
    }

    Trials trials() {
        return trials;
    }

    Desk desk() {
        return desk;
    }

    /** What is open, or being opened. */
    ReadOnlyObjectProperty<Optional<Source>> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** Why there is no network, in one sentence. */
    ReadOnlyStringProperty lackProperty() {
        return lack.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** The number of the layer, from 0. */
    IntegerProperty layerProperty() {
        return layer;
    }

    IntegerProperty filterProperty() {
        return filter;
    }

    /** The kernel of the filter that is shown in numbers. */
    IntegerProperty channelProperty() {
        return channel;
    }

    ObjectProperty<Optional<Integer>> sampleProperty() {
        return sample;
    }

    ReadOnlyObjectProperty<Optional<Look>> lookProperty() {
        return looking.lookProperty();
    }

    /** What the sliding window has; empty where it has nothing of this network. */
    ReadOnlyObjectProperty<Optional<Taken>> takenProperty() {
        return taken.getReadOnlyProperty();
    }

    /** Whether what was taken is another one now. */
    BooleanBinding edited() {
        return edited;
    }

    Optional<Version> version() {
        return trials.versionProperty().get();
    }

    Optional<TrainedLayer> shownLayer() {
        return version().map(now -> now.network().filters().layers()).filter(layers -> layer.get() < layers.size()).map(layers -> layers.get(layer.get()));
    }

    /** The greatest weight of the chosen layer as it was opened, whatever its sign: what stands for full color. */
    float scale() {
        float most = 0;
        for (float value : shownLayer().flatMap(of -> trials.original().flatMap(network -> network.filters().layer(of.name())))
                .map(layer -> layer.weight().data()).orElse(new float[0])) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }

    /** The network stays until the other one is there. */
    void open(Source wish) {
        opener.ifPresent(RunningJob::stop);
        opening.set(true);
        RunningJob<?>[] mine = new RunningJob<?>[1];
        mine[0] = desk.jobs().start(OpenTrained.of(wish, desk.workspace(), folders), outcome -> {
            if (opener.filter(now -> now == mine[0]).isEmpty()) {
                return;
            }
            opening.set(false);
            switch (outcome) {
                case JobOutcome.Finished<Optional<OpenNetwork>>(var network) -> network.ifPresent(each -> show(wish, each));
                case JobOutcome.Stopped<Optional<OpenNetwork>> _ -> desk.messages().done("Opening stopped. What was open still is.");
                case JobOutcome.Failed<Optional<OpenNetwork>>(var why, _) -> {
                    lack.set(why);
                    desk.messages().failed(why);
                }
            }
        });
        opener = Optional.of(mine[0]);
    }

    private void show(Source from, OpenNetwork network) {
        source.set(Optional.of(from));
        lack.set("");
        taken.set(Optional.empty());
        layer.set(0);
        filter.set(0);
        channel.set(0);
        sample.set(Optional.of(picked(network.trained())));
        trials.begin(network);
        desk.messages().done("Opened %s.".formatted(network.title()));
    }

    /** The sample that is picked in Data, where the network is tried on it. */
    private int picked(TrainedNetwork trained) {
        return desk.workspace().pickProperty().get()
                .filter(pick -> pick.dataset().key().equals(trained.dataset().key()) && pick.test() == trained.setup().test().isPresent()
                        && pick.index() < trained.samples().size())
                .map(pick -> pick.index()).orElse(0);
    }

    void chooseLayer(int number) {
        filter.set(0);
        channel.set(0);
        layer.set(number);
    }

    void chooseFilter(int number) {
        filter.set(number);
    }

    /** Whether the picture of the pane is one that the network takes. */
    boolean takesPicture() {
        return ownPicture().isPresent();
    }

    private Optional<Picture> ownPicture() {
        return kernels.pictureProperty().get().filter(picture -> version()
                .filter(now -> now.network().trained().dataset().shape().equals(picture.values().shape())).isPresent()
                && taken.get().filter(each -> each.picture() == picture).isEmpty() && picture.black() == 0 && picture.white() == 255);
    }

    private Optional<Looking.Wish> wish() {
        return shownLayer().map(of -> {
            OpenNetwork network = version().orElseThrow().network();
            return new Looking.Wish(network.trained(), network.filters(), of, filter.get(), sample.get(), ownPicture());
        });
    }

    /** Where nobody looks, nothing is looked for until somebody does again. */
    void watch(boolean now) {
        looking.watch(now);
    }

    /** Gives the chosen filter, and what it sees, to the sliding window. @return whether that takes it */
    boolean take() {
        return take(List.of(filter.get()));
    }

    /** Gives up to eight filters that see the same channels, the chosen one among them, to the sliding window. */
    boolean takeSeveral() {
        int first = filter.get() / TrainedLayer.MOST_FILTERS * TrainedLayer.MOST_FILTERS;
        return shownLayer().filter(of -> take(IntStream.range(first, Math.min(of.filters(), first + TrainedLayer.MOST_FILTERS))
                .filter(each -> of.firstChannel(each) == of.firstChannel(filter.get())).boxed().toList())).isPresent();
    }

    private boolean take(List<Integer> filters) {
        if (shownLayer().isEmpty() || looking.lookProperty().get().isEmpty()) {
            return false;
        }
        TrainedLayer of = shownLayer().get();
        if (of.refusal().isPresent()) {
            desk.messages().failed(of.refusal().get());
            return false;
        }
        Look now = looking.lookProperty().get().get();
        Picture picture = new Picture("%s · %s".formatted(now.sample(), now.seen().name()), now.seen().values(), now.seen().black(), now.seen().white());
        Taken out = Taken.of(of, filters, picture);
        kernels.changeWithPicture(() -> {
            taken.set(Optional.of(out));
            kernels.input().showSeen(picture);
        }, _ -> out.plan());
        kernels.filterProperty().set(filters.indexOf(filter.get()));
        kernels.channelProperty().set(Math.min(channel.get(), of.depth() - 1));
        return true;
    }

    /** What the sliding window has belongs to no network any more. */
    void forget() {
        taken.set(Optional.empty());
    }

    /** Puts what was edited into a copy of the network, and tries that. */
    void putBack() {
        taken.get().ifPresent(out -> {
            try {
                List<Exchange> changes = out.changes(kernels.planProperty().get());
                if (changes.isEmpty()) {
                    desk.messages().failed("%s is as it was. Change a number of its kernel, then put it back.".formatted(out.words()));
                    return;
                }
                trials.exchange(changes);
            } catch (SettingException misfit) {
                desk.messages().failed(misfit.getMessage());
            }
        });
    }

    /** Sets the chosen filter to zero. */
    void switchOff() {
        shownLayer().ifPresent(of -> trials.exchange(List.of(Exchange.off(of, filter.get()))));
    }

    void switchEachOff() {
        shownLayer().ifPresent(trials::switchOff);
    }

    /** Makes the version that is shown the trained network of the workspace. */
    void keep() {
        version().filter(now -> now.comparison().isPresent()).ifPresent(now -> {
            TrainedNetwork trained = now.network().trained();
            Comparison comparison = now.comparison().get();
            Evaluation after = comparison.after().evaluation();
            Experiment experiment = trained.experiment().withName(trained.experiment().name() + "-changed");
            desk.workspace().datasetProperty().set(Optional.of(trained.dataset()));
            desk.workspace().experimentProperty().set(Optional.of(experiment));
            desk.workspace().trainedProperty().set(Optional.of(new TrainingResult(trained.copy(), new Evaluation(Double.NaN, 0, 0), Optional.empty(),
                    trained.setup().test().map(_ -> after), 0, 0, 0, "Filters were changed in Kernels.")));
            desk.messages().done("%s is now the trained network of this session: other panes use it too.".formatted(experiment.name()));
        });
    }

    /** With the experiment that they come from. */
    void saveWeights(Path file) {
        version().ifPresent(now -> new FileWork(desk, kernels.background()).save(file,
                to -> WeightsFile.write(to, now.network().trained().experiment(), now.network().trained().network())));
    }

    /** Weights files of a folder, by name. */
    static List<Source.Weights> bundled(Path folder) {
        return List.of("pond-cnn", "digits-cnn").stream().map(name -> folder.resolve(name + ".safetensors")).filter(Files::exists)
                .map(file -> new Source.Weights(file, true)).toList();
    }
}
