package tadpole.engine.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Tensor;

/**
 * All of a studio, as one file holds it.
 *
 * @param composition the layers on the canvas; empty before a painting was opened
 * @param features    the network in use; its weights are not in the file
 * @param rooms       by the key of the room, "harmonize"
 */
public record StudioContent(Optional<Composition> composition, Optional<Features> features, Map<String, Room> rooms) {

    /**
     * A network by its name and by what tells it from others of that name.
     *
     * @param hash of its weights, see {@link FeatureHash}
     */
    public record Features(String name, String hash) {}

    /**
     * @param settings of the room's recipe; empty where it has none
     * @param preset   key of the preset they come from; empty where they are somebody's own
     * @param facts    whatever else the room keeps, as texts by name
     * @param pictures results and further sources, by name
     * @param state    of a run that was stopped, to go on from
     */
    public record Room(Optional<Settings> settings, String preset, Map<String, String> facts, Map<String, Picture> pictures, Optional<State> state) {

        public Room {
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
            pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
        }
    }

    /** Of a stopped run: what a HarmonizeState and a StyleState hold. */
    public record State(Map<String, Tensor> tensors, Map<String, String> facts) {

        public State {
            tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }
    }

    public StudioContent {
        rooms = Collections.unmodifiableMap(new LinkedHashMap<>(rooms));
    }
}
