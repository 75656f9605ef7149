package tadpole.engine.doctor;

import java.util.Optional;

/**
 * What the doctor says of a run in one matter.
 *
 * @param rule     id of the rule that says it, such as "dead-relu"
 * @param state    whether it is well
 * @param headline short and plain: "No unit is silent"
 * @param evidence the numbers that it rests on: "0 of 100 on 10 000 images"
 * @param trial    the experiment that would confirm it, at one click
 */
public record Finding(String rule, State state, String headline, String evidence, Optional<Trial> trial) {

    public enum State { WELL, SUSPECT, ILL }
}
