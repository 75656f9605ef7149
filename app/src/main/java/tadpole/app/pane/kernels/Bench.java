package tadpole.app.pane.kernels;

import java.util.function.Consumer;
import javafx.scene.Node;

/**
 * What the views of the pane share.
 *
 * @param model  picture, plan, result, place
 * @param drawer the settings at the right: kernel, convolution, times
 * @param look   how the output is drawn
 * @param go     brings another view to the front, by its id: "window", "rows", "backward", "stack", "learn", "trained"
 */
public record Bench(KernelsModel model, Node drawer, OutputModel look, Consumer<String> go) {

    public Bench(KernelsModel model, Node drawer, Consumer<String> go) {
        this(model, drawer, new OutputModel(), go);
    }
}
