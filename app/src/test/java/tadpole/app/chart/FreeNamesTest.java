package tadpole.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class FreeNamesTest {

    @Test
    void aNameOverAnotherMovesToTheNextRow() throws Exception {
        FreeNames names = new FreeNames(100);
        RacePicture.Ink ink = new RacePicture.Ink(
                new BufferedImage(200, 100, BufferedImage.TYPE_INT_ARGB).createGraphics(), ChartColors.light(), ChartFonts.load());

        names.put(ink, ink.colors().text(), "velocity", 20, 90);

        assertThat(names.baseline(30, 50, 85)).isEqualTo(69);
        assertThat(names.baseline(150, 40, 85)).isEqualTo(85);
    }
}
