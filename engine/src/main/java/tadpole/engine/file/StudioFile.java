package tadpole.engine.file;

import java.nio.file.Path;
import java.util.Map;
import tadpole.engine.recipe.Recipe;

/**
 * A whole studio in one file, a zip: studio.json (version first), pictures as PNG, and as float32 safetensors what PNG cannot hold to the last bit:
 * masks, pictures of fractions, states of stopped runs. Every number comes back as it was.
 */
public final class StudioFile {

    /** The version written, and the only one read. */
    public static final int VERSION = 1;
    /** How such a file's name ends. */
    public static final String ENDING = ".studio";

    static final String JSON = "studio.json";
    static final String TENSORS = "tensors.safetensors";
    static final String MASK = "mask";

    private StudioFile() {}

    public static void write(Path path, StudioContent content) throws FileException {
        new StudioWriter(content).write(path);
    }

    /**
     * @param recipes whose settings the rooms have, by the room's key
     * @throws FileException in one sentence where it is no studio, of another version, or does not fit together; nothing of it is kept then
     */
    public static StudioContent read(Path path, Map<String, Recipe<?>> recipes) throws FileException {
        return StudioReader.read(path, recipes);
    }
}
