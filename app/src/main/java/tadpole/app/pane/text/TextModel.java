package tadpole.app.pane.text;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tadpole.app.shell.Desk;
import tadpole.engine.language.Corpus;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.PointerCache;
import tadpole.engine.language.ReadText;
import tadpole.engine.language.Sampling;
import tadpole.engine.language.UnitSearch;
import tadpole.engine.language.WritingWarmup;
import tadpole.engine.recipe.Settings;

/** What the rooms share: the models there are, the one that reads and writes, the text on the stage, how it picks, the cache, the colors. */
public final class TextModel {

    private static final long WARM_UP_MILLIS = 5000;

    private final Desk desk;
    private final ObservableList<LanguageModel> models = FXCollections.observableArrayList();
    private final ObservableList<LanguageModel> shownModels = FXCollections.unmodifiableObservableList(models);
    private final ObjectProperty<Optional<LanguageModel>> model = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Optional<ReadText>> read = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Coloring> coloring = new SimpleObjectProperty<>(Coloring.SURPRISE);
    private final ObjectProperty<Optional<UnitSearch.Unit>> unit = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Corpus>> corpus = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Settings> sampling = new SimpleObjectProperty<>(Sampling.RECIPE.standard().settings());
    private final ObjectProperty<Optional<Settings>> cache = new SimpleObjectProperty<>(Optional.empty());

    public TextModel(Desk desk) {
        this.desk = desk;
        model.addListener((_, _, now) -> now.ifPresent(each -> desk.jobs().warmUp(new WritingWarmup(each, desk.device(), WARM_UP_MILLIS))));
    }

    public Desk desk() {
        return desk;
    }

    /** Bundled, opened, trained here: what one can choose from. Changed by {@link #offer}. */
    public ObservableList<LanguageModel> models() {
        return shownModels;
    }

    /** One more to choose from; in place of the one of the same title, also where that one is in use. */
    public void offer(LanguageModel offered) {
        Optional<LanguageModel> same = models.stream().filter(each -> each.title().equals(offered.title())).findFirst();
        same.ifPresentOrElse(each -> models.set(models.indexOf(each), offered), () -> models.add(offered));
        if (same.isPresent() && model.get().equals(same)) {
            model.set(Optional.of(offered));
        }
    }

    /** The model that reads and writes. */
    public ObjectProperty<Optional<LanguageModel>> modelProperty() {
        return model;
    }

    /** What stands on the stage: prompt, and what was written behind it. */
    public StringProperty textProperty() {
        return text;
    }

    /** What the model thought of the text, as far as it has read; set by the room Write. */
    public ObjectProperty<Optional<ReadText>> readProperty() {
        return read;
    }

    /** What the colors under the text say. */
    public ObjectProperty<Coloring> coloringProperty() {
        return coloring;
    }

    /** The unit that colors the text, where a unit does; empty until one is chosen. */
    public ObjectProperty<Optional<UnitSearch.Unit>> unitProperty() {
        return unit;
    }

    /** The text that the model in use is trained on, where it is at hand: the cache is tuned on its validation part. */
    public ObjectProperty<Optional<Corpus>> corpusProperty() {
        return corpus;
    }

    /** Of {@link Sampling#RECIPE}; acts at once, also while it writes. */
    public ObjectProperty<Settings> samplingProperty() {
        return sampling;
    }

    /** Of {@link PointerCache#RECIPE}; empty while the cache is off. */
    public ObjectProperty<Optional<Settings>> cacheProperty() {
        return cache;
    }
}
