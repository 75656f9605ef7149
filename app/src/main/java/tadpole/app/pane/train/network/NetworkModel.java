package tadpole.app.pane.train.network;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import tadpole.app.form.Undo;
import tadpole.app.pane.train.ExperimentForm;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.design.Design;
import tadpole.engine.design.Goal;
import tadpole.engine.design.NetworkPreset;
import tadpole.engine.design.Repair;
import tadpole.engine.layer.LayerMaker;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;
import tadpole.engine.training.Experiment;

/** The layers of the experiment being set up while they are edited one by one; every edit is in the experiment at once. */
public final class NetworkModel {

    static final int NONE = -1;
    private static final int MOST_STEPS = 200;

    private record Past(List<Spec> layers, int selected) {}

    private final ExperimentForm form;
    private final ObservableValue<Optional<Dataset>> dataset;
    private final Undo<Past> undo = new Undo<>(MOST_STEPS);
    private final BooleanProperty folded = new SimpleBooleanProperty(true);
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyObjectWrapper<Optional<Drawing>> drawing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LayerForm>> settings = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Spec> layers;
    private String set;
    private boolean editing;
    private int shownAt = NONE;

    /** @param dataset that is open */
    public NetworkModel(ExperimentForm form, ObservableValue<Optional<Dataset>> dataset) {
        this.form = form;
        this.dataset = dataset;
        this.layers = form.experiment().layers();
        this.set = form.experiment().data().set();
        form.experimentProperty().addListener((_, _, experiment) -> follow(experiment));
        dataset.addListener((_, _, _) -> look());
        folded.addListener(_ -> look());
        look();
    }

    /** Empty while no data set is open that the experiment is for. */
    ReadOnlyObjectProperty<Optional<Drawing>> drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    Optional<Drawing> drawing() {
        return drawing.get();
    }

    public List<Spec> layers() {
        return layers;
    }

    /** Place of the selected layer, the first of those that are folded; {@link #NONE} where none is. */
    ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    Optional<Link> selected() {
        return drawing.get().flatMap(now -> now.linkOf(selected.get()));
    }

    /** The settings of the selected layer. */
    ReadOnlyObjectProperty<Optional<LayerForm>> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** Whether equal layers in a row are one card. */
    BooleanProperty foldedProperty() {
        return folded;
    }

    ReadOnlyBooleanProperty undoable() {
        return undo.possibleProperty();
    }

    ReadOnlyBooleanProperty redoable() {
        return undo.redoableProperty();
    }

    /** Selects the layer there, or none. */
    void select(int index) {
        selected.set(index < 0 || index >= layers.size() ? NONE : drawing.get().flatMap(now -> now.linkOf(index)).map(Link::from).orElse(index));
        showSettings();
    }

    /** Selects the card so many further. */
    void selectBy(int cards) {
        drawing.get().filter(now -> !now.links().isEmpty()).ifPresent(now -> {
            int at = selected().map(now.links()::indexOf).orElse(cards > 0 ? NONE : now.links().size());
            select(now.links().get(Math.clamp(at + (long) cards, 0, now.links().size() - 1)).from());
        });
    }

    /** Puts a layer with its defaults in front of the layer at that place, or at the end. */
    void add(int at, Recipe<LayerMaker> recipe) {
        edit(LayerEdits.add(layers, at, recipe.standard()), at);
    }

    void remove(Link link) {
        List<Spec> rest = LayerEdits.remove(layers, link.from(), link.count());
        edit(rest, Math.min(link.from(), rest.size() - 1));
    }

    /** One more of the same behind it. */
    void duplicate(Link link) {
        edit(LayerEdits.add(layers, link.end(), link.spec()), link.count() == 1 ? link.end() : link.from());
    }

    /** One fewer of equal layers. */
    void removeOne(Link link) {
        edit(LayerEdits.remove(layers, link.from(), 1), Math.min(link.from(), layers.size() - 2));
    }

    /** @param gap the place in front of which it comes, counted before it moves */
    void move(Link link, int gap) {
        edit(LayerEdits.move(layers, link.from(), link.count(), gap), LayerEdits.landing(link.from(), link.count(), gap));
    }

    /** Changes places with the card before or behind. @param way -1 or 1 */
    void moveBy(Link link, int way) {
        drawing.get().ifPresent(now -> {
            int other = now.links().indexOf(link) + way;
            if (other >= 0 && other < now.links().size()) {
                Link beside = now.links().get(other);
                move(link, way < 0 ? beside.from() : beside.end());
            }
        });
    }

    /** Another setting, for each of the layers of a card. */
    void set(Link link, String key, Object value) {
        set(link, LayerEdits.with(link.spec(), key, value));
    }

    void repair(Repair repair) {
        edit(repair.layers(), Math.min(selected.get(), repair.layers().size() - 1));
    }

    /** Replaces all layers. */
    void take(NetworkPreset preset) {
        drawing.get().ifPresent(now -> edit(preset.layers(now.design().input(), goal(now)), NONE));
    }

    /** The layers that the network's text says. All edits of one sitting at the text are one step back. */
    void takeText(List<Spec> read) {
        undo.begin("text");
        change(read, Math.min(selected.get(), read.size() - 1));
    }

    /** The next edit of the text is a step of its own. */
    void endText() {
        undo.end();
    }

    void undo() {
        undo.undo(_ -> past()).ifPresent(this::goTo);
    }

    void redo() {
        undo.redo(_ -> past()).ifPresent(this::goTo);
    }

    static Goal goal(Drawing now) {
        return Goal.of(now.experiment().loss(), now.dataset());
    }

    private void set(Link link, Spec spec) {
        edit(LayerEdits.set(layers, link.from(), link.count(), spec), link.from());
    }

    private Past past() {
        return new Past(layers, selected.get());
    }

    private void edit(List<Spec> next, int select) {
        undo.end();
        change(next, select);
    }

    private void change(List<Spec> next, int select) {
        if (next.equals(layers)) {
            return;
        }
        undo.changed(past());
        write(next, select);
    }

    private void goTo(Past wanted) {
        write(wanted.layers(), wanted.selected());
    }

    private void write(List<Spec> next, int select) {
        editing = true;
        selected.set(select);
        form.showLayers(next);
        editing = false;
    }

    /** Whoever changed the experiment: the drawer, a file, a lesson, or this room. */
    private void follow(Experiment experiment) {
        if (!experiment.layers().equals(layers)) {
            if (!editing && experiment.data().set().equals(set)) {
                undo.end();
                undo.changed(past());
            }
            layers = experiment.layers();
        }
        if (!experiment.data().set().equals(set)) {
            undo.clear();
            set = experiment.data().set();
        }
        look();
    }

    private void look() {
        if (selected.get() >= layers.size()) {
            selected.set(layers.size() - 1);
        }
        Experiment experiment = form.experiment();
        drawing.set(dataset.getValue().filter(experiment.data()::isOf).map(open -> draw(experiment, open)));
        select(selected.get());
    }

    private Drawing draw(Experiment experiment, Dataset open) {
        Design design = Design.of(input(experiment, open), experiment.layers(), Goal.of(experiment.loss(), open), experiment.training().batch());
        return new Drawing(experiment, open, design, Link.of(design.parts(), folded.get()));
    }

    /** What reaches the network; a preparation that does not fit is said elsewhere. */
    static Shape input(Experiment experiment, Dataset open) {
        try {
            return Preparations.shapeOf(experiment.data().prepare(), open.train());
        } catch (SettingException misfit) {
            return open.shape();
        }
    }

    private void showSettings() {
        Optional<Spec> spec = selected().map(Link::spec);
        Optional<LayerForm> now = settings.get();
        if (now.isPresent() && spec.isPresent() && now.get().isOf(spec.get()) && shownAt == selected.get()) {
            now.get().show(spec.get());
            return;
        }
        shownAt = selected.get();
        settings.set(spec.map(of -> new LayerForm(of, changed -> selected().ifPresent(link -> set(link, changed)))));
    }
}
