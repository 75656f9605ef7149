package tadpole.app.pane.finder;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.app.chart.Digits;
import tadpole.app.shell.Desk;
import tadpole.engine.optimizer.Optimizers;

/** The learning rate that one chose on the curve: two digits of it, within what an optimizer takes. */
final class ChosenRate {

    private final Desk desk;
    private final ReadOnlyObjectWrapper<Optional<Double>> rate = new ReadOnlyObjectWrapper<>(Optional.empty());

    ChosenRate(Desk desk) {
        this.desk = desk;
    }

    ReadOnlyObjectProperty<Optional<Double>> rateProperty() {
        return rate.getReadOnlyProperty();
    }

    Optional<Double> rate() {
        return rate.get();
    }

    void choose(double wanted) {
        rate.set(Optional.of(Math.clamp(Double.parseDouble(Digits.two(wanted)), Optimizers.RATE.least(), Optimizers.RATE.most())));
    }

    void clear() {
        rate.set(Optional.empty());
    }

    /** The experiment of Train takes it; a run that goes on takes it at its next step. */
    void useInTrain() {
        desk.workspace().experimentProperty().get().ifPresent(experiment -> rate().ifPresent(chosen -> {
            desk.workspace().experimentProperty().set(Optional.of(Overlay.rate(experiment, chosen)));
            desk.messages().done("Train has learning rate %s now.".formatted(Digits.two(chosen)));
        }));
    }
}
