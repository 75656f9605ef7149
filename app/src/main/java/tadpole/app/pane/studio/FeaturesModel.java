package tadpole.app.pane.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import tadpole.app.experiment.BundledFeatures;
import tadpole.app.job.Watched;
import tadpole.app.job.WorkState;
import tadpole.app.shell.CacheFolder;
import tadpole.app.shell.ConfigFolder;
import tadpole.app.shell.Desk;
import tadpole.engine.file.FeatureCache;
import tadpole.engine.file.FileException;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.LayerChoice;

/** Which feature network the Studio looks with: the bundled one, or weights from a file. What cannot be read leaves the one in use. */
public final class FeaturesModel {

    /** Reads a choice; not on the JavaFX thread. */
    public interface Reading {
        FeatureNetwork read(FeatureChoice choice) throws FileException;
    }

    private record Read(FeatureChoice choice, Optional<FeatureNetwork> network, List<Path> opened) {}

    private final Desk desk;
    private final ObjectProperty<Optional<FeatureNetwork>> inUse;
    private final Reading reading;
    private final OpenedWeights opened;
    private final Watched<Void, Read> work;
    private final ReadOnlyListWrapper<FeatureChoice> choices = new ReadOnlyListWrapper<>(FXCollections.observableArrayList(FeatureChoice.BUNDLED));
    private final ReadOnlyObjectWrapper<Optional<FeatureChoice>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("");

    /** @param inUse is set to what was chosen, once it is read */
    public FeaturesModel(Desk desk, ObjectProperty<Optional<FeatureNetwork>> inUse) {
        this(desk, inUse, FeaturesModel::readChoice, new OpenedWeights(ConfigFolder.ofThisUser().resolve("studio-weights.txt")));
    }

    FeaturesModel(Desk desk, ObjectProperty<Optional<FeatureNetwork>> inUse, Reading reading, OpenedWeights opened) {
        this.desk = desk;
        this.inUse = inUse;
        this.reading = reading;
        this.opened = opened;
        this.work = new Watched<>(desk.jobs());
    }

    private static FeatureNetwork readChoice(FeatureChoice choice) throws FileException {
        return choice.file().isPresent() ? new FeatureCache(CacheFolder.ofThisUser().resolve("features")).read(choice.file().get()) : BundledFeatures.open();
    }

    /** The bundled one first, then files that were opened before, the last first. */
    public ReadOnlyListProperty<FeatureChoice> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /** Which of the choices is in use; empty until the first one is read. */
    public ReadOnlyObjectProperty<Optional<FeatureChoice>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The network in use, whoever set it. */
    public ReadOnlyProperty<Optional<FeatureNetwork>> inUseProperty() {
        return inUse;
    }

    /** Name, layers, size and source of the network in use, in a few lines; empty until there is one. */
    public ReadOnlyStringProperty aboutProperty() {
        return about.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<WorkState> stateProperty() {
        return work.stateProperty();
    }

    /** Opens the bundled network where none is in use or on its way; at the Studio's start. */
    public void start() {
        if (inUse.get().isEmpty() && work.state() != WorkState.RUNNING) {
            choose(FeatureChoice.BUNDLED);
        }
    }

    /** A file with weights; it stands among the choices once it was read. */
    public void open(Path file) {
        choose(FeatureChoice.of(file));
    }

    public void choose(FeatureChoice choice) {
        work.start(false, _ -> job(choice), new Watched.Listener<>() {
            @Override
            public void hear(List<Void> events) {}

            @Override
            public void ended(Read read) {
                read.network().ifPresent(network -> use(read, network));
            }

            @Override
            public void failed(String why) {
                desk.messages().failed(why + inUse.get().map(network -> " %s stays in use.".formatted(network.name())).orElse(""));
            }
        });
    }

    private void use(Read read, FeatureNetwork network) {
        List<FeatureChoice> all = new ArrayList<>(List.of(FeatureChoice.BUNDLED));
        read.opened().forEach(each -> all.add(FeatureChoice.of(each)));
        choices.setAll(all);
        chosen.set(Optional.of(read.choice()));
        about.set(about(read.choice(), network));
        inUse.set(Optional.of(network));
        read.choice().file().ifPresent(_ -> desk.messages().done("The Studio now looks with %s.".formatted(network.name())));
    }

    private static String about(FeatureChoice choice, FeatureNetwork network) {
        long weights = network.network().parameters().stream().mapToLong(each -> each.value().size()).sum();
        String substitutes = LayerChoice.substitutes(network);
        return String.format(Locale.ROOT, "%s: %d layers, %s to %s%n%.2f million weights, %.1f MB%n%s", network.name(), network.layers().size(),
                network.layers().getFirst(), network.layers().getLast(), weights / 1e6, 4e-6 * weights,
                choice.file().map(Path::toString).orElse("Trained by Tadpole on CIFAR-10"))
                + (substitutes.isEmpty() ? "" : System.lineSeparator() + substitutes);
    }

    private Job<Read> job(FeatureChoice choice) {
        return new Job<>() {
            @Override
            public String name() {
                return "Reading " + choice.label();
            }

            @Override
            public JobOutcome<Read> run(JobControl control) {
                try {
                    FeatureNetwork network = reading.read(choice);
                    if (control.isStopped()) {
                        return new JobOutcome.Stopped<>(new Read(choice, Optional.empty(), List.of()));
                    }
                    choice.file().ifPresent(opened::add);
                    return new JobOutcome.Finished<>(new Read(choice, Optional.of(network), opened.read()));
                } catch (FileException wrong) {
                    return new JobOutcome.Failed<>(wrong.getMessage(), wrong);
                }
            }
        };
    }
}
