package tadpole.app.pane.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.app.Pump;
import tadpole.app.experiment.Example;
import tadpole.app.experiment.Examples;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.RaceFile;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Contestant;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.RaceResult;
import tadpole.engine.training.Standing;
import tadpole.samples.SampleData;

class RacePaneModelTest {

    @TempDir
    private Path folder;

    private final Pump pump = new Pump();
    private final Device device = Device.plain();
    private final Desk desk = new Desk(
            new Workspace(), new Jobs(pump), device, new Messages(), new Theme(Theme.Kind.LIGHT), _ -> {});
    private final RacePaneModel model = new RacePaneModel(desk, List.of(SampleData.data()), Runnable::run);

    @AfterEach
    void endAll() {
        desk.jobs().stopAll();
        pump.until(() -> desk.jobs().running().isEmpty());
        device.close();
    }

    private void open(String fields) throws Exception {
        Files.writeString(folder.resolve("digits.json"), Files.readString(SampleData.experiments().resolve("digits-784-100-10.json")));
        Path file = Files.writeString(folder.resolve("race-digits.json"), """
                {"tadpole": 1, "name": "race-digits", "about": "A short race.", "experiment": "digits.json", "steps": 12, "seeds": 2, %s
                 "contestants": [
                   {"label": "Flat", "optimizer": {"type": "momentum"}, "rates": [0.01, 0.03]},
                   {"label": "1cycle", "optimizer": {"type": "momentum"}, "schedule": {"type": "oneCycle", "pctStart": 0.2}, "rates": [0.1]}]}
                """.formatted(fields));
        model.open(file);
        pump.until(() -> desk.workspace().datasetProperty().get().isPresent());
    }

    private RaceResult race() {
        model.raceOrPause();
        assertThat(model.state()).isEqualTo(WorkState.RUNNING);
        pump.until(() -> model.state() == WorkState.ENDED);
        return model.resultProperty().get().orElseThrow();
    }

    @Test
    void saysWhatIsMissingBeforeAnythingIsOpen() {
        assertThat(model.obstacle().getValue()).isEqualTo("Open data and set up an experiment in Train first, or open a race.");
        assertThat(model.startable().get()).isFalse();
        assertThat(model.hasNothing()).isTrue();
    }

    @Test
    void opensARaceWithItsDataAndLeavesTheExperimentOfTrainAlone() throws Exception {
        open("");

        assertThat(model.lineProperty().get()).isEqualTo("A short race.");
        assertThat(model.obstacle().getValue()).isEmpty();
        assertThat(model.roster().running()).extracting(each -> each.labelProperty().get()).containsExactly("Flat", "1cycle");
        assertThat(desk.workspace().experimentProperty().get()).isEmpty();
        assertThat(model.draft().experiment().getValue()).map(Experiment::name).contains("digits-784-100-10");
    }

    @Test
    void racesWhatItOpenedAndRepeatsTheRanking() throws Exception {
        open("\"test\": true,");

        RaceResult first = race();
        RaceResult second = race();

        assertThat(first.standings()).isEqualTo(second.standings()).hasSize(2);
        assertThat(first.standings()).extracting(Standing::test).allMatch(Optional::isPresent);
        assertThat(model.lineProperty().get()).startsWith("5 runs in ");
        assertThat(model.picture().curves()).hasSize(2);
    }

    @Test
    void savesWhatIsSetUpWithItsSchedules() throws Exception {
        open("");
        model.form().field("seeds").enter("4");
        Path saved = folder.resolve("saved.json");

        model.saveRace(saved);

        assertThat(RaceFile.read(saved)).isEqualTo(model.draft().plan().orElseThrow());
        assertThat(RaceFile.read(saved).contestants()).extracting(each -> each.schedule().isPresent()).containsExactly(false, true);
        assertThat(RaceFile.read(saved).seeds()).isEqualTo(4);
    }

    @Test
    void theHeaderAndTheFileStayThoseOfTheRaceThatIsShown() throws Exception {
        open("");
        RaceResult done = race();
        String header = "Tadpole digits · digits-784-100-10, batch 64";
        assertThat(model.situation().subtitle().getValue()).isEqualTo(header);
        assertThat(model.situation().stale().getValue()).isEmpty();

        Dataset digits = desk.workspace().datasetProperty().get().orElseThrow();
        Experiment other = ExperimentFile.read(SampleData.experiments().resolve("mnist-784-100-10.json"));
        model.draft().useTrains();
        desk.workspace().experimentProperty().set(Optional.of(other));
        assertThat(model.situation().stale().getValue()).isEqualTo("These curves are of digits-784-100-10 on Tadpole digits.");
        desk.workspace().datasetProperty().set(Optional.of(new Dataset("mnist", "MNIST", digits.classes(), digits.train(), digits.test())));

        assertThat(model.situation().subtitle().getValue()).isEqualTo(header);
        assertThat(model.situation().experiment().getValue()).isEqualTo("mnist-784-100-10");
        assertThat(model.situation().stale().getValue()).isEqualTo(
                "These curves are of digits-784-100-10 on Tadpole digits; the next race is of mnist-784-100-10 on MNIST.");
        Path saved = folder.resolve("shown.json");
        model.saveRace(saved);
        assertThat(RaceFile.read(saved)).isEqualTo(done.plan());
    }

    @Test
    void whileARaceRunsItIsNamedWhateverIsOpened() throws Exception {
        open("");
        model.form().field("steps").enter("300");
        model.raceOrPause();
        desk.workspace().datasetProperty().set(Optional.empty());
        model.draft().useTrains();

        assertThat(model.situation().subtitle().getValue()).isEqualTo("Tadpole digits · digits-784-100-10, batch 64");
        assertThat(model.situation().experiment().getValue()).isEqualTo("digits-784-100-10");
        assertThat(model.situation().stale().getValue()).isEqualTo("These curves are of digits-784-100-10 on Tadpole digits.");
        model.stop();
        pump.until(() -> !model.state().isGoingOn());
    }

    @Test
    void saysAtWhichRatesTheCurvesWereRaced() throws Exception {
        open("");
        race();
        model.form().field("mode").enter("same");

        assertThat(model.situation().stale().getValue()).isEqualTo(
                "These curves are each at its own best rate; the next race is all at rate 0.01.");
        model.form().field("mode").enter("best");
        assertThat(model.situation().stale().getValue()).isEmpty();
    }

    @Test
    void spaceAndEscapeActOnWhatIsShown() throws Exception {
        open("");
        RaceKeys keys = new RaceKeys(model);

        model.frontProperty().set(Front.PLANE);
        press(keys, KeyCode.SPACE);
        assertThat(model.state()).isEqualTo(WorkState.READY);
        assertThat(model.plane().state()).isEqualTo(WorkState.RUNNING);
        press(keys, KeyCode.ESCAPE);
        pump.until(() -> !model.plane().state().isGoingOn());
        model.frontProperty().set(Front.WEIGHT);
        press(keys, KeyCode.SPACE);
        assertThat(model.weight().playingProperty().get()).isTrue();
        press(keys, KeyCode.ESCAPE);
        assertThat(model.weight().playingProperty().get()).isFalse();
        model.frontProperty().set(Front.RACE);
        press(keys, KeyCode.SPACE);
        assertThat(model.state()).isEqualTo(WorkState.RUNNING);
    }

    private static void press(RaceKeys keys, KeyCode code) {
        KeyEvent key = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
        keys.actions().stream().filter(each -> each.key().orElseThrow().match(key) && each.enabled().get()).findFirst().orElseThrow().run().run();
    }

    @Test
    void oneMoreOfAnOptimizerGetsANameOfItsOwn() throws Exception {
        open("");
        Runner flat = model.roster().running().getFirst();

        model.roster().another(flat);

        assertThat(model.roster().running()).extracting(each -> each.labelProperty().get()).containsExactly("Flat", "Flat 2", "1cycle");
        assertThat(model.roster().running()).extracting(Runner::key).doesNotHaveDuplicates();
        model.roster().remove(flat);
        assertThat(model.draft().plan().orElseThrow().contestants()).extracting(Contestant::label).containsExactly("Flat 2", "1cycle");
    }

    @Test
    void refusesNamesAndRatesThatAreNone() throws Exception {
        open("");
        Runner flat = model.roster().running().getFirst();

        flat.labelProperty().set("1cycle");
        assertThat(model.obstacle().getValue()).isEqualTo("Two optimizers are called \"1cycle\". Give one of them another label.");
        flat.labelProperty().set(" ");
        assertThat(model.obstacle().getValue()).isEqualTo("Give Momentum a name.");
        flat.labelProperty().set("Flat");
        flat.ratesProperty().set("0.1, fast");
        assertThat(model.obstacle().getValue()).isEqualTo("Flat tries \"fast\", which is no rate. Write numbers such as 0.01, 0.03.");
        model.roster().running().forEach(each -> each.runsProperty().set(false));
        assertThat(model.obstacle().getValue()).isEqualTo("Nobody runs. Choose at least one optimizer.");
    }

    @Test
    void refusesToStartWhileAFieldOfTheRaceIsRed() throws Exception {
        open("");
        model.form().field("steps").enter("0");

        assertThat(model.obstacle().getValue()).startsWith("Steps").contains("between 1 and 100000");
        assertThat(model.startable().get()).isFalse();
        model.raceOrPause();
        assertThat(model.state()).isEqualTo(WorkState.READY);

        model.form().field("epochs").enter("1");
        assertThat(model.obstacle().getValue()).as("epochs hide the steps").isEmpty();
        model.form().field("epochs").enter("-3");
        assertThat(model.obstacle().getValue()).startsWith("Epochs");
        model.form().field("epochs").enter("0");
        model.form().field("steps").enter("12");
        assertThat(model.startable().get()).isTrue();
    }

    @Test
    void refusesToStartWhileAFieldOfOneWhoRunsIsRed() throws Exception {
        open("");
        Runner flat = model.roster().running().getFirst();
        Runner cycle = model.roster().running().getLast();

        flat.form().field("momentum").enter("much");
        assertThat(model.obstacle().getValue()).startsWith("Flat: Momentum");
        flat.form().field("momentum").enter("0.9");
        cycle.schedule().form().field("pctStart").enter("7");
        assertThat(model.obstacle().getValue()).startsWith("1cycle: ");
        cycle.runsProperty().set(false);
        assertThat(model.obstacle().getValue()).isEmpty();
        flat.form().field("rate").enter("0");
        assertThat(model.obstacle().getValue()).as("it tries the rates that it was given").isEmpty();
        flat.ratesProperty().set("");
        assertThat(model.obstacle().getValue()).startsWith("Flat: Learning rate");
    }

    @Test
    void aStopRanksWhatEnded() throws Exception {
        open("");
        model.form().field("steps").enter("300");
        model.raceOrPause();
        pump.until(() -> model.resultProperty().get().isPresent());
        model.stop();
        pump.until(() -> model.state() == WorkState.ENDED);

        assertThat(model.lineProperty().get()).startsWith("Stopped after ");
    }

    @Test
    void aRaceThatCannotBeginLeavesWhatWasThere() throws Exception {
        open("");
        RaceResult before = race();
        model.roster().running().getLast().schedule().form().field("threePhase").enter("true");
        model.roster().running().getLast().schedule().form().field("pctStart").enter("0.8");

        model.raceOrPause();

        assertThat(model.state()).isEqualTo(WorkState.FAILED);
        assertThat(model.lineProperty().get()).contains("2 · 0.8 = 1.6");
        assertThat(model.resultProperty().get()).contains(before);
    }

    @Test
    void findsTheRacesThatShip() {
        List<Example> races = new ArrayList<>();

        model.files().look(new Examples(SampleData.experiments(), List.of(SampleData.data())), races::addAll);
        pump.until(() -> !races.isEmpty());

        assertThat(races).extracting(each -> each.head().name()).contains("race-mnist", "race-mnist-best");
        assertThat(races).filteredOn(each -> each.data().equals("MNIST")).isNotEmpty().noneMatch(Example::isReady)
                .extracting(Example::lack).allMatch(each -> each.startsWith("Needs MNIST: put it into "));
    }

    @Test
    void aFileThatCannotBeReadIsNoRaceAndEndsNoList() throws Exception {
        open("");
        Files.writeString(folder.resolve("a-broken.json"), "{\"contestants\": [");
        Files.writeString(folder.resolve("lessons.txt"), "");
        List<Example> races = new ArrayList<>();

        model.files().look(new Examples(folder, List.of(SampleData.data())), races::addAll);
        pump.until(() -> !races.isEmpty());

        assertThat(races).extracting(each -> each.head().name()).containsExactly("race-digits");
        assertThat(races).allMatch(Example::isReady);
    }
}
