package tadpole.app.pane.playground.points;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import tadpole.app.pane.playground.points.Columns.Number;
import tadpole.app.pane.playground.points.Columns.Spot;
import tadpole.app.pane.playground.points.Columns.Unit;

/** What one points at, sets by hand and asks about. */
final class Pointing {

    private final ObjectProperty<Optional<Spot>> hovered = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Number>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Look.Picked>> picked = new SimpleObjectProperty<>(Optional.empty());

    /** What one points at in the drawing of the network. */
    ObjectProperty<Optional<Spot>> hoveredProperty() {
        return hovered;
    }

    /** The weight or bias that one sets by hand. */
    ObjectProperty<Optional<Number>> chosenProperty() {
        return chosen;
    }

    /** The point of the plane that is sent through the network. */
    ObjectProperty<Optional<Look.Picked>> pickedProperty() {
        return picked;
    }

    ObservableBooleanValue choosing() {
        return Bindings.createBooleanBinding(() -> chosen.get().isPresent(), chosen);
    }

    ObservableBooleanValue asking() {
        return Bindings.createBooleanBinding(() -> picked.get().isPresent(), picked);
    }

    /** The unit that the large map shows. */
    Optional<Unit> shown() {
        return hovered.get().filter(Unit.class::isInstance).map(Unit.class::cast);
    }

    /** Forgets what another network does not have. */
    void keep(Columns columns) {
        chosen.set(chosen.get().filter(columns::has));
        hovered.set(hovered.get().filter(columns::has));
    }
}
