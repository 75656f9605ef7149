package tadpole.engine.training;

import tadpole.engine.training.RacePlan.Lane;

/** What happens in a race, in order. */
public sealed interface RaceEvent {

    Lane lane();

    /** @param scouting whether it only looks for the best rate so far */
    record Began(Lane lane, boolean scouting) implements RaceEvent {}

    /**
     * @param step     counted from 1
     * @param accuracy of the batch; NaN where there are no classes
     */
    record Stepped(Lane lane, long step, double loss, double accuracy, double rate) implements RaceEvent {}

    record Ended(RaceRun run) implements RaceEvent {
        @Override
        public Lane lane() {
            return run.lane();
        }
    }
}
