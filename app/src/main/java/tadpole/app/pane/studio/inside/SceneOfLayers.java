package tadpole.app.pane.studio.inside;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.app.job.Newest;
import tadpole.app.pane.studio.StudioModel;
import tadpole.engine.picture.harmonize.Scene;
import tadpole.engine.picture.studio.Composition;

/** The scene that the canvas's layers make, made beside the JavaFX thread; empty where no object lies in a painting. */
final class SceneOfLayers {

    private final ReadOnlyObjectWrapper<Optional<Scene>> scene = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> filled = new ReadOnlyObjectWrapper<>(false);
    private final Newest<Composition> newest;
    private final StudioModel studio;
    private Optional<Composition> of = Optional.empty();
    private boolean watched;

    SceneOfLayers(StudioModel studio, Function<Composition, Scene> scenes, Executor background) {
        this.studio = studio;
        this.newest = new Newest<>(background, layers -> {
            Scene made = scenes.apply(layers);
            studio.desk().jobs().ui().execute(() -> take(layers, made));
        });
        studio.document().compositionProperty().subscribe(_ -> make());
        studio.frontProperty().subscribe(now -> {
            watched = now.equals("inside");
            make();
        });
    }

    ReadOnlyObjectProperty<Optional<Scene>> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    /** Whether there is a scene, or one is being made. */
    ReadOnlyObjectProperty<Boolean> filledProperty() {
        return filled.getReadOnlyProperty();
    }

    private void make() {
        Optional<Composition> now = studio.document().composition().filter(layers -> layers.object().isPresent() && !layers.mask().isEmpty());
        if (now.isEmpty()) {
            of = Optional.empty();
            scene.set(Optional.empty());
            filled.set(false);
        } else if (watched && !isOf(now.get())) {
            filled.set(true);
            newest.ask(now.get());
        }
    }

    private boolean isOf(Composition layers) {
        return of.filter(known -> known == layers).isPresent();
    }

    private void take(Composition layers, Scene made) {
        if (studio.document().composition().filter(now -> now == layers).isPresent()) {
            of = Optional.of(layers);
            scene.set(Optional.of(made).filter(each -> !each.tight().isEmpty()));
            filled.set(scene.get().isPresent());
        }
    }
}
