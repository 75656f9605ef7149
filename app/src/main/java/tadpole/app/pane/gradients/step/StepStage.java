package tadpole.app.pane.gradients.step;

import java.util.List;
import tadpole.engine.formula.Address;

/**
 * One small part of a step.
 *
 * @param at       where on the network's drawing: 0 the input, then the layers from 1, then the loss
 * @param from     where the numbers come from
 * @param title    such as "Forward, linear1"
 * @param sentence what happens
 * @param example  a number whose formula stands for all of the stage
 * @param sheets   the tensors, from the left in the order in which they are computed
 */
record StepStage(Phase phase, int at, int from, String title, String sentence, Address example, List<Sheet> sheets) {

    StepStage {
        sheets = List.copyOf(sheets);
    }
}
