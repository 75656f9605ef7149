package tadpole.app.pane.text.learn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.language.Baselines;
import tadpole.engine.language.Corpus;
import tadpole.engine.language.CorpusMaking;
import tadpole.engine.language.TextFile;
import tadpole.engine.language.TextSource;
import tadpole.engine.language.TokenCounts;
import tadpole.engine.language.Vocabulary;
import tadpole.engine.recipe.Settings;
import tadpole.samples.SampleTexts;

/** Texts of files, and the tales that come with Tadpole. */
final class TextFiles implements Texts {

    private static final int BEGINNING = 1500;

    @Override
    public OpenedText open(Path file) throws IOException {
        TextFile text = TextFile.open(file);
        return new OpenedText(text, text.encoding().title(), text.encoding().reason(), text.size(), text.first(BEGINNING).strip());
    }

    @Override
    public OpenedText tales() throws IOException {
        SampleTexts tales = SampleTexts.tales();
        String whole = tales.text();
        TextSource source = TextSource.of(tales.title(), whole);
        return new OpenedText(source, "UTF-8", "They come with Tadpole.", whole.getBytes(StandardCharsets.UTF_8).length, source.first(BEGINNING).strip());
    }

    @Override
    public JobOutcome<TextFacts> study(OpenedText text, Settings plan, JobControl control) {
        return switch (new CorpusMaking(text.source(), plan).run(control)) {
            case JobOutcome.Finished<CorpusMaking.Made>(CorpusMaking.Made made) -> measured(made, control);
            case JobOutcome.Stopped<CorpusMaking.Made>(CorpusMaking.Made made) -> new JobOutcome.Stopped<>(facts(made, List.of()));
            case JobOutcome.Failed<CorpusMaking.Made>(String why, Throwable cause) -> new JobOutcome.Failed<>(why, cause);
        };
    }

    private static JobOutcome<TextFacts> measured(CorpusMaking.Made made, JobControl control) {
        return switch (new Baselines(made.corpus()).run(control)) {
            case JobOutcome.Finished<Baselines.Figures>(Baselines.Figures figures) -> new JobOutcome.Finished<>(facts(made, lines(figures)));
            case JobOutcome.Stopped<Baselines.Figures>(Baselines.Figures figures) -> new JobOutcome.Stopped<>(facts(made, lines(figures)));
            case JobOutcome.Failed<Baselines.Figures>(String why, Throwable cause) -> new JobOutcome.Failed<>(why, cause);
        };
    }

    private static List<Baseline> lines(Baselines.Figures figures) {
        Baseline chance = new Baseline("equal chance, ln V", figures.uniform());
        return figures.measured() == 0 ? List.of(chance) : List.of(chance, new Baseline("unigrams of this text", figures.unigram()),
                new Baseline("bigrams of this text", figures.bigram()), new Baseline("trigrams of this text", figures.trigram()));
    }

    private static TextFacts facts(CorpusMaking.Made made, List<Baseline> baselines) {
        Corpus corpus = made.corpus();
        Vocabulary vocabulary = corpus.vocabulary();
        long[] counts = new long[vocabulary.size()];
        for (int[] part : List.of(corpus.train(), corpus.validation(), corpus.test())) {
            for (int id : part) {
                counts[id]++;
            }
        }
        OptionalInt unknown = vocabulary.unknown();
        List<TokenCounts.Counted> oftenest = IntStream.range(0, counts.length).filter(id -> counts[id] > 0)
                .mapToObj(id -> new TokenCounts.Counted(vocabulary.token(id), counts[id]))
                .sorted(Comparator.comparingLong(TokenCounts.Counted::count).reversed().thenComparing(TokenCounts.Counted::token)).toList();
        return new TextFacts(corpus, Arrays.stream(counts).sum(), unknown.isPresent() ? counts[unknown.getAsInt()] : 0, oftenest, baselines, made.notes());
    }
}
