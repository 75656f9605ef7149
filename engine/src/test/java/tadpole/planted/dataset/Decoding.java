package tadpole.planted.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Allowed: dataset reads files with libraries. */
public final class Decoding {

    public Object read(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
