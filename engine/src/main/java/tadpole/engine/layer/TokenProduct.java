package tadpole.engine.layer;

import tadpole.engine.kernel.Matrix;
import tadpole.engine.kernel.RowProduct;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/**
 * y = x Wᵀ + b. Where a network that learns nothing goes on token by token, so that the same weights meet a single row again and
 * again, what the kernel made of them is kept until they change; the bits are the same.
 */
final class TokenProduct {

    private TokenProduct() {}

    /**
     * @param x [rows, in]
     * @param w [out, in]
     * @param b [out]
     * @param y [rows, out]
     */
    static void linear(Matrix x, Parameter w, Parameter b, Matrix y, Pass pass) {
        Matrix weights = Matrix.of(w.value().data(), y.columns(), x.columns());
        Tensor bias = b.value();
        if (x.rows() == 1 && !pass.isTraining() && pass.carriesStates()) {
            RowProduct kernel = pass.kept("row product", w, _ -> pass.kernels().rowProduct());
            kernel.linear(x.data(), weights, bias.data(), w.version(), y.data());
        } else {
            pass.kernels().linear(x, weights.transpose(), bias.data(), y);
        }
    }
}
