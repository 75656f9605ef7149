package tadpole.app.xray;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.Arithmetic;
import tadpole.engine.inspect.Explainer;

/** The number whose arithmetic is open, the way that led to it, and what is lit because of it. */
public final class XRayModel {

    private final List<Address> way = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<Arithmetic>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Lit> lit = new ReadOnlyObjectWrapper<>(Lit.NOTHING);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper before = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper after = new ReadOnlyBooleanWrapper();
    private Optional<Explainer> explainer = Optional.empty();
    private int at;

    /** Whose numbers they are from now on. What is open is explained anew; it closes where there is no such number any more. */
    public void explain(Optional<Explainer> by) {
        explainer = by;
        if (!open.get()) {
            return;
        }
        if (by.isEmpty()) {
            close();
        } else {
            lookAgain();
        }
    }

    /**
     * Opens the arithmetic of a number; the way begins here. Without an explainer nothing opens.
     *
     * @throws IllegalArgumentException where there is no such number
     */
    public void open(Address address) {
        if (explainer.isEmpty()) {
            return;
        }
        Arithmetic arithmetic = explainer.get().explain(address);
        way.clear();
        way.add(address);
        at = 0;
        show(arithmetic);
    }

    /**
     * Goes on from the open number to another, such as one of its sources.
     *
     * @throws IllegalArgumentException where there is no such number
     */
    public void walk(Address address) {
        if (!open.get()) {
            open(address);
            return;
        }
        if (way.get(at).equals(address)) {
            return;
        }
        Arithmetic arithmetic = explainer.orElseThrow().explain(address);
        way.subList(at + 1, way.size()).clear();
        way.add(address);
        at++;
        show(arithmetic);
    }

    public void back() {
        if (before.get()) {
            at--;
            lookAgain();
        }
    }

    public void forward() {
        if (after.get()) {
            at++;
            lookAgain();
        }
    }

    public void close() {
        way.clear();
        at = 0;
        shown.set(Optional.empty());
        lit.set(Lit.NOTHING);
        open.set(false);
        before.set(false);
        after.set(false);
    }

    private void lookAgain() {
        Arithmetic arithmetic;
        try {
            arithmetic = explainer.orElseThrow().explain(way.get(at));
        } catch (IllegalArgumentException gone) {
            close();
            return;
        }
        show(arithmetic);
    }

    private void show(Arithmetic arithmetic) {
        before.set(at > 0);
        after.set(at < way.size() - 1);
        lit.set(Lit.of(arithmetic));
        shown.set(Optional.of(arithmetic));
        open.set(true);
    }

    public ReadOnlyObjectProperty<Optional<Arithmetic>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Lit> litProperty() {
        return lit.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether one came from another number. */
    public ReadOnlyBooleanProperty beforeProperty() {
        return before.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty afterProperty() {
        return after.getReadOnlyProperty();
    }
}
