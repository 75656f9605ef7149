package tadpole.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tadpole.engine.file.Causes;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.language.Corpora;
import tadpole.engine.language.Corpus;
import tadpole.engine.language.CorpusMaking;
import tadpole.engine.language.TextException;
import tadpole.engine.language.TextExperiment;
import tadpole.engine.language.TextFile;
import tadpole.engine.language.TextSource;
import tadpole.samples.SampleData;

/** Finds the texts that an experiment names, beside its file, in the data folder, or among the bundled ones, and cuts them. */
final class TextPlaces {

    private final TextExperiment experiment;
    private final List<Path> folders;

    TextPlaces(TextRequest request, Map<String, String> environment) throws CommandException {
        this.experiment = request.experiment();
        Path own = request.data().isPresent() ? DataSources.existing(request.data().get()) : DataSources.userFolder(environment);
        this.folders = List.of(request.path().toAbsolutePath().getParent(), own, SampleData.texts());
    }

    /** Stopped, it gives what was cut so far. */
    Corpus corpus(JobControl control) throws CommandException {
        TextExperiment.Texts texts = experiment.texts();
        try {
            if (texts.validation().isEmpty()) {
                return made(new CorpusMaking(TextSource.of(experiment.name(), text(texts.train())), experiment.plan()).run(control));
            }
            return Corpora.of(experiment.name(), text(texts.train()), text(texts.validation()), texts.test().isEmpty() ? "" : text(texts.test()), experiment.plan());
        } catch (TextException refused) {
            throw CommandException.wrongRequest(refused.getMessage(), refused);
        }
    }

    private static Corpus made(JobOutcome<CorpusMaking.Made> outcome) throws CommandException {
        return switch (outcome) {
            case JobOutcome.Finished<CorpusMaking.Made>(CorpusMaking.Made made) -> made.corpus();
            case JobOutcome.Stopped<CorpusMaking.Made>(CorpusMaking.Made made) -> made.corpus();
            case JobOutcome.Failed<CorpusMaking.Made>(String message, Throwable cause) -> throw CommandException.wrongRequest(message, cause);
        };
    }

    private String text(String place) throws CommandException, TextException {
        StringBuilder text = new StringBuilder();
        for (Path file : files(place)) {
            TextFile.open(file).read(part -> {
                text.append(part);
                return true;
            });
        }
        return text.toString();
    }

    private List<Path> files(String place) throws CommandException {
        Path found = found(place);
        if (!Files.isDirectory(found)) {
            return List.of(found);
        }
        try (Stream<Path> files = Files.list(found)) {
            List<Path> texts = files.filter(file -> file.getFileName().toString().endsWith(".txt")).sorted().toList();
            if (texts.isEmpty()) {
                throw CommandException.wrongRequest("The folder %s has no .txt files to learn from.".formatted(found), null);
            }
            return texts;
        } catch (IOException broken) {
            throw CommandException.wrongRequest("The folder %s cannot be read: %s.".formatted(found, Causes.inWords(broken)), broken);
        }
    }

    private Path found(String place) throws CommandException {
        Set<String> asked = new LinkedHashSet<>();
        for (Path folder : folders) {
            Optional<Path> path = path(folder, place);
            if (path.isPresent() && Files.exists(path.get())) {
                return path.get();
            }
            asked.add(folder.toString());
        }
        throw CommandException.wrongRequest("There is no text \"%s\" in %s. Name the folder that holds it with --data DIR.".formatted(place, String.join(", ", asked)), null);
    }

    private static Optional<Path> path(Path folder, String place) {
        try {
            return Optional.of(folder.resolve(place));
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }
}
