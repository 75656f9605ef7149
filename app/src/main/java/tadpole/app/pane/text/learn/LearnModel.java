package tadpole.app.pane.text.learn;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.form.FormModel;
import tadpole.app.job.RunningJob;
import tadpole.app.job.TimeText;
import tadpole.app.job.Watched;
import tadpole.app.job.WorkState;
import tadpole.app.pane.text.TextModel;
import tadpole.app.shell.FileWork;
import tadpole.engine.file.TextExperimentFile;
import tadpole.engine.language.Corpus;
import tadpole.engine.language.LanguageEvent;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.LanguagePlan;
import tadpole.engine.language.LanguagePresets;
import tadpole.engine.language.Level;
import tadpole.engine.language.TextExperiment;
import tadpole.engine.recipe.Preset;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** A text, a plan, and a network that learns to write from the one by the other. */
final class LearnModel {

    /** Settings that the cutting of a text depends on. */
    private static final List<String> CUTS = List.of("level", "leastCount", "validation", "test");
    private static final Set<String> KEPT = Set.of("seed", "epochs", "validation", "test", "sampleEvery", "sampleLength", "temperatures");

    private final TextModel text;
    private final Texts texts;
    private final Learners learners;
    private final LongSupplier nanos;
    private final FileWork files;
    private final Study study;
    private final Outlook outlook;
    private final FormModel form = new FormModel(LanguagePlan.RECIPE);
    private final Watched<LanguageEvent, LanguageModel> run;
    private final ReadOnlyObjectWrapper<Optional<OpenedText>> opened = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<LanguageModel>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper told = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<LossUnit> unit = new SimpleObjectProperty<>(LossUnit.NATS);
    private LearnCurves curves;
    private Optional<Learner> learner = Optional.empty();
    private Settings running = LanguagePlan.RECIPE.standard().settings();
    private Optional<TextFacts> learned = Optional.empty();

    /** @param background where files are read and texts are measured, in order */
    LearnModel(TextModel text, Texts texts, Learners learners, Executor background, LongSupplier nanos) {
        this.text = text;
        this.texts = texts;
        this.learners = learners;
        this.nanos = nanos;
        this.files = new FileWork(text.desk(), background);
        this.run = new Watched<>(text.desk().jobs());
        this.study = new Study(texts, text.desk().jobs());
        this.outlook = new Outlook(learners, background, text.desk().jobs().ui(), nanos);
        this.curves = new LearnCurves(1, nanos);
        form.settingsProperty().subscribe(this::planned);
        study.factsProperty().subscribe(_ -> look());
        run.stateProperty().subscribe(state -> {
            if (state == WorkState.RUNNING) {
                curves.goOn();
            }
        });
    }

    TextModel text() {
        return text;
    }

    FileWork files() {
        return files;
    }

    FormModel form() {
        return form;
    }

    Study study() {
        return study;
    }

    ReadOnlyObjectProperty<Optional<OpenedText>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<WorkState> stateProperty() {
        return run.stateProperty();
    }

    ReadOnlyObjectProperty<Optional<RunningJob<LanguageModel>>> runningProperty() {
        return run.runningProperty();
    }

    /** What was reached or why it failed; empty where there is nothing to say. */
    ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** How many steps a start would make and about how long they take, or why it cannot; empty before it is known. */
    ReadOnlyStringProperty estimateProperty() {
        return outlook.wordsProperty();
    }

    /** What came of the last run; empty before one ended. */
    ReadOnlyObjectProperty<Optional<LanguageModel>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Another number whenever the run has told something. */
    ReadOnlyIntegerProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    ObjectProperty<LossUnit> unitProperty() {
        return unit;
    }

    LearnCurves curves() {
        return curves;
    }

    Level level() {
        return facts().map(each -> each.corpus().vocabulary().level()).orElse(Level.CHARACTER);
    }

    /** Of the run that is shown, or of the text that is open where nothing was learned yet. */
    Optional<TextFacts> facts() {
        return learned.isPresent() ? learned : study.factsProperty().get();
    }

    /** How many epochs the run that is shown goes. */
    int epochs() {
        return learned.isPresent() ? running.whole("epochs") : form.settings().whole("epochs");
    }

    void openTales() {
        files.run(() -> {
            OpenedText tales = texts.tales();
            text.desk().jobs().ui().execute(() -> show(tales));
            return "";
        });
    }

    void open(Path file) {
        files.open(file, texts::open, this::show);
    }

    void show(OpenedText now) {
        opened.set(Optional.of(now));
        if (!run.state().isGoingOn()) {
            forget();
        }
        study.begin(now, form.settings());
    }

    private void planned(Settings now) {
        boolean cutAnew = opened.get().isPresent() && CUTS.stream().anyMatch(key -> study.plan().isEmpty() || !study.plan().get().asMap().get(key).equals(now.asMap().get(key)));
        if (cutAnew) {
            study.begin(opened.get().get(), now);
        }
        if (run.state().isGoingOn() && running.decimal("rate") > 0) {
            learner.ifPresent(each -> each.scaleRate(now.decimal("rate") / running.decimal("rate")));
        }
        look();
    }

    private void look() {
        if (run.state().isGoingOn()) {
            return;
        }
        study.factsProperty().get().ifPresentOrElse(facts -> outlook.look(facts.corpus(), form.settings()), outlook::forget);
    }

    /** The preset whose settings stand in the form; empty where they are somebody's own. */
    Optional<Preset> preset() {
        return LanguagePresets.ALL.stream().filter(each -> filled(each).equals(form.settings())).findFirst();
    }

    void take(Preset preset) {
        Settings wanted = filled(preset);
        if (!wanted.equals(form.settings())) {
            form.show(wanted);
        }
    }

    /** A preset's settings; how long one trains and what one sees of it stays as it is, unless the preset says it. */
    private Settings filled(Preset preset) {
        Map<String, Object> all = new HashMap<>(preset.of(LanguagePlan.RECIPE).settings().asMap());
        KEPT.stream().filter(key -> !preset.settings().containsKey(key)).forEach(key -> all.put(key, form.settings().asMap().get(key)));
        try {
            return LanguagePlan.RECIPE.settings(all);
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean canStart() {
        return study.factsProperty().get().isPresent();
    }

    void startOrPause() {
        switch (run.state()) {
            case RUNNING -> run.pause();
            case PAUSED -> run.resume();
            case READY, ENDED, FAILED -> start();
        }
    }

    private void start() {
        if (study.factsProperty().get().isEmpty()) {
            String refusal = study.refusalProperty().get();
            line.set(opened.get().isEmpty() ? "Open a text first." : refusal.isEmpty() ? "The text is still being measured." : refusal);
            return;
        }
        outlook.forget();
        TextFacts facts = study.factsProperty().get().get();
        Settings plan = form.settings();
        try {
            begin(facts, plan);
        } catch (SettingException refused) {
            line.set(refused.getMessage());
            text.desk().messages().failed(refused.getMessage());
        }
    }

    private void begin(TextFacts facts, Settings plan) throws SettingException {
        Ears ears = new Ears();
        Learner made = learners.make(facts.corpus(), plan, ears);
        learner = Optional.of(made);
        learned = Optional.of(facts);
        running = plan;
        curves = new LearnCurves((double) plan.whole("batch") * plan.whole("sequence"), nanos);
        result.set(Optional.empty());
        line.set("");
        tell();
        run.start(false, listener -> {
            ears.listen(listener);
            return made;
        }, new Heard());
    }

    void stop() {
        run.stop();
    }

    /** Back to where nothing was learned. */
    void forget() {
        run.drop();
        learner = Optional.empty();
        learned = Optional.empty();
        result.set(Optional.empty());
        line.set("");
        curves = new LearnCurves(1, nanos);
        tell();
        look();
    }

    /** Puts the network, as it is now or as it ended, into the room Write; false where there is none. */
    boolean writeWithIt() {
        Optional<LanguageModel> model = result.get().or(() -> learner.filter(_ -> run.state().isGoingOn()).map(Learner::now)).map(this::titled);
        model.ifPresent(each -> {
            text.offer(each);
            text.modelProperty().set(Optional.of(each));
            text.corpusProperty().set(learned.map(TextFacts::corpus));
        });
        return model.isPresent();
    }

    private LanguageModel titled(LanguageModel model) {
        return new LanguageModel(title(), model.vocabulary(), model.plan(), model.network(), model.epochs());
    }

    /** Such as "Tadpole tales, LSTM 2 × 128". */
    String title() {
        String title = facts().map(each -> each.corpus().title()).orElse("Text model");
        return "%s, %s%s %d × %d".formatted(title, running.choice("level").equals("word") ? "word " : "", running.choice("cell").toUpperCase(Locale.ROOT),
                running.whole("layers"), running.whole("hidden"));
    }

    /** What a file says of this training; empty where no file or folder holds the text. */
    Optional<TextExperiment> experiment() {
        return opened.get().flatMap(OpenedText::place).map(place -> new TextExperiment(title(), "", new TextExperiment.Texts(place, "", ""), List.of(), false, form.settings()));
    }

    /** Takes the plan of an experiment, and its text where it names one that can be opened. */
    void show(TextExperiment experiment, Path file) {
        form.show(experiment.plan());
        String place = experiment.texts().train();
        Path beside = file.resolveSibling(place);
        if (place.equals(OpenedText.TALES)) {
            openTales();
        } else if (Files.isRegularFile(beside)) {
            open(beside);
        } else {
            text.desk().messages().failed("%s learns from %s, which is not beside it: open that text.".formatted(file.getFileName(), place));
        }
    }

    void openExperiment(Path file) {
        files.open(file, TextExperimentFile::read, read -> show(read, file));
    }

    Optional<LanguageModel> toSave() {
        return result.get().map(this::titled);
    }

    Optional<Corpus> corpus() {
        return facts().map(TextFacts::corpus);
    }

    private void tell() {
        told.set(told.get() + 1);
    }

    private final class Heard implements Watched.Listener<LanguageEvent, LanguageModel> {

        @Override
        public void hear(List<LanguageEvent> events) {
            events.forEach(curves::add);
            tell();
        }

        @Override
        public void ended(LanguageModel model) {
            result.set(Optional.of(model));
            line.set(new Ending(curves.figures(), facts().map(TextFacts::baselines).orElse(List.of()), level()).words());
            tell();
        }

        @Override
        public void failed(String why) {
            line.set(why);
            tell();
        }
    }

    /** Such as "1:12 left" while it runs. */
    String remaining() {
        return run.runningProperty().get().map(RunningJob::remainingText).orElse("");
    }

    static String seconds(double seconds) {
        return TimeText.of(seconds);
    }
}
