package tadpole.engine.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import tadpole.engine.training.Standing.Gap;

/**
 * What a race gave, also so far.
 *
 * @param runs    that ended, in their order
 * @param seconds of work, pauses left out
 * @param ending  one sentence: why it ended
 */
public record RaceResult(RacePlan plan, List<RaceRun> runs, double seconds, String ending) {

    public RaceResult {
        runs = List.copyOf(runs);
    }

    /** Final loss of one optimizer at a rate, from the first seed. */
    public record Tried(double rate, RaceRun run) {}

    /** Everything that was tried of one optimizer, by rising rate, from the first seed. */
    public List<Tried> tried(int contestant) {
        return runs.stream()
                .filter(run -> run.lane().contestant() == contestant && run.lane().seed() == 0)
                .map(run -> new Tried(run.lane().rate(), run))
                .sorted(Comparator.comparingDouble(Tried::rate))
                .toList();
    }

    /** The rate with the least final loss from the first seed, the smaller of equals; empty before a run of it ended. */
    public OptionalDouble bestRate(int contestant) {
        return tried(contestant).stream()
                .min(Comparator.comparingDouble(each -> each.run().finalLoss()))
                .map(each -> OptionalDouble.of(each.rate()))
                .orElse(OptionalDouble.empty());
    }

    /** The runs of an optimizer at its best rate, by seed. */
    public List<RaceRun> racing(int contestant) {
        OptionalDouble best = bestRate(contestant);
        return runs.stream()
                .filter(run -> run.lane().contestant() == contestant && best.isPresent() && run.lane().rate() == best.getAsDouble())
                .sorted(Comparator.comparingInt(run -> run.lane().seed()))
                .toList();
    }

    /** The ranking, the best first, of those of whom a run ended. */
    public List<Standing> standings() {
        return IntStream.range(0, plan.contestants().size())
                .filter(contestant -> !racing(contestant).isEmpty())
                .mapToObj(this::standing)
                .sorted(Comparator.comparingDouble(Standing::mean))
                .toList();
    }

    private Standing standing(int contestant) {
        List<RaceRun> racing = racing(contestant);
        double rate = racing.getFirst().lane().rate();
        List<Tried> tried = tried(contestant);
        boolean edge = tried.size() > 1 && (tried.getFirst().rate() == rate || tried.getLast().rate() == rate);
        return of(contestant, rate, racing.stream().mapToDouble(RaceRun::finalLoss).toArray(), edge, test(racing));
    }

    private static Optional<Evaluation> test(List<RaceRun> racing) {
        List<Evaluation> all = racing.stream().flatMap(run -> run.test().stream()).toList();
        if (all.isEmpty() || all.size() < racing.size()) {
            return Optional.empty();
        }
        return Optional.of(new Evaluation(
                all.stream().mapToDouble(Evaluation::loss).average().orElseThrow(),
                all.stream().allMatch(Evaluation::hasAccuracy) ? all.stream().mapToInt(Evaluation::correct).sum() : Evaluation.NO_CLASSES,
                all.stream().mapToInt(Evaluation::count).sum()));
    }

    /** @param finals final losses by seed, infinite where a run diverged */
    static Standing of(int contestant, double rate, double[] finals, boolean edge, Optional<Evaluation> test) {
        int diverged = (int) IntStream.range(0, finals.length).filter(i -> Double.isInfinite(finals[i])).count();
        double mean = IntStream.range(0, finals.length).mapToDouble(i -> finals[i]).average().orElse(Double.NaN);
        if (diverged > 0 || finals.length < 2) {
            return new Standing(contestant, rate, mean, OptionalDouble.empty(), finals.length, diverged, edge, test);
        }
        double squares = IntStream.range(0, finals.length).mapToDouble(i -> (finals[i] - mean) * (finals[i] - mean)).sum();
        return new Standing(
                contestant, rate, mean, OptionalDouble.of(Math.sqrt(squares / (finals.length - 1))), finals.length, 0, edge, test);
    }

    /** Who is not apart from the first of the ranking, itself included; nobody else where it is apart from all. */
    public List<Standing> first() {
        List<Standing> all = standings();
        return all.stream().filter(each -> each == all.getFirst() || all.getFirst().gap(each) == Gap.NOT_APART).toList();
    }

    /** Groups of neighbors in the ranking of whom each is not apart from the next; only groups of two and more. */
    public List<List<Standing>> notApart() {
        List<List<Standing>> groups = new ArrayList<>();
        List<Standing> group = new ArrayList<>();
        for (Standing each : standings()) {
            if (!group.isEmpty() && group.getLast().gap(each) != Gap.NOT_APART) {
                groups.add(List.copyOf(group));
                group.clear();
            }
            group.add(each);
        }
        groups.add(List.copyOf(group));
        return groups.stream().filter(each -> each.size() > 1 && each.getFirst().diverged() == 0).toList();
    }
}
