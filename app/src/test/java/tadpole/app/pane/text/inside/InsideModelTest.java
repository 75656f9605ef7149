package tadpole.app.pane.text.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tadpole.app.Pump;
import tadpole.app.job.Jobs;
import tadpole.app.pane.text.Coloring;
import tadpole.app.pane.text.TextModel;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.formula.Address;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.LanguagePlan;
import tadpole.engine.language.Level;
import tadpole.engine.language.Tokenizers;
import tadpole.engine.language.UnitSearch;
import tadpole.engine.tensor.Device;

class InsideModelTest {

    private static final String TEXT = "\"Who is there?\" asked the frog.\nNobody said a word.\n".repeat(6);

    private final Pump ui = new Pump();
    private final Desk desk = new Desk(new Workspace(), new Jobs(ui), Device.plain(), new Messages(), new Theme(Theme.Kind.LIGHT), _ -> {});
    private final TextModel shared = new TextModel(desk);
    private final InsideModel model = new InsideModel(shared, () -> 200);

    @BeforeEach
    void read() throws Exception {
        shared.modelProperty().set(Optional.of(LanguageModel.make("small", Tokenizers.count(Level.CHARACTER, TEXT, 1).vocabulary(),
                LanguagePlan.RECIPE.settings(Map.of("layers", 1L, "hidden", 5L)))));
        model.show(TEXT);
        ui.until(() -> model.tracedProperty().get().isPresent());
    }

    @AfterEach
    void stop() {
        desk.jobs().stopAll();
    }

    @Test
    void readsNoMoreThanItMay() {
        assertThat(model.textProperty().get()).isEqualTo(TEXT.substring(0, 200));
        assertThat(model.values()).hasSize(200);
    }

    @Test
    void aChosenUnitColorsTheRoomWriteToo() {
        UnitSearch.Unit unit = new UnitSearch.Unit("lstm1", "c", 3);

        model.choose(unit);

        assertThat(shared.unitProperty().get()).contains(unit);
        assertThat(shared.coloringProperty().get()).isEqualTo(Coloring.UNIT);
        assertThat(model.values()[7]).isEqualTo(model.tracedProperty().get().orElseThrow().trace().at("lstm1", "c", 7, 3));
        model.tokenProperty().set(7);
        assertThat(model.address("f")).contains(new Address.Cell("lstm1", 7, "f", 3));
    }

    @Test
    void aSearchChoosesTheUnitWithTheBestScore() {
        model.search();
        ui.until(() -> model.matchProperty().get().isPresent());

        double best = model.foundProperty().get().stream().flatMap(each -> each.best().stream().limit(1)).mapToDouble(UnitSearch.Match::score).max().orElseThrow();
        assertThat(model.matchProperty().get().orElseThrow().score()).isEqualTo(best);
        assertThat(model.property()).hasSize(200);
    }

    @Test
    void saysWhatIsMissing() {
        shared.modelProperty().set(Optional.empty());

        assertThat(model.lineProperty().get()).isEqualTo("Choose a model in the room Write, or train one.");
        assertThat(model.tracedProperty().get()).isEmpty();
    }
}
