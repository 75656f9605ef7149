package tadpole.engine.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;

class BaselinesTest {

    private static final int LETTERS = 7;

    private static Corpus corpus(int[] train, int[] validation) {
        return new Corpus("letters", new Vocabulary(Level.CHARACTER, List.of("a", "b", "c", "d", "e", "f", "g")), train, validation, new int[0]);
    }

    private static Baselines.Figures figures(Corpus corpus) {
        return ((JobOutcome.Finished<Baselines.Figures>) new Baselines(corpus).run(JobControl.UNWATCHED)).result();
    }

    /** Ids that prefer to follow each other; the last letter is rare. */
    private static int[] ids(int count, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int[] ids = new int[count];
        for (int at = 1; at < count; at++) {
            ids[at] = random.nextInt(4) > 0 ? (ids[at - 1] * 2 + 1) % (LETTERS - 1) : random.nextInt(random.nextInt(8) == 0 ? LETTERS : LETTERS - 1);
        }
        return ids;
    }

    /** The formulas as they stand in the paper, over lists of tokens, without any thrift. */
    private record Slow(List<Integer> train) {

        private Map<List<Integer>, Integer> counts(int order) {
            Map<List<Integer>, Integer> counts = new HashMap<>();
            for (int at = 0; at + order <= train.size(); at++) {
                counts.merge(List.copyOf(train.subList(at, at + order)), 1, Integer::sum);
            }
            return counts;
        }

        private Map<List<Integer>, Integer> continuations(int order) {
            Map<List<Integer>, Integer> counts = new HashMap<>();
            counts(order + 1).keySet().forEach(gram -> counts.merge(gram.subList(1, order + 1), 1, Integer::sum));
            return counts;
        }

        private double smoothed(Map<List<Integer>, Integer> counts, List<Integer> before, int token, double lower) {
            long ones = counts.values().stream().filter(count -> count == 1).count();
            long twos = counts.values().stream().filter(count -> count == 2).count();
            double discount = ones == 0 || twos == 0 ? 0.5 : (double) ones / (ones + 2 * twos);
            Predicate<List<Integer>> begins = gram -> gram.subList(0, before.size()).equals(before);
            double sum = counts.entrySet().stream().filter(entry -> begins.test(entry.getKey())).mapToInt(Map.Entry::getValue).sum();
            Set<List<Integer>> different = new HashSet<>(counts.keySet());
            different.removeIf(begins.negate());
            if (sum == 0) {
                return lower;
            }
            List<Integer> gram = IntStream.concat(before.stream().mapToInt(Integer::intValue), IntStream.of(token)).boxed().toList();
            return (Math.max(counts.getOrDefault(gram, 0) - discount, 0) + discount * different.size() * lower) / sum;
        }

        double bigram(int before, int token) {
            return smoothed(counts(2), List.of(before), token, smoothed(continuations(1), List.of(), token, 1.0 / LETTERS));
        }

        double trigram(int first, int before, int token) {
            double lowest = smoothed(continuations(1), List.of(), token, 1.0 / LETTERS);
            return smoothed(counts(3), List.of(first, before), token, smoothed(continuations(2), List.of(before), token, lowest));
        }
    }

    @Test
    void areThoseOfTheFormulas() {
        int[] train = ids(300, 1);
        int[] validation = ids(60, 2);
        Slow slow = new Slow(IntStream.of(train).boxed().toList());

        Baselines.Figures figures = figures(corpus(train, validation));

        double unigram = 0;
        double bigram = 0;
        double trigram = 0;
        for (int at = 1; at < validation.length; at++) {
            int token = validation[at];
            unigram -= Math.log((IntStream.of(train).filter(id -> id == token).count() + 1.0) / (train.length + LETTERS));
            bigram -= Math.log(slow.bigram(validation[at - 1], token));
            trigram -= Math.log(at == 1 ? slow.bigram(validation[0], token) : slow.trigram(validation[at - 2], validation[at - 1], token));
        }
        assertThat(figures.measured()).isEqualTo(59);
        assertThat(figures.uniform()).isCloseTo(Math.log(7), within(1e-12));
        assertThat(figures.unigram()).isCloseTo(unigram / 59, within(1e-12));
        assertThat(figures.bigram()).isCloseTo(bigram / 59, within(1e-12));
        assertThat(figures.trigram()).isCloseTo(trigram / 59, within(1e-12));
    }

    @Test
    void giveProbabilitiesThatSumToOneAfterWhateverWentBefore() {
        NgramCounts counts = new NgramCounts(LETTERS);
        int[] train = ids(150, 3);
        counts.add(train, 0, train.length);
        KneserNey model = new KneserNey(counts);

        for (int first = 0; first < LETTERS; first++) {
            for (int before = 0; before < LETTERS; before++) {
                int u = first;
                int v = before;
                assertThat(IntStream.range(0, LETTERS).mapToDouble(w -> model.trigram(u, v, w)).sum()).isCloseTo(1, within(1e-12));
                assertThat(IntStream.range(0, LETTERS).mapToDouble(w -> model.bigram(v, w)).sum()).isCloseTo(1, within(1e-12));
            }
        }
        assertThat(IntStream.range(0, LETTERS).mapToDouble(model::unigram).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void areFiniteForTokensThatNeverOccurred() {
        Baselines.Figures figures = figures(corpus(new int[] {0, 1}, new int[] {6, 5, 4, 0, 1}));

        assertThat(figures.trigram()).isFinite();
        assertThat(figures.bigram()).isFinite();
    }

    @Test
    void areUnknownWithoutValidation() {
        Baselines.Figures figures = figures(corpus(new int[] {0, 1, 0}, new int[0]));

        assertThat(figures.measured()).isZero();
        assertThat(figures.unigram()).isNaN();
        assertThat(figures.uniform()).isCloseTo(Math.log(7), within(1e-12));
    }

    @Test
    void countTheBeginningWhereMemoryIsFull() {
        Corpus corpus = corpus(ids(300_000, 4), ids(100, 5));
        Baselines baselines = new Baselines(corpus, 10);

        Baselines.Figures figures = ((JobOutcome.Finished<Baselines.Figures>) baselines.run(JobControl.UNWATCHED)).result();

        assertThat(figures.counted()).isEqualTo(65_536);
        assertThat(baselines.leftOut(figures)).hasValue(300_000 - 65_536);
        assertThat(figures.measured()).isEqualTo(99);
    }

    @Test
    void giveWhatIsThereWhenStopped() {
        JobOutcome<Baselines.Figures> outcome = new Baselines(corpus(ids(300_000, 4), ids(100, 5))).run(new JobControl() {
            @Override
            public boolean proceed() {
                return false;
            }

            @Override
            public void report(Progress progress) {
                assertThat(progress.total()).isEqualTo(300_100);
            }
        });

        assertThat(outcome).isInstanceOfSatisfying(JobOutcome.Stopped.class, stopped -> assertThat(((Baselines.Figures) stopped.resultSoFar()).measured()).isZero());
    }
}
