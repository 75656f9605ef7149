package tadpole.engine.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Device;

/** What every recurrent layer of a model had in mind after each token of a text, in the engine's own floats. */
public final class CellTrace {

    private final LanguageModel model;
    private final int[] ids;
    private final Map<String, List<float[]>> states;

    private CellTrace(LanguageModel model, int[] ids, Map<String, List<float[]>> states) {
        this.model = model;
        this.ids = ids;
        this.states = states;
    }

    /** Reads a text from its beginning, all states zero. @param goOn asked before every token; where it answers false the rest is not read */
    public static CellTrace read(LanguageModel model, int[] ids, Device device, BooleanSupplier goOn) {
        LanguageStream stream = model.stream(device);
        List<Network.Stage> cells = RecurrentStages.of(model.network());
        Map<String, List<float[]>> states = new HashMap<>();
        int read = 0;
        while (read < ids.length && goOn.getAsBoolean()) {
            stream.read(ids[read++]);
            for (Network.Stage cell : cells) {
                for (String which : RecurrentStages.kept(cell)) {
                    states.computeIfAbsent(key(cell.name(), which), _ -> new ArrayList<>()).add(stream.state(cell.name(), which).clone());
                }
            }
        }
        return new CellTrace(model, Arrays.copyOf(ids, read), states);
    }

    private static String key(String stage, String which) {
        return stage + "." + which;
    }

    public LanguageModel model() {
        return model;
    }

    /** How many tokens were read. */
    public int length() {
        return ids.length;
    }

    public int id(int time) {
        return ids[time];
    }

    /** A number of a state after a token; 0 before the first one. @param which "h", or "c" of an LSTM */
    public float at(String stage, String which, int time, int unit) {
        return time < 0 ? 0 : states.get(key(stage, which)).get(time)[unit];
    }
}
