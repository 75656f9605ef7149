package tadpole.app.pane.text.write;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.app.pane.text.TextModel;
import tadpole.app.shell.FileWork;
import tadpole.engine.file.FileException;
import tadpole.engine.file.LanguageFile;
import tadpole.engine.file.LanguageHead;
import tadpole.engine.file.LanguageSnapshots;
import tadpole.engine.language.Corpora;
import tadpole.engine.language.Corpus;
import tadpole.engine.language.LanguageModel;
import tadpole.samples.SampleTexts;

/** The models that come with Tadpole: each with the stages of its training, and with the tales that it learned from. */
final class Bundled {

    private static final String ENDING = ".safetensors";

    private final TextModel text;
    private final FileWork work;
    private final Path folder;
    private final Map<String, List<LanguageModel>> known = new HashMap<>();
    private final ReadOnlyObjectWrapper<List<LanguageModel>> stages = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();

    /**
     * @param background where files are read, in order
     * @param folder     that holds the models; need not be there
     */
    Bundled(TextModel text, Executor background, Path folder) {
        this.text = text;
        this.folder = folder;
        work = new FileWork(text.desk(), background);
        text.modelProperty().subscribe(_ -> show());
    }

    /** While the models are being read. */
    ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** The model in use after ever more epochs, itself among them; empty where no stages of it are known. */
    ReadOnlyObjectProperty<List<LanguageModel>> stagesProperty() {
        return stages.getReadOnlyProperty();
    }

    /** Reads them; the first one is put to use where none is yet. */
    void start() {
        loading.set(true);
        work.run(() -> {
            try {
                Map<Path, LanguageModel> models = new HashMap<>();
                List<Path> files = files();
                for (Path each : files) {
                    LanguageModel model = LanguageFile.open(each);
                    models.put(each, model);
                    text.desk().jobs().ui().execute(() -> offer(model));
                }
                for (Path each : files) {
                    readStages(each, models.get(each));
                }
            } finally {
                text.desk().jobs().ui().execute(() -> loading.set(false));
            }
            return "";
        });
    }

    /** Models, without the stages beside them. */
    private List<Path> files() throws IOException, FileException {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> weights = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path each : weights) {
                if (LanguageHead.isOne(each)) {
                    found.add(each);
                }
            }
        }
        found.sort(null);
        List<Path> beside = new ArrayList<>();
        for (Path each : found) {
            beside.addAll(LanguageSnapshots.of(each));
        }
        found.removeIf(each -> beside.stream().anyMatch(stage -> stage.getFileName().equals(each.getFileName())));
        return found;
    }

    private void offer(LanguageModel model) {
        known.put(model.title(), List.of(model));
        text.offer(model);
        if (text.modelProperty().get().isEmpty()) {
            text.modelProperty().set(Optional.of(model));
        }
    }

    private void readStages(Path file, LanguageModel last) throws FileException {
        List<LanguageModel> all = new ArrayList<>();
        for (Path each : LanguageSnapshots.of(file)) {
            LanguageModel stage = LanguageFile.open(each);
            all.add(new LanguageModel(last.title(), stage.vocabulary(), stage.plan(), stage.network(), stage.epochs()));
        }
        all.add(last);
        text.desk().jobs().ui().execute(() -> {
            known.put(last.title(), List.copyOf(all));
            show();
        });
    }

    private void show() {
        Optional<LanguageModel> model = text.modelProperty().get();
        List<LanguageModel> all = model.map(each -> known.getOrDefault(each.title(), List.of())).filter(each -> each.contains(model.get())).orElse(List.of());
        stages.set(all.size() > 1 ? all : List.of());
        if (!all.isEmpty() && text.corpusProperty().get().filter(each -> each.vocabulary().equals(model.get().vocabulary())).isEmpty()) {
            cutTales(model.get());
        }
    }

    private void cutTales(LanguageModel model) {
        work.run(() -> {
            Corpus corpus = Corpora.of(SampleTexts.TALES, SampleTexts.tales().text(), model.plan());
            text.desk().jobs().ui().execute(() -> {
                if (corpus.vocabulary().equals(model.vocabulary()) && text.modelProperty().get().filter(each -> each.vocabulary().equals(corpus.vocabulary())).isPresent()) {
                    text.corpusProperty().set(Optional.of(corpus));
                }
            });
            return "";
        });
    }

    /** The model in use as it was at this stage; elsewhere too. */
    void choose(LanguageModel stage) {
        text.offer(stage);
        text.modelProperty().set(Optional.of(stage));
    }
}
