package tadpole.benchmarks.workload;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import tadpole.benchmarks.torch.Torch;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.tensor.Device;

/**
 * c = a b. Shapes: a [rows, depth], b [depth, columns].
 *
 * @param turnedA whether a lies in memory as [depth, rows]
 * @param turnedB whether b lies in memory as [columns, depth]
 */
public record Product(String name, int rows, int depth, int columns, boolean turnedA, boolean turnedB) implements Workload {

    public static Product square(int size) {
        return new Product("product " + size, size, size, size, false, false);
    }

    /** The products of a layer on a batch, with weights as [in, out] and as [out, in]. */
    public static List<Workload> ofLayer(int batch, int in, int out) {
        String size = "%dx%dx%d ".formatted(batch, in, out);
        return List.of(
                new Product(size + "x w", batch, in, out, false, false),
                new Product(size + "x W^T", batch, in, out, false, true),
                new Product(size + "dw = x^T dy", in, batch, out, true, false),
                new Product(size + "dW = dy^T x", out, batch, in, true, false),
                new Product(size + "dx = dy w^T", batch, out, in, false, true),
                new Product(size + "dx = dy W", batch, out, in, false, false));
    }

    @Override
    public double multiplyAdds() {
        return (double) rows * depth * columns;
    }

    @Override
    public String notAlike() {
        return "PyTorch allocates its result";
    }

    private float[] a() {
        return Numbers.random("a", rows * depth, 1);
    }

    private float[] b() {
        return Numbers.random("b", depth * columns, 1);
    }

    @Override
    public Side tadpole(Device device) {
        Matrix a = turnedA ? Matrix.of(a(), depth, rows).transpose() : Matrix.of(a(), rows, depth);
        Matrix b = turnedB ? Matrix.of(b(), columns, depth).transpose() : Matrix.of(b(), depth, columns);
        Matrix c = Matrix.of(new float[rows * columns], rows, columns);
        return new Side() {
            @Override
            public void run() {
                device.kernels().multiply(a, b, c);
            }

            @Override
            public List<float[]> results() {
                run();
                return List.of(c.data());
            }
        };
    }

    @Override
    public Side torch(Torch torch) {
        PtNDArray a = turnedA ? torch.tensor(a(), depth, rows).transpose() : torch.tensor(a(), rows, depth);
        PtNDArray b = turnedB ? torch.tensor(b(), columns, depth).transpose() : torch.tensor(b(), depth, columns);
        return new Side() {
            @Override
            public void run() {
                JniUtils.matmul(a, b).close();
            }

            @Override
            public List<float[]> results() {
                try (PtNDArray c = JniUtils.matmul(a, b)) {
                    return List.of(c.toFloatArray());
                }
            }
        };
    }
}
