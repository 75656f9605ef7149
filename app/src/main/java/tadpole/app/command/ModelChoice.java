package tadpole.app.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import tadpole.app.experiment.BundledModels;
import tadpole.engine.file.FileException;
import tadpole.engine.file.LanguageFile;
import tadpole.engine.file.LanguageImport;
import tadpole.engine.language.LanguageModel;

/** The language model that a command works with. */
final class ModelChoice {

    @Option(names = "--model", required = true, paramLabel = "MODEL", description = "A file (Tadpole's .safetensors, or PyTorch's .pt, .pth, .safetensors or NumPy's .npz with a vocabulary), "
            + "or the name of a bundled model such as tales-character.")
    private String model;

    @Option(names = "--vocabulary", paramLabel = "FILE", description = "The vocabulary of weights that others trained: one token a line, or a JSON list. "
            + "Default: NAME.vocabulary.json or .txt, vocabulary or vocab with .json or .txt beside them.")
    private Optional<Path> vocabulary = Optional.empty();

    LanguageModel open() throws CommandException {
        try {
            Optional<Path> file = file();
            if (file.isPresent()) {
                return vocabulary.isPresent() ? LanguageImport.open(file.get(), vocabulary.get()) : LanguageImport.open(file.get());
            }
            Optional<Path> bundled = BundledModels.file(model);
            if (bundled.isPresent()) {
                return LanguageFile.open(bundled.get());
            }
        } catch (FileException wrong) {
            throw CommandException.wrongRequest(wrong.getMessage(), wrong);
        } catch (OutOfMemoryError large) {
            throw CommandException.failedRun("The model %s does not fit into the memory that Tadpole has, %d MB.".formatted(model, Runtime.getRuntime().maxMemory() >> 20), large);
        }
        List<String> names = BundledModels.names();
        throw CommandException.wrongRequest("There is no file %s, and no bundled model of that name; bundled are %s.".formatted(
                model, names.isEmpty() ? "none" : String.join(", ", names)), null);
    }

    private Optional<Path> file() {
        try {
            return Optional.of(Path.of(model)).filter(Files::exists);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
