package tadpole.app.pane.text.write;

import java.util.concurrent.Executor;
import javafx.scene.layout.VBox;

/** Finds θ and λ that suit the validation text best. */
final class TuneSection extends VBox {

    TuneSection(WriteModel model, Executor background) {}
}
