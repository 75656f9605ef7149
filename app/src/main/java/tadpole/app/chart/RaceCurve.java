package tadpole.app.chart;

import java.util.List;
import java.util.stream.IntStream;
import tadpole.engine.training.RaceTrace;

/**
 * The smoothed losses of one contestant, over its seeds.
 *
 * @param contestant its place in the race
 * @param steps      counted from 1
 * @param low        least over the seeds, at each of the steps
 * @param high       greatest over the seeds
 */
public record RaceCurve(int contestant, String label, double[] steps, double[] mean, double[] low, double[] high) {

    /** As far as all of the runs have come. */
    public static RaceCurve of(int contestant, String label, List<RaceTrace> runs) {
        int points = runs.stream().mapToInt(RaceTrace::points).min().orElse(0);
        return new RaceCurve(contestant, label,
                IntStream.range(0, points).mapToDouble(i -> runs.getFirst().step(i)).toArray(),
                IntStream.range(0, points).mapToDouble(i -> runs.stream().mapToDouble(run -> run.smoothed(i)).average().orElseThrow()).toArray(),
                IntStream.range(0, points).mapToDouble(i -> runs.stream().mapToDouble(run -> run.smoothed(i)).min().orElseThrow()).toArray(),
                IntStream.range(0, points).mapToDouble(i -> runs.stream().mapToDouble(run -> run.smoothed(i)).max().orElseThrow()).toArray());
    }
}
