package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestKernelsTest {
    @Test
    void arePlainWhereTheVectorModuleIsMissing() throws Exception {
        assertThat(run()).isEqualTo("PlainKernels 6.0");
    }

    @Test
    void useVectorsWhereTheModuleIsThere() throws Exception {
        assertThat(run("--add-modules=jdk.incubator.vector")).isEqualTo("VectorKernels 6.0");
    }

    private static String run(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Product.class.getName()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    static final class Product {
        public static void main(String[] arguments) {
            try (Workers workers = new Workers(2)) {
                Kernels kernels = Kernels.best(workers);
                Matrix product = Matrix.of(new float[1], 1, 1);
                kernels.multiply(Matrix.of(new float[] {2}, 1, 1), Matrix.of(new float[] {3}, 1, 1), product);
                System.out.println(kernels.getClass().getSimpleName() + " " + product.data()[0]);
            }
        }
    }
}
