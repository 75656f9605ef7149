package tadpole.app.pane.text;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tadpole.app.shell.Desk;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.PointerCache;
import tadpole.engine.language.Sampling;
import tadpole.engine.recipe.Settings;

/** What the rooms share: the model that reads and writes, the text on the stage, how it picks, the cache. */
public final class TextModel {

    private final Desk desk;
    private final ObjectProperty<Optional<LanguageModel>> model = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Settings> sampling = new SimpleObjectProperty<>(Sampling.RECIPE.standard().settings());
    private final ObjectProperty<Optional<Settings>> cache = new SimpleObjectProperty<>(Optional.empty());

    public TextModel(Desk desk) {
        this.desk = desk;
    }

    public Desk desk() {
        return desk;
    }

    /** The model that reads and writes. */
    public ObjectProperty<Optional<LanguageModel>> modelProperty() {
        return model;
    }

    /** What stands on the stage: prompt, and what was written behind it. */
    public StringProperty textProperty() {
        return text;
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
