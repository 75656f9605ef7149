package tadpole.app.pane.train.mistakes;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import tadpole.app.pane.train.Lab;
import tadpole.app.pane.train.Sight;

/** What stands where there is nothing to show, and why. */
final class Words {

    private static final String ASKING = "Asking the network ...";
    private static final String NUMBERS = "These data have numbers as targets, not classes: no answer is right or wrong. "
            + "How far the answers are off stands in Charts, as the loss.";

    private Words() {}

    /** @param start what to do before anything was trained */
    static ObservableValue<String> nothing(Lab lab, String start) {
        return Bindings.createStringBinding(() -> nothing(lab.sightProperty().get(), lab.runProperty().get().isPresent(), start),
                lab.sightProperty(), lab.runProperty());
    }

    private static String nothing(Optional<Sight> sight, boolean trains, String start) {
        if (sight.filter(each -> each.network().setup().classes() == 0).isPresent()) {
            return NUMBERS;
        }
        return trains || sight.isPresent() ? ASKING : start;
    }
}
