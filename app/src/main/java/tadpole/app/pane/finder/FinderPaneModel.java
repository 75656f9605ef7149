package tadpole.app.pane.finder;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import tadpole.app.chart.RateScale;
import tadpole.app.chart.SweepPicture;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.RateProof;
import tadpole.engine.training.RateProofs;
import tadpole.engine.training.Suggestion;
import tadpole.engine.training.Sweep;

/** What the LR finder shows and does: a sweep of the experiment that Train has, a rate chosen on it, and its proofs. */
public final class FinderPaneModel {

    /** Proofs that take longer wait until one asks for them. */
    private static final double PATIENCE_SECONDS = 4;

    private final Desk desk;
    private final SweepForm form = new SweepForm();
    private final SweepRun run;
    private final ShownSweep shown = new ShownSweep();
    private final ChosenRate chosen;
    private final Proofs proofs;
    private final FinderFiles files;
    private final ReadOnlyIntegerWrapper news = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final FinderSituation situation;
    private final ObservableValue<Boolean> waitsForProof;
    private final BooleanBinding findable;
    private final BooleanBinding stoppable;
    private final BooleanBinding swept;
    /** What the curve is of, whatever was opened since. */
    private Optional<Dataset> sweptOn = Optional.empty();

    /** @param background for what is too short for a job and too long for the JavaFX thread */
    public FinderPaneModel(Desk desk, Executor background) {
        this.desk = desk;
        this.run = new SweepRun(desk);
        this.chosen = new ChosenRate(desk);
        this.proofs = new Proofs(desk);
        this.files = new FinderFiles(desk, background);
        this.situation = new FinderSituation(desk.workspace(), form, shown::experiment, run.stateProperty(), sweepProperty());
        var obstacle = situation.obstacle();
        this.findable = Bindings.createBooleanBinding(() -> state().isGoingOn() || obstacle.getValue().isEmpty(), run.stateProperty(), obstacle);
        this.stoppable = Bindings.createBooleanBinding(
                () -> state().isGoingOn() || proofs.goingProperty().get(), run.stateProperty(), proofs.goingProperty());
        this.swept = Bindings.createBooleanBinding(() -> sweepProperty().get().isPresent() && !state().isGoingOn(), sweepProperty(), run.stateProperty());
        this.waitsForProof = Bindings.createObjectBinding(
                () -> swept.get() && chosen.rate().isPresent() && !chosen.rate().equals(proofs.provenProperty().get()),
                swept, chosenProperty(), proofs.provenProperty());
        form.fields().settingsProperty().subscribe(_ -> preview());
    }

    public SweepForm form() {
        return form;
    }

    public ReadOnlyObjectProperty<WorkState> stateProperty() {
        return run.stateProperty();
    }

    public WorkState state() {
        return run.state();
    }

    /** Another number whenever there is something new to draw. */
    ReadOnlyIntegerProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    /** The sweep that is shown, once it has ended. */
    public ReadOnlyObjectProperty<Optional<Sweep>> sweepProperty() {
        return shown.sweepProperty();
    }

    public ReadOnlyObjectProperty<Optional<Double>> chosenProperty() {
        return chosen.rateProperty();
    }

    public ReadOnlyObjectProperty<List<RateProof>> proofsProperty() {
        return proofs.proofsProperty();
    }

    /** What came of it, in one line; empty while there is nothing to say. */
    public ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    FinderSituation situation() {
        return situation;
    }

    /** Why nothing can be swept; empty where it can. */
    public ObservableValue<String> obstacle() {
        return situation.obstacle();
    }

    /** Whether the chosen rate was not tried, as that takes long. */
    ObservableValue<Boolean> waitsForProof() {
        return waitsForProof;
    }

    public BooleanBinding findable() {
        return findable;
    }

    public BooleanBinding stoppable() {
        return stoppable;
    }

    /** Whether there is a curve to choose on, to draw over and to save. */
    public BooleanBinding swept() {
        return swept;
    }

    RateScale rates() {
        return shown.rates();
    }

    /** As it is now; the chosen rate is drawn by the window. */
    SweepPicture picture() {
        return shown.picture(OptionalDouble.empty());
    }

    /** What is said where the curve will be; empty where one is drawn. */
    String hint() {
        return shown.hint();
    }

    public List<Suggestion> suggestions() {
        return shown.suggestions();
    }

    /** About how long the proofs take. */
    double proofSeconds() {
        return sweepProperty().get().map(each -> each.seconds() / Math.max(1, each.steps().size()) * Proofs.COUNT * RateProofs.STEPS).orElse(0.0);
    }

    /** Sweeps; pauses what runs; goes on with what is paused. */
    public void findOrPause() {
        switch (state()) {
            case RUNNING -> run.pause();
            case PAUSED -> run.resume();
            case READY, ENDED, FAILED -> find();
        }
    }

    public void stop() {
        run.stop();
        proofs.stop();
    }

    /** Draws sweeps with other values over the first. */
    public void overlay(Overlay kind) {
        if (swept.get() && fits(kind)) {
            start(shown.overlay(kind), new Hearing(
                    told -> shown.overlays().hear(shown.plan(), told), sweeps -> line.set(shown.overlays().end(sweeps))));
        }
    }

    /** Back to the first sweep alone. */
    public void clearOverlays() {
        shown.overlays().clear();
        sweepProperty().get().ifPresent(found -> line.set(summary(found)));
        tellNews();
    }

    boolean hasOverlays() {
        return !shown.overlays().isEmpty();
    }

    /** Whether that can be drawn over the curve. */
    boolean fits(Overlay kind) {
        return shown.experiment().filter(kind::fits).isPresent();
    }

    /** Moves the line; {@link #settle} when it stays. */
    public void choose(double rate) {
        if (sweepProperty().get().isPresent()) {
            chosen.choose(rate);
        }
    }

    /** Tries the chosen rate, unless that takes long. */
    public void settle() {
        if (proofSeconds() <= PATIENCE_SECONDS) {
            prove();
        }
    }

    /** Fifty steps each at a tenth, one and ten times the chosen rate. */
    public void prove() {
        if (!state().isGoingOn()) {
            shown.experiment().ifPresent(experiment -> sweptOn.ifPresent(dataset ->
                    chosen.rate().ifPresent(rate -> proofs.prove(experiment, dataset, rate))));
        }
    }

    /** The experiment of Train takes the chosen rate; a run that goes on takes it at its next step. */
    public void useInTrain() {
        chosen.useInTrain();
    }

    /** lr-finder.png and lr-finder.svg. */
    void saveCharts(Path folder) {
        files.saveCharts(shown.picture(chosen.rate().map(OptionalDouble::of).orElse(OptionalDouble.empty())), folder);
    }

    void saveTable(Path file) {
        sweepProperty().get().ifPresent(now -> files.saveTable(now, file));
    }

    private void find() {
        Optional<Experiment> experiment = desk.workspace().experimentProperty().get();
        Optional<Dataset> dataset = desk.workspace().datasetProperty().get();
        if (!obstacle().getValue().isEmpty() || experiment.isEmpty() || dataset.isEmpty()) {
            return;
        }
        shown.begin(experiment.get(), form.plan().orElseThrow());
        chosen.clear();
        proofs.clear();
        sweptOn = dataset;
        start(List.of(new Variant("", experiment.get())), new Hearing(shown::hear, sweeps -> found(sweeps.getFirst())));
    }

    private void found(Sweep found) {
        shown.end(found);
        line.set(summary(found));
        suggestions().stream().filter(Suggestion.Minimum.class::isInstance).findFirst().or(() -> suggestions().stream().findFirst())
                .ifPresent(each -> choose(each.rate()));
    }

    private void start(List<Variant> variants, Hearing hearing) {
        line.set("");
        run.start(variants, shown.plan(), sweptOn.orElseThrow(), hearing);
        tellNews();
    }

    private final class Hearing implements SweepRun.Listener {

        private final Consumer<List<Told>> steps;
        private final Consumer<List<Sweep>> ending;

        Hearing(Consumer<List<Told>> steps, Consumer<List<Sweep>> ending) {
            this.steps = steps;
            this.ending = ending;
        }

        @Override
        public void hear(List<Told> told) {
            steps.accept(told);
            tellNews();
        }

        @Override
        public void ended(List<Sweep> sweeps) {
            ending.accept(sweeps);
            settle();
            tellNews();
        }

        @Override
        public void failed(String why) {
            shown.overlays().clear();
            line.set(why);
            tellNews();
        }
    }

    private void preview() {
        if (!state().isGoingOn()) {
            form.plan().ifPresent(shown::preview);
        }
        tellNews();
    }

    private static String summary(Sweep found) {
        return String.format(Locale.ROOT, "Swept %d of %d steps in %.1f s. %s", found.steps().size(), found.planned(), found.seconds(), found.ending());
    }

    private void tellNews() {
        news.set(news.get() + 1);
    }
}
