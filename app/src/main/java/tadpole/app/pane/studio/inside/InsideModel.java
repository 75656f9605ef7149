package tadpole.app.pane.studio.inside;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import tadpole.app.job.Newest;
import tadpole.app.shell.Desk;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.harmonize.Scene;
import tadpole.engine.picture.insight.Insight;
import tadpole.engine.picture.insight.InsightQuestion;
import tadpole.engine.picture.insight.InsightSubject;
import tadpole.engine.picture.insight.Insights;
import tadpole.engine.recipe.Settings;

/** What is looked into, and the answer to the newest question: asked beside the JavaFX thread, only while somebody looks. */
final class InsideModel {

    /** The layer that opens, where the network has it. */
    private static final String FIRST = "relu3_1";

    private final Executor ui;
    private final Insights insights;
    private final Newest<Asked> questions;
    private final ObservableValue<Optional<Scene>> scene;
    private final ObservableValue<Optional<Picture>> current;
    private final ObservableValue<Optional<Picture>> first;
    private final ObservableValue<Boolean> filled;
    private final ObservableValue<Optional<FeatureNetwork>> features;
    private final ObservableValue<Settings> settings;
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.PATCHES);
    private final StringProperty layer = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Insight>> insight = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper lack = new ReadOnlyStringWrapper("");
    private boolean watched;
    private long asked;
    private volatile Optional<InsightQuestion> newest = Optional.empty();

    private record Asked(long number, InsightQuestion question) {}

    /**
     * What the room looks at.
     *
     * @param filled   whether an object lies in a painting; its scene may still be laid together
     * @param current  what a run made of it, empty before one
     * @param first    what pass 1 of it ended with, empty before
     * @param settings of the harmonization
     */
    record Looked(ObservableValue<Boolean> filled, ObservableValue<Optional<Scene>> scene, ObservableValue<Optional<Picture>> current,
            ObservableValue<Optional<Picture>> first, ObservableValue<Optional<FeatureNetwork>> features, ObservableValue<Settings> settings) {}

    /** @param background where questions are answered, in order */
    InsideModel(Looked looked, Desk desk, Executor background) {
        this.scene = looked.scene();
        this.current = looked.current();
        this.first = looked.first();
        this.filled = looked.filled();
        this.features = looked.features();
        this.settings = looked.settings();
        this.ui = desk.jobs().ui();
        this.insights = new Insights(desk.device());
        this.questions = new Newest<>(background, this::answer);
        features.subscribe(now -> now.ifPresent(this::suitLayer));
        view.subscribe(this::ask);
        layer.subscribe(this::ask);
        scene.subscribe(this::ask);
        current.subscribe(this::ask);
        first.subscribe(this::ask);
        filled.subscribe(this::ask);
        features.subscribe(this::ask);
        settings.subscribe(this::ask);
    }

    ObjectProperty<View> viewProperty() {
        return view;
    }

    /** Of the network in use; "" before there is one. */
    StringProperty layerProperty() {
        return layer;
    }

    Optional<FeatureNetwork> features() {
        return features.getValue();
    }

    ObservableValue<Optional<FeatureNetwork>> featuresProperty() {
        return features;
    }

    /** The newest answer; while {@link #staleProperty} it is one to an earlier question. */
    ReadOnlyObjectProperty<Optional<Insight>> insightProperty() {
        return insight.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether what is shown belongs to another layer, network or scene. An earlier state of a running picture is not stale. */
    ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** Why there is nothing to see, in one sentence; "" where there is. */
    ReadOnlyStringProperty lackProperty() {
        return lack.getReadOnlyProperty();
    }

    /** Nothing is computed where nobody looks. */
    void watch(boolean now) {
        watched = now;
        ask();
    }

    private void suitLayer(FeatureNetwork network) {
        if (!network.has(layer.get())) {
            layer.set(network.has(FIRST) ? FIRST : network.layers().getLast());
        }
    }

    private void ask() {
        lack.set(missing());
        Optional<InsightQuestion> question = watched && lack.get().isEmpty() ? question() : Optional.empty();
        asked++;
        newest = question;
        stale.set(question.isPresent() && insight.get().filter(shown -> !shown.question().isSameBut(question.get())).isPresent());
        if (question.isEmpty()) {
            questions.drop();
            busy.set(false);
            return;
        }
        if (insight.get().filter(shown -> shown.question().equals(question.get())).isPresent()) {
            busy.set(false);
            return;
        }
        busy.set(true);
        questions.ask(new Asked(asked, question.get()));
    }

    private String missing() {
        if (view.get().kind().isEmpty()) {
            return "";
        }
        if (features.getValue().isEmpty()) {
            return "No feature network is open yet.";
        }
        if (!filled.getValue()) {
            return "Put an object into a painting in the room Harmonize: here you then see what the network sees of it.";
        }
        return "";
    }

    private Optional<InsightQuestion> question() {
        return view.get().kind().flatMap(kind -> scene.getValue().flatMap(of -> features.getValue().filter(network -> network.has(layer.get()))
                .map(network -> new InsightQuestion(kind, new InsightSubject(of, picture(of), first(of), network, settings.getValue()), layer.get()))));
    }

    private Picture picture(Scene of) {
        return current.getValue().filter(now -> now.height() == of.height() && now.width() == of.width()).orElse(of.composite());
    }

    private Optional<Picture> first(Scene of) {
        return first.getValue().filter(each -> each.height() == of.height() && each.width() == of.width());
    }

    /** On the thread of the answers. */
    private void answer(Asked mine) {
        try {
            insights.answer(mine.question(), () -> newest.filter(now -> now.isSameBut(mine.question())).isEmpty())
                    .ifPresent(found -> ui.execute(() -> take(mine, found)));
        } catch (OutOfMemoryError full) {
            ui.execute(() -> fail(mine, "There is not enough memory for this layer. Choose a deeper one or a smaller picture."));
        } catch (IllegalArgumentException refused) {
            ui.execute(() -> fail(mine, refused.getMessage()));
        }
    }

    private void take(Asked mine, Insight found) {
        if (newest.filter(now -> now.isSameBut(mine.question())).isPresent()) {
            insight.set(Optional.of(found));
            stale.set(false);
            busy.set(mine.number() != asked && !newest.orElseThrow().equals(mine.question()));
        }
    }

    private void fail(Asked mine, String why) {
        if (mine.number() == asked) {
            busy.set(false);
            lack.set(why);
        }
    }
}
