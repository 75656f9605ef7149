package tadpole.engine.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;

/**
 * Looks for the likeliest way to go on with a text, by the network alone: keeps so many of the likeliest beginnings at every token. Width
 * 1 is greedy; a width of all beginnings there are is the exhaustive search. Tokens that stand for no text are left out as
 * {@link Picker} does. A stop gives the beginnings so far.
 */
public final class BeamSearch implements Job<List<BeamSearch.Beam>> {

    /**
     * A way to go on.
     *
     * @param letters        what it adds to the text
     * @param logProbability ln p of all its tokens
     */
    public record Beam(List<Integer> ids, String letters, double logProbability) {}

    /** A beginning, what was in mind behind it, and ln p of what may follow. */
    private record Branch(Beam beam, LanguageStream.Mind mind, double[] next) {}

    private record Step(Branch from, int id, double logProbability) {}

    private final Reading from;
    private final int width;
    private final int length;

    /**
     * @param from   stays as it is
     * @param width  how many beginnings are kept, at least 1
     * @param length how many tokens are added
     */
    public BeamSearch(Reading from, int width, int length) {
        if (width < 1 || length < 1) {
            throw new IllegalArgumentException("Beam search takes a width and a length of at least 1, but they are " + width + " and " + length + ".");
        }
        this.from = from;
        this.width = width;
        this.length = length;
    }

    @Override
    public String name() {
        return "Beam search";
    }

    /** Likeliest first. */
    @Override
    public JobOutcome<List<Beam>> run(JobControl control) {
        TokenStream stream = from.behind();
        List<Branch> branches = List.of(new Branch(new Beam(List.of(), "", 0), stream.mind(), logProbabilities(stream)));
        for (int count = 0; count < length; count++) {
            if (!control.proceed()) {
                return new JobOutcome.Stopped<>(beams(branches));
            }
            List<Branch> longer = new ArrayList<>();
            for (Step step : likeliest(branches)) {
                longer.add(go(step, stream));
            }
            branches = longer;
            control.report(new Progress(count + 1, length, "token " + (count + 1) + " of " + length));
        }
        return new JobOutcome.Finished<>(beams(branches));
    }

    private static List<Beam> beams(List<Branch> branches) {
        return branches.stream().map(Branch::beam).toList();
    }

    /** The likeliest steps of all branches, likeliest first. */
    private List<Step> likeliest(List<Branch> branches) {
        List<Step> best = new ArrayList<>();
        for (Branch branch : branches) {
            for (int id = 0; id < branch.next.length; id++) {
                double logProbability = branch.beam.logProbability + branch.next[id];
                if (logProbability == Double.NEGATIVE_INFINITY || best.size() == width && logProbability <= best.getLast().logProbability) {
                    continue;
                }
                if (best.size() == width) {
                    best.removeLast();
                }
                best.add(new Step(branch, id, logProbability));
                best.sort(Comparator.comparingDouble(step -> -step.logProbability));
            }
        }
        return best;
    }

    private Branch go(Step step, TokenStream stream) {
        stream.mind(step.from.mind);
        stream.read(step.id);
        List<Integer> ids = new ArrayList<>(step.from.beam.ids);
        ids.add(step.id);
        String before = step.from.beam.letters;
        String letters = before + from.tokenizer().written(from.text() + before, step.id);
        return new Branch(new Beam(List.copyOf(ids), letters, step.logProbability), stream.mind(), logProbabilities(stream));
    }

    private double[] logProbabilities(TokenStream stream) {
        float[] scores = stream.logits().clone();
        for (int id : Picker.never(from.tokenizer().vocabulary())) {
            scores[id] = Float.NEGATIVE_INFINITY;
        }
        double logSum = Thoughts.logSum(scores);
        double[] logProbabilities = new double[scores.length];
        Arrays.setAll(logProbabilities, id -> scores[id] - logSum);
        return logProbabilities;
    }
}
