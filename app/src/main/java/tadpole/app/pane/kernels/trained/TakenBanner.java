package tadpole.app.pane.kernels.trained;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import tadpole.app.job.RunningJob;
import tadpole.resources.Resources;

/** Above the sliding window: which filter it has of a trained network, and the way back. */
public final class TakenBanner extends HBox {

    /** @param goBack opens the view of trained filters */
    public TakenBanner(TrainedModel model, Runnable goBack) {
        setId("taken-banner");
        getStyleClass().add("taken-banner");
        getStylesheets().add(Resources.url("css/pane-kernels-trained.css").toExternalForm());
        visibleProperty().bind(Bindings.createBooleanBinding(() -> model.takenProperty().get().isPresent(), model.takenProperty()));
        managedProperty().bind(visibleProperty());
        BooleanBinding goingOn = Bindings.createBooleanBinding(() -> model.trials().stateProperty().get().isGoingOn(), model.trials().stateProperty());
        Label words = new Label();
        words.setId("taken-words");
        words.getStyleClass().add("section-title");
        words.setMinWidth(USE_PREF_SIZE);
        words.textProperty().bind(Bindings.createStringBinding(() -> model.takenProperty().get()
                .map(out -> capital(out.words()) + (model.edited().get() ? ", edited" : "")).orElse(""), model.takenProperty(), model.edited()));
        Label line = new Label();
        line.setId("taken-line");
        line.getStyleClass().add("muted");
        line.setMinWidth(0);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        line.textProperty().bind(Bindings.createStringBinding(() -> goingOn.get() ? model.trials().runningProperty().get().map(RunningJob::name).orElse("") + "..."
                : !model.misfit().get().isEmpty() ? model.misfit().get() : model.trials().lineProperty().get().isEmpty() ? "Change a number of its kernel, then put it back." : model.trials().lineProperty().get(),
                goingOn, model.misfit(), model.trials().lineProperty(), model.trials().runningProperty()));
        line.textProperty().subscribe(text -> line.setTooltip(new Tooltip(text)));
        Button back = new Button("Put back", new FontIcon(Material2OutlinedAL.KEYBOARD_RETURN));
        back.setId("taken-put-back");
        back.getStyleClass().add("small-button");
        back.setMinWidth(USE_PREF_SIZE);
        back.setTooltip(new Tooltip("Puts it into a copy of the network and tries that on all images"));
        back.disableProperty().bind(model.edited().not().or(goingOn));
        back.setOnAction(_ -> model.putBack());
        Button go = new Button("See what changed");
        go.setId("taken-see");
        go.getStyleClass().add("small-button");
        go.setMinWidth(USE_PREF_SIZE);
        go.setOnAction(_ -> goBack.run());
        Button close = new Button("", new FontIcon(Material2OutlinedAL.CLOSE));
        close.setId("taken-close");
        close.getStyleClass().addAll("small-button", "icon-button");
        close.setMinWidth(USE_PREF_SIZE);
        close.setTooltip(new Tooltip("Forgets where this filter came from; the kernel stays"));
        close.setAccessibleText("Forget where this filter came from");
        close.setOnAction(_ -> model.forget());
        getChildren().setAll(words, line, back, go, close);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
