package tadpole.engine.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.Arithmetic;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

class GateXRayTest {

    private static final int[] IDS = {0, 3, 1, 2, 3, 3, 0};
    private static final int LAST = IDS.length - 1;

    private static CellTrace trace(String cell, long embedding) throws SettingException {
        LanguageModel model = LanguageModel.make("small", new Vocabulary(Level.CHARACTER, List.of("a", "b", "c", "d")),
                LanguagePlan.RECIPE.settings(Map.of("cell", cell, "layers", 2L, "hidden", 6L, "embedding", embedding, "startWithin", 0.9)));
        return CellTrace.read(model, IDS, Device.plain(), () -> true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm", "gru", "rnn"})
    void everyStateIsWhatItsFormulaGives(String cell) throws Exception {
        for (long embedding : new long[] {0, 5}) {
            CellTrace trace = trace(cell, embedding);
            GateXRay xray = new GateXRay(trace);
            for (Network.Stage stage : RecurrentStages.of(trace.model().network())) {
                for (String name : GateXRay.shown(stage)) {
                    for (int unit = 0; unit < 6; unit++) {
                        Arithmetic arithmetic = xray.explain(new Address.Cell(stage.name(), LAST, name, unit));
                        assertThat(arithmetic.recomputed()).as("%s %s %d", stage.name(), name, unit).isCloseTo(arithmetic.value(), offset(2e-6));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm", "gru", "rnn"})
    void everyNumberLeadsOnUntilWeightsAndTheBeginning(String cell) throws Exception {
        CellTrace trace = trace(cell, 5);
        GateXRay xray = new GateXRay(trace);
        Address at = new Address.Cell(trace.model().recurrent().getLast().name(), 2, "h", 1);

        int steps = 0;
        while (!xray.explain(at).isGiven()) {
            List<Address> sources = xray.explain(at).sources();
            assertThat(sources).isNotEmpty().allSatisfy(each -> assertThat(xray.explain(each)).isNotNull());
            at = sources.getLast();
            steps++;
        }

        assertThat(steps).isGreaterThan(2);
    }

    @Test
    void refusesWhatIsNotThere() throws Exception {
        GateXRay xray = new GateXRay(trace("lstm", 0));

        assertThatThrownBy(() -> xray.explain(new Address.Cell("lstm1", IDS.length, "h", 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> xray.explain(new Address.Cell("lstm1", 0, "r", 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> xray.explain(new Address.Weight("lstm9.weight", 0))).isInstanceOf(IllegalArgumentException.class);
    }
}
