package tadpole.engine.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tadpole.engine.layer.Network;

/** The recurrent layers of a network, from the input on. */
public final class RecurrentStages {

    private static final Set<String> TYPES = Set.of("lstm", "gru", "rnn");

    private RecurrentStages() {}

    public static List<Network.Stage> of(Network network) {
        return network.stages().stream().filter(stage -> TYPES.contains(stage.spec().type())).toList();
    }

    public static int hidden(Network.Stage stage) {
        return stage.spec().settings().whole("hidden");
    }

    /** What it keeps in mind: "h", and of an LSTM "c". */
    public static List<String> kept(Network.Stage stage) {
        return stage.spec().type().equals("lstm") ? List.of("h", "c") : List.of("h");
    }

    /** What gives its input: an earlier recurrent layer or an embedding; empty where it takes one-hot rows. Dropout changes nothing here. */
    static Optional<Network.Stage> before(Network network, String name) {
        Optional<Network.Stage> last = Optional.empty();
        for (Network.Stage stage : network.stages()) {
            if (stage.name().equals(name)) {
                return last;
            }
            if (TYPES.contains(stage.spec().type()) || stage.spec().type().equals("embedding")) {
                last = Optional.of(stage);
            }
        }
        throw new IllegalArgumentException("There is no layer \"" + name + "\".");
    }
}
