package tadpole.app.pane.kernels.learn;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.form.FormModel;
import tadpole.app.form.RecipePickerModel;
import tadpole.app.job.Newest;
import tadpole.app.job.Watched;
import tadpole.app.job.WorkState;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.shell.FileWork;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.Convolver;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.KernelPresets;
import tadpole.engine.convolution.KernelSearch;
import tadpole.engine.convolution.SearchPlan;
import tadpole.engine.convolution.SearchResult;
import tadpole.engine.convolution.SearchStep;
import tadpole.engine.convolution.SearchTask;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/** A search for a kernel: what is wanted, how it is searched, where it is. */
final class LearnModel {

    private final KernelsModel kernels;
    private final Convolver wantedConvolver;
    private final Convolver convolver;
    private final Watched<SearchStep, SearchResult> run;
    private final FormModel form = new FormModel(SearchPlan.RECIPE);
    private final RecipePickerModel<OptimizerMaker> optimizer = new RecipePickerModel<>(Optimizers.ALL);
    private final ObjectProperty<Goal> goal = new SimpleObjectProperty<>(Goal.OWN);
    private final ObjectProperty<Optional<Picture>> wantedPicture = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Wanted>> wanted = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper lack = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<SearchStep>> steps = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Convolved>> output = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SearchResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final BooleanProperty uncovered = new SimpleBooleanProperty(false);
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper(false);
    private final Newest<Question> toConvolve;
    private volatile Tempo tempo = Tempo.WATCH;
    private long drawn = 1;
    private int asked;
    private Runnable whenPrepared = () -> { };

    private record Question(Wanted wanted, SearchStep step) {}

    LearnModel(KernelsModel kernels) {
        this.kernels = kernels;
        this.wantedConvolver = new Convolver(kernels.desk().device());
        this.convolver = new Convolver(kernels.desk().device());
        this.run = new Watched<>(kernels.desk().jobs());
        this.toConvolve = new Newest<>(kernels.background(), this::convolve);
        optimizer.show(SearchPlan.standard().optimizer());
        optimizer.recipeProperty().addListener((_, _, _) -> suitRate());
        kernels.convolvedProperty().subscribe(_ -> prepare());
        goal.addListener((_, _, _) -> prepare());
        wantedPicture.addListener((_, _, _) -> prepare());
    }

    KernelsModel kernels() {
        return kernels;
    }

    FormModel form() {
        return form;
    }

    RecipePickerModel<OptimizerMaker> optimizer() {
        return optimizer;
    }

    ObjectProperty<Goal> goalProperty() {
        return goal;
    }

    /** Empty where it cannot be searched; see {@link #lackProperty}. */
    ReadOnlyObjectProperty<Optional<Wanted>> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** Why there is nothing to search, in one sentence. */
    ReadOnlyStringProperty lackProperty() {
        return lack.getReadOnlyProperty();
    }

    /** Whether the pane, or what is wanted, changed since the search began: the next one begins with that. */
    ReadOnlyBooleanProperty outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    /** All steps so far, the start first; only the last with its kernels and gradients. */
    ReadOnlyObjectProperty<List<SearchStep>> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    Optional<SearchStep> last() {
        return steps.get().isEmpty() ? Optional.empty() : Optional.of(steps.get().getLast());
    }

    /** What the newest kernel makes of the picture. */
    ReadOnlyObjectProperty<Optional<Convolved>> outputProperty() {
        return output.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<SearchResult>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** How it ended, in words. */
    ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<WorkState> stateProperty() {
        return run.stateProperty();
    }

    /** Whether the hidden kernel is shown. */
    BooleanProperty uncoveredProperty() {
        return uncovered;
    }

    Tempo tempo() {
        return tempo;
    }

    void setTempo(Tempo wantedTempo) {
        tempo = wantedTempo;
    }

    void startOrPause() {
        switch (run.state()) {
            case RUNNING -> run.pause();
            case PAUSED -> run.resume();
            case READY, ENDED, FAILED -> upToDate(() -> begin(false));
        }
    }

    /** One step of the search; begins it where it has not begun. */
    void step() {
        if (run.state().isGoingOn()) {
            run.step();
        } else {
            upToDate(() -> {
                begin(true);
                run.step();
            });
        }
    }

    void stop() {
        run.stop();
    }

    /** Back to the start: nothing searched. */
    void restart() {
        run.drop();
        clear();
        prepare();
    }

    /** Another preset by lot. */
    void drawAgain() {
        drawn++;
        run.drop();
        clear();
        if (goal.get() == Goal.LOT) {
            prepare();
        } else {
            goal.set(Goal.LOT);
        }
    }

    void openWanted(Path file) {
        new FileWork(kernels.desk(), kernels.background()).open(file, PictureFile::read, read -> {
            wantedPicture.set(Optional.of(read.picture()));
            goal.set(Goal.PICTURE);
            // What was done to its numbers; a search that goes on keeps its own words.
            if (!run.state().isGoingOn()) {
                line.set(String.join(" ", read.notes()));
            }
        });
    }

    /** Puts what was found so far into the pane's plan; false where there is nothing. */
    boolean take() {
        Optional<SearchStep> found = result.get().map(SearchResult::best).or(this::last);
        if (found.isEmpty() || wanted.get().isEmpty()) {
            return false;
        }
        ConvolutionPlan plan = wanted.get().get().task().plan();
        kernels.change(_ -> plan.withFilters(found.get().filters()));
        return true;
    }

    private void clear() {
        steps.set(List.of());
        output.set(Optional.empty());
        result.set(Optional.empty());
        line.set("");
        uncovered.set(false);
    }

    private void upToDate(Runnable then) {
        if (outdated.get()) {
            whenPrepared = then;
            prepare();
        } else {
            then.run();
        }
    }

    /** While a search goes on it keeps what it searches. */
    private void prepare() {
        if (run.state().isGoingOn()) {
            outdated.set(true);
            return;
        }
        outdated.set(false);
        int mine = ++asked;
        Optional<Convolved> now = kernels.convolvedProperty().get();
        if (now.isEmpty()) {
            show(Optional.empty(), "Choose a picture at the right, in the view Sliding window.");
            return;
        }
        switch (goal.get()) {
            case OWN -> show(Optional.of(ofPane(now.get())), "");
            case LOT -> {
                Lot lot = Lot.draw(now.get().plan(), drawn);
                kernels.background().execute(() -> prepareLot(mine, lot, now.get().picture()));
            }
            case PICTURE -> ofPicture(now.get());
        }
    }

    private Wanted ofPane(Convolved now) {
        ConvolutionPlan plan = now.plan();
        List<Filter> effective = plan.filters().stream().map(filter -> new Filter(filter.kernels().stream()
                .map(plan.withFlip(false)::effective).toList(), filter.bias())).toList();
        String name = KernelPresets.find(plan.filters().getFirst().kernels().getFirst()).map(each -> each.words()).orElse("Own kernel");
        return new Wanted(SearchTask.ofHidden(now), name, Optional.of(effective));
    }

    private void prepareLot(int mine, Lot lot, Picture picture) {
        try {
            Convolved made = wantedConvolver.convolve(lot.plan(), picture);
            Wanted hidden = new Wanted(SearchTask.ofHidden(made), lot.name(), Optional.of(lot.plan().filters()));
            answer(mine, Optional.of(hidden), "");
        } catch (SettingException misfit) {
            answer(mine, Optional.empty(), misfit.getMessage());
        }
    }

    private void answer(int mine, Optional<Wanted> made, String why) {
        kernels.desk().jobs().ui().execute(() -> {
            if (mine == asked && run.state().isGoingOn()) {
                outdated.set(true);
            } else if (mine == asked) {
                show(made, why);
            }
        });
    }

    private void ofPicture(Convolved now) {
        if (wantedPicture.get().isEmpty()) {
            show(Optional.empty(), "Open the picture that is to come out.");
            return;
        }
        Picture target = wantedPicture.get().get();
        try {
            show(Optional.of(new Wanted(SearchTask.of(now.plan(), now.picture(), target), target.name(), Optional.empty())), "");
        } catch (SettingException misfit) {
            show(Optional.empty(), misfit.getMessage());
        }
    }

    private void show(Optional<Wanted> made, String why) {
        clear();
        lack.set(why);
        wanted.set(made);
        Runnable then = whenPrepared;
        whenPrepared = () -> { };
        then.run();
    }

    /** The rate that the picture's windows allow, or that suits the optimizer. */
    private void suitRate() {
        Spec picked = optimizer.spec();
        wanted.get().ifPresent(now -> kernels.background().execute(() -> {
            try {
                Spec suited = KernelSearch.suited(picked, KernelSearch.windows(now.task(), SearchPlan.standard(), kernels.desk().device()),
                        now.task().plan().filters().size());
                kernels.desk().jobs().ui().execute(() -> {
                    if (optimizer.spec().equals(picked) && !suited.equals(picked)) {
                        optimizer.show(suited);
                    }
                });
            } catch (SettingException misfit) {
                kernels.desk().jobs().ui().execute(() -> kernels.desk().messages().failed(misfit.getMessage()));
            }
        }));
    }

    private void begin(boolean paused) {
        if (wanted.get().isEmpty()) {
            return;
        }
        SearchTask task = wanted.get().get().task();
        boolean shown = uncovered.get();
        clear();
        uncovered.set(shown);
        SearchPlan plan = new SearchPlan(form.settings(), optimizer.spec());
        run.start(paused, listener -> new PacedSearch(new KernelSearch(task, plan, kernels.desk().device(), listener), () -> tempo), new Heard(plan.hasBias()));
    }

    private final class Heard implements Watched.Listener<SearchStep, SearchResult> {

        private final boolean bias;

        /** @param bias whether it is searched too */
        Heard(boolean bias) {
            this.bias = bias;
        }

        @Override
        public void hear(List<SearchStep> events) {
            List<SearchStep> more = new ArrayList<>(steps.get());
            if (!more.isEmpty()) {
                more.add(more.removeLast().onlyLoss());
            }
            events.subList(0, events.size() - 1).forEach(each -> more.add(each.onlyLoss()));
            more.add(events.getLast());
            steps.set(more);
            toConvolve.ask(new Question(wanted.get().orElseThrow(), events.getLast()));
        }

        @Override
        public void ended(SearchResult ended) {
            result.set(Optional.of(ended));
            line.set(ended.sentence() + wanted.get().map(now -> now.apart(ended.best().filters(), bias)).orElse(""));
            toConvolve.ask(new Question(wanted.get().orElseThrow(), ended.best()));
        }

        @Override
        public void failed(String why) {
            line.set(why);
            kernels.desk().messages().failed(why);
        }
    }

    private void convolve(Question question) {
        SearchTask task = question.wanted().task();
        try {
            Convolved made = convolver.convolve(task.plan().withFilters(question.step().filters()), task.picture());
            kernels.desk().jobs().ui().execute(() -> {
                if (wanted.get().filter(each -> each == question.wanted()).isPresent() && !steps.get().isEmpty()) {
                    output.set(Optional.of(made));
                }
            });
        } catch (SettingException impossible) {
            throw new IllegalStateException("What was searched fits the picture.", impossible);
        }
    }
}
