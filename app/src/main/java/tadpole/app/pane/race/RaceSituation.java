package tadpole.app.pane.race;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ObservableValue;
import tadpole.app.chart.Digits;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.recipe.Settings;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.RacePlan;

/** Which race the curves are of, and whether the next one would be another; in words. */
final class RaceSituation {

    private final Workspace workspace;
    private final RaceDraft draft;
    private final Supplier<Optional<RaceSoFar>> shown;
    private final ObservableValue<WorkState> state;
    private final ObservableValue<String> subtitle;
    private final ObservableValue<String> experiment;
    private final ObservableValue<String> stale;

    /**
     * @param shown the race whose curves are drawn
     * @param news  changes with it
     */
    RaceSituation(Workspace workspace, RaceDraft draft, Supplier<Optional<RaceSoFar>> shown, ObservableValue<WorkState> state, ReadOnlyIntegerProperty news) {
        this.workspace = workspace;
        this.draft = draft;
        this.shown = shown;
        this.state = state;
        this.subtitle = Bindings.createStringBinding(this::say, news, state, draft.subtitle());
        this.experiment = Bindings.createStringBinding(this::findExperiment, news, state, draft.experiment());
        this.stale = Bindings.createStringBinding(
                this::sayStale, news, state, draft.experiment(), draft.lacking(), workspace.datasetProperty(), draft.form().settingsProperty());
    }

    /** Of the race that is shown, else of the one that is set up. */
    ObservableValue<String> subtitle() {
        return subtitle;
    }

    /** Name of what races now; of what will race, where nobody does. */
    ObservableValue<String> experiment() {
        return experiment;
    }

    /** That the curves are of another race than the one that is set up; empty where they are not. */
    ObservableValue<String> stale() {
        return stale;
    }

    private String say() {
        return shown.get().map(race -> RaceDraft.subtitle(race.data().title(), race.plan().experiment())).orElseGet(draft.subtitle()::getValue);
    }

    private String findExperiment() {
        return shown.get().filter(_ -> state.getValue().isGoingOn()).map(race -> race.plan().experiment())
                .or(draft.experiment()::getValue).map(Experiment::name).orElse("none yet");
    }

    private String sayStale() {
        if (shown.get().isEmpty()) {
            return "";
        }
        RaceSoFar race = shown.get().get();
        Experiment raced = race.plan().experiment();
        String these = "These curves are of %s on %s".formatted(raced.name(), race.data().title());
        if (!draft.lacking().getValue().isEmpty()) {
            return these + ".";
        }
        Experiment next = draft.experiment().getValue().orElseThrow();
        Dataset open = workspace.datasetProperty().get().orElseThrow();
        if (!open.key().equals(race.data().key()) || !open.title().equals(race.data().title()) || !next.name().equals(raced.name())) {
            return "%s; the next race is of %s on %s.".formatted(these, next.name(), open.title());
        }
        if (!trainsTheSame(race.plan(), next)) {
            return these + " as it was; it was changed since.";
        }
        Settings wanted = draft.form().settings();
        return rates(race.plan().settings()).equals(rates(wanted)) ? ""
                : "These curves are %s; the next race is %s.".formatted(rates(race.plan().settings()), rates(wanted));
    }

    /** Optimizer and length of an experiment take no part in a race. */
    private static boolean trainsTheSame(RacePlan plan, Experiment next) {
        RacePlan other = new RacePlan(plan.name(), plan.about(), next, plan.contestants(), plan.settings());
        return IntStream.range(0, plan.contestants().size()).mapToObj(i -> new RacePlan.Lane(i, 1, 0))
                .allMatch(lane -> plan.experiment(lane, Integer.MAX_VALUE).equals(other.experiment(lane, Integer.MAX_VALUE)));
    }

    private static String rates(Settings settings) {
        return settings.choice("mode").equals("same") ? "all at rate " + Digits.shortest(settings.decimal("rate")) : "each at its own best rate";
    }
}
