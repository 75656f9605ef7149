package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.tensor.Seed;

class KernelNumpyTest {

    @TempDir
    private Path folder;

    private List<Filter> read(String text) throws Exception {
        return KernelNumpy.read(Files.writeString(folder.resolve("kernel.txt"), text));
    }

    @Test
    void oneKernelIsItsRows() {
        String text = KernelNumpy.text(List.of(new Filter(List.of(Kernel.of(2, 3, -1, 0, 0.1f, 2, 1e-7f, 3)), 0)));

        assertThat(text).isEqualTo("# shape 2 3: numpy.loadtxt(file, dtype=numpy.float32, ndmin=2)\n# As typed: not divided by its sum, without gain and bias, not turned.\n"
                + "-1 0 0.1\n2 1e-7 3\n");
    }

    @Test
    void givesManyKernelsBackToTheLastBit() throws Exception {
        RandomGenerator random = new Seed(9).generator();
        List<Filter> filters = List.of(new Filter(List.of(kernel(random), kernel(random)), 0), new Filter(List.of(kernel(random), kernel(random)), 0),
                new Filter(List.of(kernel(random), kernel(random)), 0));

        KernelNumpy.write(folder.resolve("kernels.txt"), filters);

        assertThat(Files.readString(folder.resolve("kernels.txt"))).startsWith(
                "# shape 3 2 4 2: numpy.loadtxt(file, dtype=numpy.float32, ndmin=2).reshape(3, 2, 4, 2)\n");
        assertThat(KernelNumpy.read(folder.resolve("kernels.txt"))).isEqualTo(filters);
    }

    private static Kernel kernel(RandomGenerator random) {
        float[] values = new float[8];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Kernel.of(4, 2, values);
    }

    @Test
    void readsWhatSavetxtWrites() throws Exception {
        assertThat(read("-1.000000000000000000e+00 5.000000000000000000e-01\n0.000000000000000000e+00 2.000000000000000000e+00\n"))
                .containsExactly(new Filter(List.of(Kernel.of(2, 2, -1, 0.5f, 0, 2)), 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kernel.txt: A kernel is 1×1 to 9×9, but this one is 1×10.|1 2 3 4 5 6 7 8 9 10",
        "kernel.txt, line 2: Every row has as many numbers as the first, 2, but this one has 1.|1 2/3",
        "kernel.txt, line 2: \"two\" is no number; one such as -2 or 0.5 is expected.|1 2/1 two",
        "kernel.txt, line 1: A kernel's number is from -1000000 to 1000000, but is NaN.|NaN 2",
        "kernel.txt holds no numbers; a line for each row of the kernel is expected.|# nothing",
        "kernel.txt: A shape has 2 numbers (height, width) or 4 (filters, channels, height, width), but here are 3.|# shape 1 2 2/1 2/3 4",
        "kernel.txt holds up to 256 filters of up to 512 kernels, but here are 1 of 513.|# shape 1 513 1 1/1",
        "kernel.txt: the shape 2 1 3 2 needs 6 rows of 2 numbers, but there are 2 rows of 2.|# shape 2 1 3 2/1 2/3 4"})
    void saysWhatIsWrong(String sentence, String text) {
        assertThatThrownBy(() -> read(text.replace('/', '\n'))).isInstanceOf(FileException.class).hasMessageStartingWith(sentence);
    }
}
