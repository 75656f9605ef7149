package tadpole.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which Tadpole this is, on which Java. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        }
        return new String[] {
            "tadpole %s (Java %s, %s %s)".formatted(properties.getProperty("version"),
                    System.getProperty("java.version"), System.getProperty("os.name"), System.getProperty("os.arch"))
        };
    }
}
