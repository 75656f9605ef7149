package tadpole.app.pane.kernels.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class RecentPicturesTest {

    private final RecentPictures recent = new RecentPictures(10);

    @Test
    void keepsSixOfWhichTheNewestIsTheFirst() {
        for (int i = 0; i < 8; i++) {
            recent.add(file("p" + i, 1));
        }

        assertThat(recent.seen()).extracting(each -> each.picture().name()).containsExactly("p7", "p6", "p5", "p4", "p3", "p2");
    }

    @Test
    void aLargePictureStaysWhileItIsShownAndIsTheOldThatGoesThen() {
        recent.add(file("small", 4));
        recent.add(file("large", 100));
        assertThat(recent.seen()).extracting(each -> each.picture().name()).containsExactly("large", "small");

        recent.add(file("next", 1));

        assertThat(recent.seen()).extracting(each -> each.picture().name()).containsExactly("next");
    }

    @Test
    void browsingADataSetIsOneEntry() {
        recent.add(new InputPicture(picture("frog", 1), List.of(), new Origin.Sample(Source.POND, 1)));
        recent.add(new InputPicture(picture("ship", 1), List.of(), new Origin.Sample(Source.POND, 2)));
        recent.add(new InputPicture(picture("seven", 1), List.of(), new Origin.Sample(Source.DIGITS, 2)));

        assertThat(recent.seen()).extracting(each -> each.picture().name()).containsExactly("seven", "ship");
    }

    private static InputPicture file(String name, int size) {
        return new InputPicture(picture(name, size), List.of(), new Origin.FromFile(Path.of(name)));
    }

    private static Picture picture(String name, int size) {
        return Picture.ofBytes(name, Tensor.zeros(Shape.of(1, 1, size)));
    }
}
