package tadpole.app.pane.kernels.window;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.pane.kernels.Bench;

/** What stands in the header of the view. */
final class WindowTools {

    private final List<Node> nodes;

    WindowTools(Bench bench, SlideModel slide, List<Node> files) {
        Button play = new Button("Slide");
        FontIcon icon = new FontIcon(Material2OutlinedMZ.PLAY_ARROW);
        play.setId("window-slide");
        play.getStyleClass().addAll("main-button", "window-slide");
        play.setGraphic(icon);
        play.setTooltip(new Tooltip("The window goes over all places, row by row (Space); R begins anew, Esc shows the whole output"));
        play.setOnAction(_ -> slide.playOrPause());
        slide.playingProperty().subscribe(playing -> {
            play.setText(playing ? "Pause" : "Slide");
            icon.setIconCode(playing ? Material2OutlinedMZ.PAUSE : Material2OutlinedMZ.PLAY_ARROW);
        });
        Button step = tool("window-step", "Step", Material2OutlinedMZ.SKIP_NEXT, "One place on (S, or a presenter's Page Down; Page Up goes back)", slide::step);
        Button learn = tool("window-learn", "Learn this kernel", Material2OutlinedMZ.MODEL_TRAINING,
                "Gradient descent finds the kernel from this input and its output", () -> bench.go().accept("learn"));
        play.disableProperty().bind(bench.model().convolvedProperty().map(now -> now.isEmpty()));
        step.disableProperty().bind(play.disableProperty());
        nodes = Stream.concat(Stream.of(play, step, learn), files.stream()).toList();
    }

    List<Node> nodes() {
        return nodes;
    }

    static Button tool(String id, String text, Ikon icon, String tip, Runnable run) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("tool-button");
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> run.run());
        return button;
    }
}
