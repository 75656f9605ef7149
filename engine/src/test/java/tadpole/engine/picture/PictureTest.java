package tadpole.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Convolver;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class PictureTest {

    private final Picture colored = Picture.ofBytes("three pixels", Tensor.of(Shape.of(3, 1, 3), 255, 0, 0, 0, 255, 0, 0, 0, 255));

    @Test
    void grayIsMadeOnceAndSharedByAllWhoConvolve() throws SettingException {
        assertThat(colored.gray().values().data()).containsExactly(76, 150, 29);
        assertThat(colored.gray()).isSameAs(colored.gray()).isSameAs(colored.gray().gray());
        ConvolutionPlan plan = ConvolutionPlan.of(Kernel.of(1, 1, 1)).withMixing(Mixing.GRAY);
        Device device = Device.plain();
        assertThat(new Convolver(device).convolve(plan, colored).picture()).isSameAs(new Convolver(device).convolve(plan, colored).picture());
    }

    @Test
    void thoseOfTheSameValuesNameAndScaleAreEqual() {
        Picture same = new Picture("three pixels", colored.values(), 0, 255);

        assertThat(same).isEqualTo(colored).hasSameHashCodeAs(colored);
        assertThat(new Picture("three pixels", colored.values(), 0, 1)).isNotEqualTo(colored);
        assertThat(new Picture("another", colored.values(), 0, 255)).isNotEqualTo(colored);
        assertThat(new Picture("three pixels", colored.values().copy(), 0, 255)).isNotEqualTo(colored);
    }
}
