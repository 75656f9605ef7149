package tadpole.engine.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often which class was answered for which.
 *
 * @param counts rows the true class, columns the class answered
 * @param beyond answers of each true class that are no class, which a network with a single output can give
 */
public record Confusion(int[][] counts, int[] beyond) {

    /** One kind of mistake: samples of a class that were answered as another. */
    public record Pair(int label, int answer, int count) {}

    public static Confusion of(AnswerSheet sheet) {
        int[][] counts = new int[sheet.classes()][sheet.classes()];
        int[] beyond = new int[sheet.classes()];
        for (int i = 0; i < sheet.size(); i++) {
            int answer = sheet.answers()[i];
            if (answer >= 0 && answer < sheet.classes()) {
                counts[sheet.labels()[i]][answer]++;
            } else {
                beyond[sheet.labels()[i]]++;
            }
        }
        return new Confusion(counts, beyond);
    }

    public int classes() {
        return counts.length;
    }

    public int count(int label, int answer) {
        return counts[label][answer];
    }

    /** How many samples have that class. */
    public int samples(int label) {
        return IntStream.of(counts[label]).sum() + beyond[label];
    }

    /** How often that class was answered. */
    public int answered(int answer) {
        int sum = 0;
        for (int[] row : counts) {
            sum += row[answer];
        }
        return sum;
    }

    /** How many of the class were found: right / samples of it. NaN where there are none. */
    public double recall(int label) {
        return (double) counts[label][label] / samples(label);
    }

    /** How many of those answered as the class are of it: right / answered. NaN where it was never answered. */
    public double precision(int label) {
        return (double) counts[label][label] / answered(label);
    }

    public int right() {
        return IntStream.range(0, classes()).map(each -> counts[each][each]).sum();
    }

    public int total() {
        return IntStream.range(0, classes()).map(this::samples).sum();
    }

    /** The largest number beside the diagonal; 0 where all is right. */
    public int most() {
        return pairs().isEmpty() ? 0 : pairs().getFirst().count();
    }

    /** All kinds of mistakes that were made, the most frequent first, of equal ones by class and answer. */
    public List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int label = 0; label < classes(); label++) {
            for (int answer = 0; answer < classes(); answer++) {
                if (label != answer && counts[label][answer] > 0) {
                    pairs.add(new Pair(label, answer, counts[label][answer]));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::count).reversed());
        return List.copyOf(pairs);
    }
}
