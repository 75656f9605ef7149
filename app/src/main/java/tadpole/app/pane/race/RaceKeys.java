package tadpole.app.pane.race;

import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import tadpole.app.shell.Action;

/** What Space and Esc do: each acts on what is shown, never on what the tabs cover. */
final class RaceKeys {

    private final RacePaneModel model;
    private final List<Action> actions;

    RaceKeys(RacePaneModel model) {
        this.model = model;
        LossPlaneModel plane = model.plane();
        WeightModel weight = model.weight();
        this.actions = List.of(
                key("Race the optimizers, or pause", "Space", Front.RACE, model.startable(), model::raceOrPause),
                key("Stop the race", "Esc", Front.RACE, model.stoppable(), model::stop),
                key("Compute the loss plane, or pause", "Space", Front.PLANE, plane.startable(), plane::computeOrPause),
                key("Stop the loss plane", "Esc", Front.PLANE, plane.stoppable(), plane::stop),
                key("Play the steps of one weight, or pause", "Space", Front.WEIGHT, weight.startable(), weight::playOrPause),
                key("Pause the steps of one weight", "Esc", Front.WEIGHT, weight.playingProperty(), weight::pause));
    }

    List<Action> actions() {
        return actions;
    }

    private Action key(String label, String key, Front front, BooleanExpression can, Runnable run) {
        BooleanBinding enabled = can.and(model.frontProperty().isEqualTo(front));
        return Action.of(label, key, enabled, run);
    }
}
