package tadpole.samples;

import java.io.IOException;
import java.nio.file.Files;

/** Started by {@link SampleDataTest} from a jar: asks for the data twice and says what kind of place it is and a file's size. */
final class ReadsItsData {

    private ReadsItsData() {
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println(SampleData.data().getFileSystem().provider().getScheme());
        for (int i = 0; i < 2; i++) {
            System.out.println(Files.size(SampleData.data().resolve("tadpole-digits/t10k-labels-idx1-ubyte.gz")));
        }
    }
}
