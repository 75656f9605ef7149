package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tadpole.engine.convolution.Border;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;

class PyTorchSnippetTest {

    private static final ConvolutionPlan SOBEL = ConvolutionPlan.of(Kernel.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1));

    @Test
    void saysAllOfASobel() {
        assertThat(PyTorchSnippet.text("Sobel,\nhorizontal change", SOBEL)).isEqualTo("""
                # Sobel, horizontal change
                # Written by Tadpole. The kernel slides as it is written: correlation, which torch calls convolution.
                import torch
                import torch.nn.functional as F

                # [out, in / groups, height, width]
                weight = torch.tensor([
                    [[[-1.0, 0.0, 1.0],
                      [-2.0, 0.0, 2.0],
                      [-1.0, 0.0, 1.0]]]], dtype=torch.float32)
                bias = torch.tensor([0.0], dtype=torch.float32)


                def convolve(x):
                    ""\"x: float32 [n, channels, height, width]; channels is 1, gray.

                    Gray of RGB is torch.floor(0.299 * r.double() + 0.587 * g.double() + 0.114 * b.double() + 0.5).float().
                    ""\"
                    x = F.pad(x, (1, 1, 1, 1), mode="constant")  # left, right, top, bottom
                    y = F.conv2d(x, weight, bias, stride=1, dilation=1)
                    return y
                """);
    }

    @Test
    void anEvenKernelPadsMoreBelowAndAtTheRight() {
        ConvolutionPlan plan = ConvolutionPlan.of(Kernel.zeros(2, 4)).withDilation(3).withPadding(Padding.ofSame().with(Border.CIRCULAR));

        assertThat(PyTorchSnippet.text("even", plan)).contains("F.pad(x, (4, 5, 1, 2), mode=\"circular\")");
    }

    @Test
    void withoutPaddingNothingIsPadded() {
        assertThat(PyTorchSnippet.text("bare", SOBEL.withPadding(Padding.none()).withStride(2))).doesNotContain("F.pad").contains("stride=2");
    }

    @Test
    void theKernelIsTheOneThatIsUsed() {
        String text = PyTorchSnippet.text("turned", ConvolutionPlan.of(Kernel.of(1, 2, 1, 3)).withNormalize(true).withGain(2).withFlip(true).withRelu(true));

        assertThat(text).contains("[[[1.5, 0.5]]]", "divided by its sum where that is not 0, times 2.0, turned", "return F.relu(y)",
                "turned by half a turn already");
    }

    @Test
    void eachChannelAloneIsGroups() {
        assertThat(PyTorchSnippet.text("each", SOBEL.withMixing(Mixing.EACH))).contains("groups=channels", "weight.repeat(channels, 1, 1, 1)");
    }

    @Test
    void aLayerHasAKernelForEachChannel() {
        Kernel one = Kernel.of(1, 1, 0.1f);
        ConvolutionPlan plan = SOBEL.withMixing(Mixing.SUM).withFilters(List.of(new Filter(List.of(one, one), 1), new Filter(List.of(one, one), -1e-8f)));

        assertThat(PyTorchSnippet.text("layer", plan)).contains("bias = torch.tensor([1.0, -1.0e-8]", "channels is 2.");
    }
}
