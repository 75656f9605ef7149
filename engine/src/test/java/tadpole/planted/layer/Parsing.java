package tadpole.planted.layer;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Planted: a core package uses a library. */
public final class Parsing {

    public Object read(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
