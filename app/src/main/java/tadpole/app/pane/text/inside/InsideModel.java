package tadpole.app.pane.text.inside;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tadpole.app.job.Watched;
import tadpole.app.job.WorkState;
import tadpole.app.pane.text.Coloring;
import tadpole.app.pane.text.TextModel;
import tadpole.engine.formula.Address;
import tadpole.engine.job.Job;
import tadpole.engine.language.GateXRay;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.Piece;
import tadpole.engine.language.RecurrentStages;
import tadpole.engine.language.TextProperties;
import tadpole.engine.language.UnitSearch;
import tadpole.engine.layer.Network;

/** A text that the model in use has read, one unit of its memory that colors it, and the token whose gates one looks at. */
final class InsideModel {

    private static final int BEST = 2;
    /** Which token's gates are shown at first: some way into the text, yet in sight. */
    private static final int FIRST = 60;

    private final TextModel shared;
    private final IntSupplier most;
    private final Watched<Void, Traced> reading;
    private final Watched<Void, UnitSearch.Found> search;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Traced>> traced = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<UnitSearch.Tracked>> found = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<UnitSearch.Match>> match = new SimpleObjectProperty<>(Optional.empty());
    private final IntegerProperty token = new SimpleIntegerProperty(-1);
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private boolean cut;

    /** @param most how many chars of a text are read at most */
    InsideModel(TextModel shared, IntSupplier most) {
        this.shared = shared;
        this.most = most;
        this.reading = new Watched<>(shared.desk().jobs());
        this.search = new Watched<>(shared.desk().jobs());
        shared.modelProperty().subscribe(_ -> again());
    }

    TextModel shared() {
        return shared;
    }

    /** What is read; a new one is read at once. */
    StringProperty textProperty() {
        return text;
    }

    ReadOnlyObjectProperty<Optional<Traced>> tracedProperty() {
        return traced.getReadOnlyProperty();
    }

    /** What the last search found, by property. */
    ReadOnlyObjectProperty<List<UnitSearch.Tracked>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<WorkState> searchingProperty() {
        return search.stateProperty();
    }

    /** The row of the table that was clicked; empty where the unit was chosen in another way. */
    ObjectProperty<Optional<UnitSearch.Match>> matchProperty() {
        return match;
    }

    /** Which token's gates are shown; -1 for none. */
    IntegerProperty tokenProperty() {
        return token;
    }

    /** What went wrong or is missing, in one sentence; empty where nothing is. */
    ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    Optional<UnitSearch.Unit> unit() {
        return shared.unitProperty().get();
    }

    /** Reads another text. */
    void show(String wanted) {
        cut = wanted.length() > most.getAsInt();
        text.set(wanted.substring(0, Math.min(wanted.length(), most.getAsInt())));
        again();
    }

    /** How much was read, such as "The first 6 000 characters are read."; empty before. */
    String amount() {
        return traced.get().map(now -> {
            String tokens = "%s %ss".formatted(String.format(Locale.ROOT, "%,d", now.pieces().size()).replace(',', ' '), now.trace().model().vocabulary().level().one());
            return cut ? "The first " + tokens + " are read." : "All " + tokens + " are read.";
        }).orElse("");
    }

    private void again() {
        search.drop();
        traced.set(Optional.empty());
        found.set(List.of());
        match.set(Optional.empty());
        token.set(-1);
        if (shared.modelProperty().get().isEmpty()) {
            line.set("Choose a model in the room Write, or train one.");
            return;
        }
        if (text.get().isEmpty()) {
            line.set("There is no text to read.");
            return;
        }
        LanguageModel model = shared.modelProperty().get().get();
        keepUnit(model);
        line.set("");
        reading.start(false, _ -> new Tracing(model, text.get(), shared.desk().device()), new Reading());
    }

    /** The unit of before, where the model has one such; else the first of the last layer. */
    private void keepUnit(LanguageModel model) {
        boolean there = unit().filter(each -> RecurrentStages.of(model.network()).stream()
                .anyMatch(stage -> stage.name().equals(each.stage()) && each.index() < RecurrentStages.hidden(stage) && RecurrentStages.kept(stage).contains(each.which()))).isPresent();
        if (!there) {
            choose(new UnitSearch.Unit(RecurrentStages.of(model.network()).getLast().name(), "h", 0));
        }
    }

    /** Colors the text here and in the room Write. */
    void choose(UnitSearch.Unit unit) {
        shared.unitProperty().set(Optional.of(unit));
        shared.coloringProperty().set(Coloring.UNIT);
    }

    void choose(UnitSearch.Match wanted) {
        match.set(Optional.of(wanted));
        choose(wanted.unit());
    }

    void search() {
        if (search.state().isGoingOn()) {
            search.stop();
            return;
        }
        if (traced.get().isEmpty()) {
            return;
        }
        Traced now = traced.get().get();
        Job<UnitSearch.Found> job = new UnitSearch(now.trace().model(), now.text(), TextProperties.ALL, BEST, shared.desk().device());
        search.start(false, _ -> job, new Searching());
    }

    /** Where a number of the chosen unit stands at the chosen token. @param name as {@link GateXRay#shown} has it */
    Optional<Address> address(String name) {
        return unit().filter(_ -> token.get() >= 0).map(each -> new Address.Cell(each.stage(), token.get(), name, each.index()));
    }

    /** The layer of the chosen unit. */
    Optional<Network.Stage> stage() {
        return traced.get().flatMap(now -> unit().flatMap(unit -> RecurrentStages.of(now.trace().model().network()).stream()
                .filter(each -> each.name().equals(unit.stage())).findFirst()));
    }

    /** Of the chosen unit after each token; empty before the text was read. */
    float[] values() {
        return traced.get().flatMap(now -> unit().filter(_ -> stage().isPresent()).map(now::values)).orElse(new float[0]);
    }

    /** Of the property that the chosen row is about, after each token; empty without one. */
    float[] property() {
        return traced.get().flatMap(now -> match.get().map(each -> each.property().values(now.text(), now.pieces()))).orElse(new float[0]);
    }

    Optional<Piece> piece() {
        return traced.get().filter(now -> token.get() >= 0 && token.get() < now.pieces().size()).map(now -> now.pieces().get(token.get()));
    }

    private final class Reading implements Watched.Listener<Void, Traced> {

        @Override
        public void hear(List<Void> events) {}

        @Override
        public void ended(Traced result) {
            if (result.pieces().isEmpty()) {
                line.set("The model knows none of the tokens of this text.");
                return;
            }
            traced.set(Optional.of(result));
            token.set(Math.min(FIRST, result.pieces().size() / 2));
        }

        @Override
        public void failed(String why) {
            line.set(why);
        }
    }

    private final class Searching implements Watched.Listener<Void, UnitSearch.Found> {

        @Override
        public void hear(List<Void> events) {}

        @Override
        public void ended(UnitSearch.Found result) {
            found.set(result.byProperty());
            result.byProperty().stream().flatMap(each -> each.best().stream().limit(1)).max(Comparator.comparingDouble(UnitSearch.Match::score)).ifPresent(InsideModel.this::choose);
        }

        @Override
        public void failed(String why) {
            line.set(why);
        }
    }
}
