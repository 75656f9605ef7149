package tadpole.engine.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.Settings;

/**
 * Makes a text into ids. The text is read three times and never stands in memory: for its length, for its vocabulary, for the ids.
 * The words of the vocabulary are those of the training part; characters are those of the whole text.
 */
public final class CorpusMaking implements Job<CorpusMaking.Made> {

    /** @param notes sentences on what was left out; empty where nothing was */
    public record Made(Corpus corpus, List<String> notes) {}

    private static final int BYTES_AN_ID = 8;

    private final TextSource source;
    private final Settings plan;
    private final long most;
    private final Level level;

    /** Takes as much of the text as fits in half of the memory that this program may take. */
    public CorpusMaking(TextSource source, Settings plan) {
        this(source, plan, Runtime.getRuntime().maxMemory() / 2 / BYTES_AN_ID);
    }

    /** @param most how many chars of the text to take; what follows is left out, and a note says so */
    public CorpusMaking(TextSource source, Settings plan, long most) {
        this.source = source;
        this.plan = plan;
        this.most = Math.min(most, Integer.MAX_VALUE - 64);
        this.level = level(plan);
    }

    static Level level(Settings plan) {
        return plan.choice("level").equals(Level.WORD.one()) ? Level.WORD : Level.CHARACTER;
    }

    @Override
    public String name() {
        return "Cutting " + source.title() + " into " + level.many();
    }

    /** Fails with a sentence where the text is too short; stopped, it gives a corpus of what was cut so far. */
    @Override
    public JobOutcome<Made> run(JobControl control) {
        boolean[] stopped = new boolean[1];
        long[] read = new long[1];
        Predicate<CharSequence> goOn = part -> {
            read[0] += part.length();
            control.report(new Progress(Math.min(read[0], 3 * source.size()), 3 * source.size(), ""));
            stopped[0] |= !control.proceed();
            return !stopped[0];
        };
        try {
            Made made = made(goOn);
            return stopped[0] ? new JobOutcome.Stopped<>(made) : new JobOutcome.Finished<>(made);
        } catch (TextException refused) {
            return new JobOutcome.Failed<>(refused.getMessage(), refused);
        } catch (OutOfMemoryError full) {
            return new JobOutcome.Failed<>("%s does not fit in memory as %s. Take words, or a smaller part of the text.".formatted(source.title(), level.many()), full);
        }
    }

    private Made made(Predicate<CharSequence> goOn) throws TextException {
        LimitedSource limited = new LimitedSource(source, most);
        TextCut cut = TextCut.of(limited, plan, goOn);
        TokenCounts counts = new TokenCounts(level);
        cut.read(limited, (share, part) -> {
            if (level == Level.CHARACTER || share == TextCut.Share.TRAIN) {
                counts.add(part);
            }
            return goOn.test(part);
        });
        Vocabulary vocabulary = counts.vocabulary(plan.whole("leastCount"));
        PartTokenizer tokenizer = Tokenizers.parts(vocabulary);
        Ids train = ids(cut.validation());
        Ids validation = ids(cut.test() - cut.validation());
        Ids test = ids(cut.chars() - cut.test());
        vocabulary.id(Vocabulary.BEGIN).ifPresent(train::add);
        cut.read(limited, (share, part) -> {
            tokenizer.encode(part, switch (share) {
                case TRAIN -> train;
                case VALIDATION -> validation;
                case TEST -> test;
            });
            return goOn.test(part);
        });
        Corpus corpus = new Corpus(source.title(), vocabulary, train.toArray(), validation.toArray(), test.toArray());
        return new Made(checked(corpus), notes(limited));
    }

    /** As many as there are chars, for characters: then nothing is copied at the end. */
    private Ids ids(long chars) {
        return new Ids(level == Level.CHARACTER ? (int) chars : (int) (chars / 6) + 16);
    }

    static Corpus checked(Corpus corpus) throws TextException {
        Level level = corpus.vocabulary().level();
        int tokens = corpus.train().length - (corpus.vocabulary().id(Vocabulary.BEGIN).isPresent() ? 1 : 0);
        if (tokens < 2) {
            throw new TextException("%s leaves %d %s to learn from, and at least 2 are needed. Open a longer text, or keep less for validation and test."
                    .formatted(corpus.title(), tokens, tokens == 1 ? level.one() : level.many()));
        }
        return corpus;
    }

    private List<String> notes(LimitedSource limited) {
        List<String> notes = new ArrayList<>();
        if (limited.left()) {
            notes.add(String.format(Locale.ROOT, "%s is too large for the memory of this program: the first %,d characters are taken, the others are left out.",
                    source.title(), most));
        }
        return notes;
    }

    /** The beginning of a text. */
    private static final class LimitedSource implements TextSource {
        private final TextSource whole;
        private final long most;
        private boolean left;

        LimitedSource(TextSource whole, long most) {
            this.whole = whole;
            this.most = most;
        }

        boolean left() {
            return left;
        }

        @Override
        public String title() {
            return whole.title();
        }

        @Override
        public long size() {
            return whole.size();
        }

        @Override
        public void read(Predicate<CharSequence> part) throws TextException {
            long[] at = new long[1];
            whole.read(next -> {
                long room = most - at[0];
                at[0] += next.length();
                left |= next.length() > room;
                if (room <= 0) {
                    return false;
                }
                return part.test(next.length() <= room ? next : beginning(next, (int) room));
            });
        }

        private static CharSequence beginning(CharSequence part, int chars) {
            boolean within = chars > 1 && Character.isHighSurrogate(part.charAt(chars - 1));
            return part.subSequence(0, within ? chars - 1 : chars);
        }
    }
}
