package tadpole.engine.language;

import java.util.OptionalLong;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;

/**
 * What simple counting reaches on this very text: counted on the training part, measured on the validation part, in nats a token.
 * Bigram and trigram are interpolated Kneser-Ney (Chen and Goodman 1999, section 2.7) with one discount n1 / (n1 + 2 n2) an order.
 * Measured like a network that begins to read at the first validation token: that one is not predicted, the second has no trigram.
 */
public final class Baselines implements Job<Baselines.Figures> {

    /**
     * Mean of -ln p of a validation token.
     *
     * @param uniform  ln of the vocabulary's size: every token is as likely
     * @param unigram  by its frequency, one added to each count
     * @param bigram   by the token before
     * @param trigram  by the two tokens before
     * @param measured how many predictions; 0 where there is no validation text, then all but uniform are NaN
     * @param counted  how many training tokens were counted: less than all where the memory is full
     */
    public record Figures(double uniform, double unigram, double bigram, double trigram, long measured, long counted) {}

    /** So many different trigrams take about 500 MB. */
    private static final int MOST_TRIGRAMS = 16_000_000;
    private static final int BETWEEN_REPORTS = 1 << 16;

    private final Corpus corpus;
    private final int most;

    public Baselines(Corpus corpus) {
        this(corpus, (int) Math.min(MOST_TRIGRAMS, Runtime.getRuntime().maxMemory() / 4 / 32));
    }

    /** @param most how many different trigrams are counted at most; counting ends there */
    Baselines(Corpus corpus, int most) {
        this.corpus = corpus;
        this.most = most;
    }

    @Override
    public String name() {
        return "Counting baselines of " + corpus.title();
    }

    /** Stopped, it gives the figures of what was counted and measured so far. */
    @Override
    public JobOutcome<Figures> run(JobControl control) {
        try {
            return ran(control);
        } catch (OutOfMemoryError full) {
            return new JobOutcome.Failed<>("The memory is too small to count the pairs of tokens in %s. Close other models, or take a smaller text.".formatted(corpus.title()), full);
        }
    }

    private JobOutcome<Figures> ran(JobControl control) {
        int[] train = corpus.train();
        int[] validation = corpus.validation();
        NgramCounts counts = new NgramCounts(corpus.vocabulary().size());
        long total = (long) train.length + validation.length;
        int counted = 0;
        boolean going = true;
        while (going && counted < train.length && counts.trigrams() < most) {
            int end = Math.min(train.length, counted + BETWEEN_REPORTS);
            counts.add(train, counted, end);
            counted = end;
            control.report(new Progress(counted, total, "counting"));
            going = control.proceed();
        }
        KneserNey model = new KneserNey(counts);
        double[] sums = new double[3];
        int at = 1;
        while (going && at < validation.length) {
            int end = Math.min(validation.length, at + BETWEEN_REPORTS);
            for (; at < end; at++) {
                int before = validation[at - 1];
                int now = validation[at];
                sums[0] -= Math.log(model.unigram(now));
                sums[1] -= Math.log(model.bigram(before, now));
                sums[2] -= Math.log(at > 1 ? model.trigram(validation[at - 2], before, now) : model.bigram(before, now));
            }
            control.report(new Progress((long) train.length + at, total, "measuring"));
            going = control.proceed();
        }
        int measured = Math.max(0, at - 1);
        double each = measured == 0 ? Double.NaN : 1.0 / measured;
        Figures figures = new Figures(Math.log(corpus.vocabulary().size()), each * sums[0], each * sums[1], each * sums[2], measured, counted);
        return going ? new JobOutcome.Finished<>(figures) : new JobOutcome.Stopped<>(figures);
    }

    /** The number of training tokens that were not counted, where the memory was full. */
    public OptionalLong leftOut(Figures figures) {
        long left = corpus.train().length - figures.counted();
        return left > 0 ? OptionalLong.of(left) : OptionalLong.empty();
    }
}
