package tadpole.app.pane.text.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import tadpole.app.pane.text.TextModel;
import tadpole.app.shell.FileWork;
import tadpole.engine.file.FileException;
import tadpole.engine.file.LanguageFile;
import tadpole.engine.file.LanguageHead;
import tadpole.engine.file.LanguageImport;
import tadpole.engine.file.SafeFile;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.TextFile;
import tadpole.samples.SampleData;

/** Texts and models from files and into them. */
final class WriteFiles {

    /** More cannot be edited with joy. */
    static final int MOST = 2_000_000;
    private static final String ENDING = ".safetensors";
    private static final List<String> MODELS = List.of(ENDING, ".npz", ".pt", ".pth");
    private static final List<String> TEXTS = List.of(".txt", ".md", ".text", ".java", ".py", ".c", ".h", ".tex", ".html", ".csv", ".log", ".srt");

    private record Opened(String text, boolean whole, String encoding) {}

    private final TextModel text;
    private final FileWork work;
    private final Bundled bundled;

    /** @param background where files are read and written, in order */
    WriteFiles(TextModel text, Executor background) {
        this.text = text;
        this.work = new FileWork(text.desk(), background);
        this.bundled = new Bundled(text, background, SampleData.weights());
    }

    Bundled bundled() {
        return bundled;
    }

    static boolean isModel(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return MODELS.stream().anyMatch(name::endsWith);
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return TEXTS.stream().anyMatch(name::endsWith);
    }

    /** One text, or one text model; false for anything else. */
    boolean open(List<Path> dropped) {
        if (dropped.size() != 1) {
            return false;
        }
        Path file = dropped.getFirst();
        if (file.toString().endsWith(ENDING) && !LanguageHead.isOne(file) || !isModel(file) && !isText(file)) {
            return false;
        }
        openAny(file);
        return true;
    }

    /** Whatever the person chose: what cannot be read says why. */
    void openAny(Path file) {
        if (isModel(file)) {
            openModel(file);
        } else {
            openText(file);
        }
    }

    private void openModel(Path file) {
        work.open(file, WriteFiles::read, model -> {
            text.offer(model);
            text.modelProperty().set(Optional.of(model));
        });
    }

    private static LanguageModel read(Path file) throws FileException {
        return LanguageHead.isOne(file) ? LanguageFile.open(file) : LanguageImport.open(file);
    }

    private void openText(Path file) {
        work.run(() -> {
            Opened opened = readText(file);
            text.desk().jobs().ui().execute(() -> text.textProperty().set(opened.text));
            return opened.whole ? "Opened %s (%s).".formatted(file.getFileName(), opened.encoding)
                    : "Opened the first %s characters of %s (%s).".formatted(Pace.count(MOST), file.getFileName(), opened.encoding);
        });
    }

    private static Opened readText(Path file) throws IOException {
        TextFile source = TextFile.open(file);
        StringBuilder read = new StringBuilder();
        source.read(part -> {
            read.append(part);
            return read.length() <= MOST;
        });
        boolean whole = read.length() <= MOST;
        String kept = whole ? read.toString() : read.substring(0, MOST);
        return new Opened(kept.replace("\r\n", "\n").replace('\r', '\n'), whole, source.encoding().title());
    }

    void saveText(Path to) {
        String now = text.textProperty().get();
        work.save(to, file -> SafeFile.write(file, out -> out.write(now.getBytes(StandardCharsets.UTF_8))));
    }

    void saveModel(Path to) {
        text.modelProperty().get().ifPresent(model -> work.save(to, file -> LanguageFile.save(file, model)));
    }
}
