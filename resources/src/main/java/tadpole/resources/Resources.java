package tadpole.resources;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.net.URL;

/** Hands out what lies in this module. */
public final class Resources {

    private Resources() {}

    /** Opens a resource by its path here, such as "css/tokens-light.css". */
    public static InputStream open(String path) throws FileNotFoundException {
        InputStream in = Resources.class.getResourceAsStream(path);
        if (in == null) {
            throw new FileNotFoundException(path);
        }
        return in;
    }

    /** A resource as an address, for style sheets. */
    public static URL url(String path) {
        URL url = Resources.class.getResource(path);
        if (url == null) {
            throw new IllegalArgumentException("There is no resource \"" + path + "\".");
        }
        return url;
    }
}
