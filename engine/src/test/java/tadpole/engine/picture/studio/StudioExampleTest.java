package tadpole.engine.picture.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.picture.harmonize.Scene;
import tadpole.engine.tensor.Device;

class StudioExampleTest {

    static List<StudioExample> all() {
        return StudioExample.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void liesWhollyInItsPaintingAndLeavesAPngToLookAt(StudioExample example) throws IOException {
        try (Device device = Device.cpu(1)) {
            Composition made = example.make(device);

            Box box = made.mask().box();
            assertThat(box.x()).isGreaterThan(8);
            assertThat(box.y()).isGreaterThan(8);
            assertThat(box.right()).isLessThan(made.painting().width() - 8);
            assertThat(box.bottom()).isLessThan(made.painting().height() - 8);
            Scene scene = new Compositor(device).scene(made);
            Path folder = Files.createDirectories(Path.of("target/made-pictures"));
            try (OutputStream out = Files.newOutputStream(folder.resolve("studio-" + example.name().toLowerCase(Locale.ROOT).replace(' ', '-') + ".png"))) {
                assertThat(PictureFile.write(scene.composite(), out)).hasSizeLessThan(2);
            }
        }
    }
}
