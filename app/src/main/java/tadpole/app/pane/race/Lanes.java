package tadpole.app.pane.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tadpole.app.chart.Digits;
import tadpole.engine.training.PlaneRun;
import tadpole.engine.training.RacePlan;
import tadpole.engine.training.RaceResult;

/** Runs that one can look at closely: the experiment as it is, and who races on it. */
final class Lanes {

    private Lanes() {}

    /**
     * One of them.
     *
     * @param mark whose marker it has
     */
    record Lane(int mark, PlaneRun run) {

        @Override
        public String toString() {
            return run.label();
        }
    }

    /**
     * The experiment itself first. Who races does so from the first seed, at its best rate where the race found one, else at that of
     * its settings.
     *
     * @param samples of the training split
     */
    static List<Lane> of(PlaneRun own, Optional<RacePlan> planned, Optional<RaceResult> result, int samples) {
        List<Lane> lanes = new ArrayList<>();
        lanes.add(new Lane(planned.map(plan -> plan.contestants().size()).orElse(0), own));
        if (planned.isEmpty()) {
            return lanes;
        }
        RacePlan plan = planned.get();
        Optional<RaceResult> mine = result.filter(each -> each.plan().contestants().equals(plan.contestants())
                && each.plan().experiment().equals(own.experiment()));
        for (int i = 0; i < plan.contestants().size(); i++) {
            int contestant = i;
            double set = plan.sameRate() ? plan.rate() : plan.contestants().get(i).optimizer().settings().decimal("rate");
            double rate = mine.map(each -> each.bestRate(contestant).orElse(set)).orElse(set);
            lanes.add(new Lane(i, new PlaneRun("%s at %s".formatted(plan.contestants().get(i).label(), Digits.two(rate)),
                    mine.map(RaceResult::plan).orElse(plan).experiment(new RacePlan.Lane(i, rate, 0), samples))));
        }
        return lanes;
    }
}
