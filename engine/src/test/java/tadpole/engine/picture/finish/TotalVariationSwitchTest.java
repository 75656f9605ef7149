package tadpole.engine.picture.finish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class TotalVariationSwitchTest {

    private static final int SIDE = 700;

    /** Steps of so many 255ths to the right in every pixel, none downward. */
    private static Picture steps(float step) {
        Tensor values = Tensor.zeros(Shape.of(3, 20, SIDE));
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = i % SIDE % 2 == 0 ? 0 : step;
        }
        return Picture.ofBytes("steps", values);
    }

    @Test
    void fallsWhereThePaintingIsRough() {
        double square = 15.0 * 15 / 255 / 255;

        assertThat(TotalVariationSwitch.authors(steps(15), Device.plain())).isEqualTo(10 / (1 + Math.exp(1e4 * square / 2 - 25)), within(1e-4));
        assertThat(TotalVariationSwitch.article(steps(13), Device.plain())).isEqualTo(10 / (1 + Math.exp(1e4 * 169 / 255 / 255 - 25)), within(1e-4));
        assertThat(TotalVariationSwitch.authors(steps(0), Device.plain())).isEqualTo(10, within(1e-9));
        assertThat(TotalVariationSwitch.authors(steps(255), Device.plain())).isZero();
    }

    @Test
    void theMedianIsOverAllPixelsAndChannels() {
        Tensor values = Tensor.zeros(Shape.of(3, 5, SIDE));
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = i * 7919L % 251;
        }
        List<Double> squares = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < 4; y++) {
                for (int x = 0; x < SIDE - 1; x++) {
                    int at = (c * 5 + y) * SIDE + x;
                    double dx = (values.data()[at + 1] - values.data()[at]) / 255;
                    double dy = (values.data()[at + SIDE] - values.data()[at]) / 255;
                    squares.add(dx * dx + dy * dy);
                }
            }
        }
        Collections.sort(squares);

        assertThat(TotalVariationSwitch.median(Picture.ofBytes("noise", values), Device.plain())).isEqualTo(squares.get((squares.size() - 1) / 2), within(1e-6));
    }
}
