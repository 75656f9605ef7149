package tadpole.app.pane.train.network;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import tadpole.app.job.Jobs;
import tadpole.app.job.Watched;
import tadpole.app.job.WorkState;
import tadpole.engine.design.EpochEstimate;
import tadpole.engine.design.EpochTrial;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;

/** How long an epoch takes on this machine: measured when asked, and after the first real one how far off that was. */
public final class EpochModel {

    private static final long MOST_MILLIS = 5000;

    /** The first epoch of a run as it was. */
    public record FirstEpoch(Experiment experiment, double seconds) {}

    private record Measured(Experiment experiment, EpochEstimate estimate) {}

    private final NetworkModel model;
    private final Device device;
    private final Watched<Void, EpochEstimate> work;
    private final ReadOnlyStringWrapper figure = new ReadOnlyStringWrapper("?");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ObservableValue<Optional<FirstEpoch>> first;
    private Optional<Measured> measured = Optional.empty();

    /** @param first the first epoch of the run that is looked at */
    public EpochModel(NetworkModel model, ObservableValue<Optional<FirstEpoch>> first, Jobs jobs, Device device) {
        this.model = model;
        this.first = first;
        this.device = device;
        this.work = new Watched<>(jobs);
        model.drawingProperty().subscribe(_ -> show());
        work.stateProperty().subscribe(_ -> show());
        first.subscribe(_ -> show());
    }

    /** "12.1 s", or a question mark. */
    ReadOnlyStringProperty figureProperty() {
        return figure.getReadOnlyProperty();
    }

    /** What the figure stands on. */
    ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** Why it could not be measured; empty where it could. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** Whether it can be measured now. */
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    Optional<EpochEstimate> estimate() {
        return measured.map(Measured::estimate);
    }

    /** Trains a throw-away copy for a few seconds. */
    public void measure() {
        model.drawing().filter(now -> now.design().fits()).ifPresent(now -> {
            Experiment experiment = now.experiment();
            refusal.set("");
            work.start(false, _ -> new EpochTrial(experiment, now.dataset(), device, MOST_MILLIS), new Watched.Listener<>() {
                @Override
                public void hear(List<Void> nothing) {}

                @Override
                public void ended(EpochEstimate estimate) {
                    measured = Optional.of(new Measured(experiment, estimate));
                    show();
                }

                @Override
                public void failed(String why) {
                    refusal.set(why);
                    show();
                }
            });
        });
    }

    private void show() {
        boolean going = work.state() == WorkState.RUNNING || work.state() == WorkState.PAUSED;
        ready.set(!going && model.drawing().filter(now -> now.design().fits()).isPresent());
        Optional<Experiment> now = model.drawing().map(Drawing::experiment);
        Optional<Measured> valid = measured.filter(each -> now.filter(experiment -> costsTheSame(each.experiment(), experiment)).isPresent());
        Optional<FirstEpoch> took = first.getValue().filter(each -> now.filter(experiment -> costsTheSame(each.experiment(), experiment)).isPresent());
        figure.set(valid.map(each -> "≈ " + seconds(each.estimate().seconds())).or(() -> took.map(each -> seconds(each.seconds()))).orElse("?"));
        if (going) {
            detail.set("measuring...");
        } else if (valid.isPresent() && took.isPresent()) {
            detail.set(valid.get().estimate().compared(took.get().seconds()));
        } else if (valid.isPresent()) {
            detail.set("an epoch on this machine");
        } else if (took.isPresent()) {
            detail.set("the first epoch took");
        } else {
            detail.set("an epoch, not measured");
        }
    }

    private static boolean costsTheSame(Experiment one, Experiment other) {
        return one.layers().equals(other.layers()) && one.training().batch() == other.training().batch() && one.data().equals(other.data())
                && one.optimizer().type().equals(other.optimizer().type());
    }

    private static String seconds(double seconds) {
        if (seconds >= 100) {
            long whole = Math.round(seconds);
            return whole >= 3600 ? "%d h %d min".formatted(whole / 3600, whole % 3600 / 60) : "%d min %d s".formatted(whole / 60, whole % 60);
        }
        return String.format(Locale.ROOT, seconds < 1 ? "%.2f s" : "%.1f s", seconds);
    }
}
