package tadpole.engine.language;

import java.util.List;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.Settings;

/** Makes corpora of texts that stand in memory; files take a {@link CorpusMaking}. */
public final class Corpora {

    private Corpora() {}

    /**
     * The end of the text is kept for validation and test, by the plan's shares, cut at a line's beginning where one is near.
     *
     * @param plan of {@link LanguagePlan#RECIPE}: level, leastCount, validation, test
     * @throws TextException where there is too little to learn from
     */
    public static Corpus of(String title, CharSequence text, Settings plan) throws TextException {
        return switch (new CorpusMaking(TextSource.of(title, text), plan).run(JobControl.UNWATCHED)) {
            case JobOutcome.Finished<CorpusMaking.Made>(CorpusMaking.Made made) -> made.corpus();
            case JobOutcome.Stopped<CorpusMaking.Made>(CorpusMaking.Made made) -> made.corpus();
            case JobOutcome.Failed<CorpusMaking.Made>(String message, Throwable cause) -> throw new TextException(message, cause);
        };
    }

    /** Three texts that belong together, such as the Penn Treebank's. The vocabulary is that of the first; characters are those of all. */
    public static Corpus of(String title, CharSequence train, CharSequence validation, CharSequence test, Settings plan) throws TextException {
        Level level = CorpusMaking.level(plan);
        TokenCounts counts = new TokenCounts(level);
        (level == Level.WORD ? List.of(train) : List.of(train, validation, test)).forEach(counts::add);
        return of(title, counts.vocabulary(plan.whole("leastCount")), train, validation, test);
    }

    /** Three texts in the ids of a vocabulary that is there already. */
    public static Corpus of(String title, Vocabulary vocabulary, CharSequence train, CharSequence validation, CharSequence test) throws TextException {
        PartTokenizer tokenizer = Tokenizers.parts(vocabulary);
        Ids begun = new Ids();
        vocabulary.id(Vocabulary.BEGIN).ifPresent(begun::add);
        tokenizer.encode(train, begun);
        return CorpusMaking.checked(new Corpus(title, vocabulary, begun.toArray(), encoded(tokenizer, validation), encoded(tokenizer, test)));
    }

    private static int[] encoded(PartTokenizer tokenizer, CharSequence text) {
        Ids ids = new Ids();
        tokenizer.encode(text, ids);
        return ids.toArray();
    }
}
