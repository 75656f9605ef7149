package tadpole.app.pane.gradients;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.DatasetException;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.dataset.Split;
import tadpole.engine.inspect.SoftmaxPicture;
import tadpole.engine.job.JobControl;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Seed;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Setup;
import tadpole.engine.training.TrainingResult;

/**
 * Which network is looked at, and on which samples; shared by the rooms. What is chosen is built beside the JavaFX thread, and told as
 * {@link #studiedProperty} once it is there. With nothing open it begins with the bundled digits.
 */
public final class Subject {

    public static final int MOST_SAMPLES = 64;
    private static final String FIRST = "tadpole-digits";

    private final Desk desk;
    private final Executor background;
    private final List<Path> folders;
    private final ObjectProperty<NetworkChoice> network = new SimpleObjectProperty<>(NetworkChoice.SOFTMAX);
    private final ObjectProperty<SampleChoice> samples = new SimpleObjectProperty<>(SampleChoice.PICKED);
    private final DoubleProperty deviation = new SimpleDoubleProperty(0.1);
    private final StringProperty pixels = new SimpleStringProperty(SoftmaxPicture.PIXELS.standard());
    private final IntegerProperty first = new SimpleIntegerProperty(0);
    private final IntegerProperty count = new SimpleIntegerProperty(1);
    private final BooleanProperty test = new SimpleBooleanProperty(false);
    private final LongProperty seed = new SimpleLongProperty(1);
    private final ObjectProperty<Optional<Experiment>> file = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<List<Integer>> listed = new SimpleObjectProperty<>(List.of(0));
    private final ReadOnlyObjectWrapper<Optional<Studied>> studied = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper lack = new ReadOnlyStringWrapper("");
    /** The data set of the last experiment that needed another one than is open. */
    private Optional<Dataset> other = Optional.empty();
    /** Counted on the JavaFX thread; what is no longer wanted is not built. */
    private volatile int wanted;

    /**
     * @param background where networks are built and data sets are read, in order
     * @param folders    where data sets are looked for
     */
    public Subject(Desk desk, Executor background, List<Path> folders) {
        this.desk = desk;
        this.background = background;
        this.folders = List.copyOf(folders);
        Workspace workspace = desk.workspace();
        for (Observable each : List.<Observable>of(network, samples, deviation, pixels, first, count, test, seed, file, listed, workspace.datasetProperty(),
                workspace.pickProperty(), workspace.experimentProperty(), workspace.trainedProperty())) {
            each.addListener(_ -> build());
        }
        build();
    }

    public ObjectProperty<NetworkChoice> networkProperty() {
        return network;
    }

    public ObjectProperty<SampleChoice> samplesProperty() {
        return samples;
    }

    /** Of W and b of the linear softmax. */
    public DoubleProperty deviationProperty() {
        return deviation;
    }

    /** What Tadpole's own networks are given: a choice of {@link SoftmaxPicture#PIXELS}, as in the room Softmax. */
    public StringProperty pixelsProperty() {
        return pixels;
    }

    /** Index of the first sample, where one chooses by index. */
    public IntegerProperty firstProperty() {
        return first;
    }

    /** 1 to {@link #MOST_SAMPLES}, where one chooses by index or by lot. */
    public IntegerProperty countProperty() {
        return count;
    }

    /** Whether samples chosen by index or by lot are of the test part. */
    public BooleanProperty testProperty() {
        return test;
    }

    /** What the start weights of Tadpole's own networks and the drawn samples come from. */
    public LongProperty seedProperty() {
        return seed;
    }

    /** What {@link NetworkChoice#FILE} stands for; empty until {@link #use}. */
    public ReadOnlyObjectProperty<Optional<Experiment>> fileProperty() {
        return file;
    }

    /** What is looked at; what was there before stays while the next is built, and nothing is there where {@link #lackProperty} says why. */
    public ReadOnlyObjectProperty<Optional<Studied>> studiedProperty() {
        return studied.getReadOnlyProperty();
    }

    /** What is missing and what to do, in one sentence; empty where nothing is. */
    public ReadOnlyStringProperty lackProperty() {
        return lack.getReadOnlyProperty();
    }

    /** Looks at the network of an experiment file. */
    public void use(Experiment experiment) {
        file.set(Optional.of(experiment));
        network.set(NetworkChoice.FILE);
    }

    /** The same on certain training samples, which {@link SampleChoice#LISTED} stands for. */
    public void use(Experiment experiment, List<Integer> places) {
        listed.set(List.copyOf(places));
        samples.set(SampleChoice.LISTED);
        use(experiment);
    }

    /** Gives the experiment to Train and goes there. */
    public void sendToTrain() {
        studied.get().ifPresent(now -> desk.sendToTrain(now.dataset(), now.experiment()));
    }

    private record Wish(NetworkChoice network, SampleChoice samples, double deviation, String pixels, int first, int count, boolean test, long seed, List<Integer> listed,
            Optional<Dataset> dataset, Optional<Workspace.Pick> pick, Optional<Experiment> experiment, Optional<TrainingResult> trained) {}

    private void build() {
        Workspace workspace = desk.workspace();
        Wish wish = new Wish(network.get(), samples.get(), deviation.get(), pixels.get(), first.get(), count.get(), test.get(), seed.get(), listed.get(),
                workspace.datasetProperty().get(), workspace.pickProperty().get(),
                network.get() == NetworkChoice.FILE ? file.get() : workspace.experimentProperty().get(), workspace.trainedProperty().get());
        int number = wanted + 1;
        wanted = number;
        background.execute(() -> {
            if (number != wanted) {
                return;
            }
            try {
                Studied built = build(wish);
                tell(number, Optional.of(built), "");
            } catch (SettingException | DatasetException misfit) {
                tell(number, Optional.empty(), misfit.getMessage());
            }
        });
    }

    private void tell(int number, Optional<Studied> built, String why) {
        desk.jobs().ui().execute(() -> {
            if (number == wanted) {
                lack.set(why);
                studied.set(built);
            }
        });
    }

    private Studied build(Wish wish) throws SettingException, DatasetException {
        if (wish.network().isBuiltIn()) {
            Dataset dataset = wish.dataset().isPresent() ? wish.dataset().get() : found(new DataPlan(FIRST, List.of(), 0));
            Experiment experiment = wish.network().experiment(dataset, wish.deviation(), wish.pixels(), wish.seed());
            Setup setup = Setup.of(experiment, dataset);
            return studied(wish, experiment, dataset, setup, setup.network());
        }
        Experiment experiment = wish.experiment().orElseThrow(() -> new SettingException(wish.network() == NetworkChoice.FILE
                ? "No experiment was opened here. Open one with Ctrl+O, or drop its file on the window."
                : "No experiment is set up. Set one up in Train, or choose a network that comes with Tadpole."));
        Dataset dataset = wish.dataset().filter(experiment.data()::isOf).isPresent() ? wish.dataset().get() : found(experiment.data());
        Setup setup = Setup.of(experiment, dataset);
        return studied(wish, experiment, dataset, setup, wish.network() == NetworkChoice.TRAINED ? trained(wish, setup) : setup.network());
    }

    private static Network trained(Wish wish, Setup setup) throws SettingException {
        Network trained = wish.trained().map(TrainingResult::network)
                .orElseThrow(() -> new SettingException("Nothing is trained yet. Press Start in Train, or choose another network."));
        List<String> here = trained.parameters().stream().map(Object::toString).toList();
        if (!here.equals(setup.network().parameters().stream().map(Object::toString).toList())) {
            throw new SettingException("The experiment in Train was changed since it was trained. Train it again, or choose another network.");
        }
        return trained;
    }

    private Studied studied(Wish wish, Experiment experiment, Dataset dataset, Setup setup, Network network) throws SettingException {
        Optional<Workspace.Pick> pick = wish.pick().filter(each -> each.dataset().key().equals(dataset.key()));
        if (wish.samples() == SampleChoice.PICKED && pick.isPresent()) {
            return new Studied(wish.network(), experiment, dataset, setup, network, pick.get().test(), List.of(pick.get().index()));
        }
        boolean ofTest = wish.test() && dataset.test().isPresent() && (wish.samples() == SampleChoice.BY_INDEX || wish.samples() == SampleChoice.DRAWN);
        Split split = ofTest ? dataset.test().orElseThrow() : dataset.train();
        if (split.size() == 0) {
            throw new SettingException("%s has no images. Open another data set in Data.".formatted(dataset.title()));
        }
        int many = Math.clamp(wish.count(), 1, Math.min(MOST_SAMPLES, split.size()));
        IntStream chosen = switch (wish.samples()) {
            case PICKED, LESSON -> IntStream.of(SoftmaxPicture.lesson(dataset));
            case BY_INDEX -> {
                int from = Math.clamp(wish.first(), 0, split.size() - many);
                yield IntStream.range(from, from + many);
            }
            case LISTED -> {
                for (int each : wish.listed()) {
                    if (each < 0 || each >= split.size()) {
                        throw new SettingException("%s has the training samples 0 to %d, but the file asks for %d. Choose other images."
                                .formatted(dataset.title(), split.size() - 1, each));
                    }
                }
                yield wish.listed().stream().mapToInt(Integer::intValue);
            }
            case DRAWN -> new Seed(wish.seed()).derive("samples").generator().ints(0, split.size()).distinct().limit(many);
        };
        return new Studied(wish.network(), experiment, dataset, setup, network, ofTest, chosen.boxed().toList());
    }

    /** Runs in the background only, one after the other. */
    private Dataset found(DataPlan plan) throws DatasetException, SettingException {
        if (other.filter(plan::isOf).isEmpty()) {
            other = Optional.of(plan.make().isPresent() ? PointSets.make(plan.set(), plan.make().get())
                    : DataFolder.find(plan.set(), folders).read(JobControl.UNWATCHED));
        }
        return other.orElseThrow();
    }
}
