package tadpole.app.pane.text.learn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.language.Corpus;
import tadpole.engine.language.CorpusMaking;
import tadpole.engine.language.TextFile;
import tadpole.engine.language.TextSource;
import tadpole.engine.language.TokenCounts;
import tadpole.engine.language.Vocabulary;
import tadpole.engine.recipe.Settings;

/** Texts of files, and the tales that come with Tadpole. */
final class TextFiles implements Texts {

    private static final int BEGINNING = 1500;

    private final Path tales;

    /** @param tales the folder with the tales that come with Tadpole */
    TextFiles(Path tales) {
        this.tales = tales;
    }

    @Override
    public OpenedText open(Path file) throws IOException {
        TextFile text = TextFile.open(file);
        return new OpenedText(text, text.encoding().title(), text.encoding().reason(), text.size(), text.first(BEGINNING).strip());
    }

    @Override
    public OpenedText tales() throws IOException {
        try (Stream<Path> files = Files.list(tales)) {
            List<Path> inOrder = files.filter(each -> each.toString().endsWith(".txt")).sorted(Comparator.comparing(each -> each.getFileName().toString())).toList();
            List<String> parts = new ArrayList<>();
            for (Path each : inOrder) {
                parts.add(Files.readString(each));
            }
            String whole = parts.stream().map(each -> each.endsWith("\n") ? each : each + "\n").collect(Collectors.joining());
            TextSource source = TextSource.of("Tadpole tales", whole);
            return new OpenedText(source, "UTF-8", "They come with Tadpole.", whole.getBytes(StandardCharsets.UTF_8).length, source.first(BEGINNING).strip());
        }
    }

    @Override
    public JobOutcome<TextFacts> study(OpenedText text, Settings plan, JobControl control) {
        return switch (new CorpusMaking(text.source(), plan).run(control)) {
            case JobOutcome.Finished<CorpusMaking.Made>(CorpusMaking.Made made) -> new JobOutcome.Finished<>(facts(made));
            case JobOutcome.Stopped<CorpusMaking.Made>(CorpusMaking.Made made) -> new JobOutcome.Stopped<>(facts(made));
            case JobOutcome.Failed<CorpusMaking.Made>(String why, Throwable cause) -> new JobOutcome.Failed<>(why, cause);
        };
    }

    private static TextFacts facts(CorpusMaking.Made made) {
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
        return new TextFacts(corpus, Arrays.stream(counts).sum(), unknown.isPresent() ? counts[unknown.getAsInt()] : 0, oftenest, baselines(corpus), made.notes());
    }

    private static List<Baseline> baselines(Corpus corpus) {
        return List.of(new Baseline("equal chance, ln %d".formatted(corpus.vocabulary().size()), Math.log(corpus.vocabulary().size())));
    }
}
