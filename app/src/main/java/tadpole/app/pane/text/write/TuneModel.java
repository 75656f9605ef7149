package tadpole.app.pane.text.write;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import tadpole.app.form.FormModel;
import tadpole.app.job.Watched;
import tadpole.app.job.WorkState;
import tadpole.app.pane.text.TextModel;
import tadpole.engine.language.CacheAxes;
import tadpole.engine.language.CacheGrid;
import tadpole.engine.language.CacheTuning;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.PointerCache;
import tadpole.engine.language.TunedCache;
import tadpole.engine.recipe.SettingException;

/** Tries pairs of θ and λ on the validation text of the model, or where that is not at hand on the text on the stage. */
final class TuneModel {

    private static final int MOST = 20_000;
    private static final int FEWEST = 50;

    private final TextModel text;
    private final FormModel cache;
    private final Watched<CacheGrid, TunedCache> job;
    private final ReadOnlyObjectWrapper<Optional<CacheGrid>> grid = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private String on = "";
    private Optional<CacheGrid.Best> refined = Optional.empty();

    /** @param cache gets the pair that is taken */
    TuneModel(TextModel text, FormModel cache) {
        this.text = text;
        this.cache = cache;
        job = new Watched<>(text.desk().jobs());
        text.modelProperty().addListener((_, _, _) -> {
            job.drop();
            grid.set(Optional.empty());
            shown.set(false);
        });
    }

    /** What came out so far. */
    ReadOnlyObjectProperty<Optional<CacheGrid>> gridProperty() {
        return grid.getReadOnlyProperty();
    }

    /** Whether the map lies open. */
    BooleanProperty shownProperty() {
        return shown;
    }

    ReadOnlyObjectProperty<WorkState> stateProperty() {
        return job.stateProperty();
    }

    /** The best pair between those of the map; empty while it is not known. */
    Optional<CacheGrid.Best> refined() {
        return refined;
    }

    /** On which text, in a few words. */
    String on() {
        return on;
    }

    void startOrStop() {
        if (job.state().isGoingOn()) {
            job.stop();
        } else {
            text.modelProperty().get().ifPresent(this::start);
        }
    }

    private void start(LanguageModel model) {
        Optional<int[]> validation = text.corpusProperty().get().filter(each -> each.vocabulary().equals(model.vocabulary())).map(each -> each.validation()).filter(each -> each.length >= FEWEST);
        int[] ids = validation.orElseGet(() -> model.tokenizer().encode(text.textProperty().get()));
        on = validation.isPresent() ? "the validation text" : "the text on the page";
        if (ids.length < FEWEST) {
            text.desk().messages().failed("The text on the page has %d tokens, but tuning takes at least %d. Write or open a longer one.".formatted(ids.length, FEWEST));
            return;
        }
        int[] some = Arrays.copyOf(ids, Math.min(ids.length, MOST));
        int window = cache.settings().whole("window");
        boolean full = cache.settings().choice("begins").equals("full");
        refined = Optional.empty();
        grid.set(Optional.empty());
        shown.set(true);
        job.start(false, listener -> new CacheTuning(model, some, CacheAxes.coarse(full, Math.min(window, CacheAxes.REACH)), text.desk().device(), listener), new Watched.Listener<>() {
            @Override
            public void hear(List<CacheGrid> events) {
                grid.set(Optional.of(events.getLast()));
            }

            @Override
            public void ended(TunedCache tuned) {
                CacheGrid.Best best = tuned.best();
                refined = Optional.of(best);
                grid.set(Optional.of(tuned.coarse()));
                take(best.theta(), best.lambda());
                text.desk().messages().done("Perplexity on %s: %s without a cache, %s with θ %.3g and λ %.3g.".formatted(on, PerplexityCard.number(Math.exp(tuned.coarse().plain())),
                        PerplexityCard.number(best.perplexity()), best.theta(), best.lambda()));
            }

            @Override
            public void failed(String why) {
                shown.set(false);
                text.desk().messages().failed(why);
            }
        });
    }

    /** Sets this pair, and switches the cache on. */
    void take(double theta, double lambda) {
        Map<String, Object> with = new HashMap<>(cache.settings().asMap());
        with.put("theta", rounded(theta));
        with.put("lambda", rounded(lambda));
        try {
            text.cacheProperty().set(Optional.of(PointerCache.RECIPE.settings(with)));
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Without the last digits of a middle that was computed. */
    private static double rounded(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(3)).doubleValue();
    }
}
