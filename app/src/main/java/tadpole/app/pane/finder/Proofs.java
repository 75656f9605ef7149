package tadpole.app.pane.finder;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.app.job.RunningJob;
import tadpole.app.job.UiFeed;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.RateProof;
import tadpole.engine.training.RateProofs;

/** Fifty steps each at a tenth, one and ten times a rate; a new rate ends what an earlier one began. */
final class Proofs {

    static final int COUNT = 3;

    private final Desk desk;
    private final ReadOnlyObjectWrapper<List<RateProof>> proofs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Double>> proven = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper going = new ReadOnlyBooleanWrapper();
    private Optional<RunningJob<?>> running = Optional.empty();

    Proofs(Desk desk) {
        this.desk = desk;
    }

    ReadOnlyObjectProperty<List<RateProof>> proofsProperty() {
        return proofs.getReadOnlyProperty();
    }

    /** The rate in the middle. */
    ReadOnlyObjectProperty<Optional<Double>> provenProperty() {
        return proven.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty goingProperty() {
        return going.getReadOnlyProperty();
    }

    void prove(Experiment experiment, Dataset dataset, double rate) {
        if (proven.get().filter(each -> each == rate).isPresent()) {
            return;
        }
        clear();
        Optional<Double> mine = Optional.of(rate);
        proven.set(mine);
        UiFeed<List<RateProof>> feed = new UiFeed<>(desk.jobs().frames(), told -> {
            if (proven.get() == mine) {
                proofs.set(told.getLast());
            }
        });
        going.set(true);
        RunningJob<RateProofs.Result> started = desk.jobs().start(new ProveJob(experiment, rate, dataset, desk.device(), feed), outcome -> {
            feed.flush();
            if (proven.get() == mine) {
                going.set(false);
            }
            if (outcome instanceof JobOutcome.Failed<RateProofs.Result>(String why, _)) {
                desk.messages().failed(why);
            }
        });
        running = Optional.of(started);
    }

    void stop() {
        running.filter(each -> !each.state().isOver()).ifPresent(RunningJob::stop);
    }

    void clear() {
        stop();
        going.set(false);
        proven.set(Optional.empty());
        proofs.set(List.of());
    }
}
