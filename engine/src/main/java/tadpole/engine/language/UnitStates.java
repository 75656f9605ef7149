package tadpole.engine.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Device;

/** Something that reads tokens and whose units have values after each. */
interface UnitStates {

    List<UnitSearch.Unit> units();

    /** Reads a token and writes the value of every unit, in their order. */
    void read(int id, float[] values);

    /** All units h and c of a model's recurrent layers, at the beginning of a text. */
    static UnitStates of(LanguageModel model, Device device) {
        LanguageStream stream = model.stream(device);
        List<UnitSearch.Unit> units = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Network.Stage stage : model.recurrent()) {
            for (String which : RecurrentStages.kept(stage)) {
                keys.add(stage.name() + "." + which);
                for (int i = 0; i < stage.output().at(1); i++) {
                    units.add(new UnitSearch.Unit(stage.name(), which, i));
                }
            }
        }
        return new UnitStates() {
            @Override
            public List<UnitSearch.Unit> units() {
                return units;
            }

            @Override
            public void read(int id, float[] values) {
                stream.read(id);
                Map<String, float[]> states = stream.mind().states();
                int at = 0;
                for (String key : keys) {
                    float[] state = states.get(key);
                    System.arraycopy(state, 0, values, at, state.length);
                    at += state.length;
                }
            }
        };
    }
}
