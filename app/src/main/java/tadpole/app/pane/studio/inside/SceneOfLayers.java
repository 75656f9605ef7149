package tadpole.app.pane.studio.inside;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.app.pane.studio.StudioModel;
import tadpole.engine.picture.harmonize.Scene;

/** The scene that the canvas's layers make, made beside the JavaFX thread. */
final class SceneOfLayers {

    private final ReadOnlyObjectWrapper<Optional<Scene>> scene = new ReadOnlyObjectWrapper<>(Optional.empty());

    SceneOfLayers(StudioModel studio, Executor background) {
    }

    ReadOnlyObjectProperty<Optional<Scene>> sceneProperty() {
        return scene.getReadOnlyProperty();
    }
}
