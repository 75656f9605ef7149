package tadpole.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tadpole.samples.file.Gzip;

/** Makes the bundled data anew, in the folder given as the only argument. */
public final class MakeSamples {

    private MakeSamples() {
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("Give one folder to write the bundled data to, for example samples/data.");
            System.exit(2);
        }
        for (SampleFile file : SampleFiles.ALL) {
            Path target = Path.of(arguments[0]).resolve(file.path());
            Files.createDirectories(target.getParent());
            byte[] packed = Gzip.packed(file.unzipped().get());
            Files.write(target, packed);
            System.out.println(target + ": " + packed.length + " bytes");
        }
    }
}
