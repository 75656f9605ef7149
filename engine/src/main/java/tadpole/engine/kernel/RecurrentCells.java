package tadpole.engine.kernel;

/**
 * What LSTM and GRU cells compute after their products, number by number. H is the hidden size; all matrices have one row for each
 * sequence of the batch and are no transposed views.
 */
public interface RecurrentCells {
    /**
     * c = f cBefore + i g, h = o tanh(c). Gates [batch, 4H] hold the sums of i, f, g, o side by side and are activated in place: sigmoid,
     * sigmoid, tanh, sigmoid (Hochreiter and Schmidhuber, 1997; with a forget gate). All others are [batch, H].
     */
    void lstm(Matrix gates, Matrix cBefore, Matrix c, Matrix h);

    /**
     * From dh and dc, the gradients of h and c, to dgates, that of the sums; dc becomes the gradient of cBefore. {@code gates} are
     * activated.
     */
    void lstmBackward(Matrix gates, Matrix cBefore, Matrix c, Matrix dh, Matrix dc, Matrix dgates);

    /**
     * h = (1 - z) n + z hBefore with n = tanh(inputs' part + r hiddens' part). Gates [batch, 3H] hold the inputs' part of the sums of r, z,
     * n and are activated in place; {@code hiddens} [batch, 3H] holds the hiddens' part and stays (Cho et al., 2014, as in PyTorch).
     */
    void gru(Matrix gates, Matrix hiddens, Matrix hBefore, Matrix h);

    /** From dh to the gradients of both parts of the sums; dh becomes the direct part of the gradient of hBefore. */
    void gruBackward(Matrix gates, Matrix hiddens, Matrix hBefore, Matrix dh, Matrix dgates, Matrix dhiddens);
}
