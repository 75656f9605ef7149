package tadpole.engine.kernel;

/** The inputs of every output of an image as a matrix [channel, kernel row, kernel column][output], and the way back. */
record ImageRows(ConvolutionShape shape) {
    /** Rows of the matrix lie {@code step} apart from {@code at} on. */
    void read(float[] x, int image, int firstChannel, int channels, float[] matrix, int at, int step) {
        int to = at;
        for (int c = 0; c < channels; c++) {
            int plane = (image * shape.inChannels() + firstChannel + c) * shape.height() * shape.width();
            for (int i = 0; i < shape.kernelHeight(); i++) {
                for (int j = 0; j < shape.kernelWidth(); j++) {
                    readRow(x, plane, i * shape.dilation() - shape.padding(), j * shape.dilation() - shape.padding(), 0, shape.outHeight(), matrix, to);
                    to += step;
                }
            }
        }
    }

    /** Of the first image some rows of outputs, the rows of the matrix without gaps. */
    void read(float[] x, int firstChannel, int channels, int firstRow, int count, float[] matrix, int at) {
        int to = at;
        for (int c = 0; c < channels; c++) {
            int plane = (firstChannel + c) * shape.height() * shape.width();
            for (int i = 0; i < shape.kernelHeight(); i++) {
                for (int j = 0; j < shape.kernelWidth(); j++) {
                    readRow(x, plane, i * shape.dilation() - shape.padding(), j * shape.dilation() - shape.padding(), firstRow, count, matrix, to);
                    to += count * shape.outWidth();
                }
            }
        }
    }

    private void readRow(float[] x, int plane, int down, int right, int firstRow, int count, float[] matrix, int at) {
        int outWidth = shape.outWidth();
        int first = firstInside(right, outWidth);
        int end = endInside(right, outWidth, shape.width());
        for (int row = firstRow; row < firstRow + count; row++) {
            int inRow = row * shape.stride() + down;
            int to = at + (row - firstRow) * outWidth;
            boolean inside = inRow >= 0 && inRow < shape.height();
            int from = inside ? first : outWidth;
            for (int column = 0; column < from; column++) {
                matrix[to + column] = 0;
            }
            int source = plane + inRow * shape.width() + right;
            for (int column = from; column < end; column++) {
                matrix[to + column] = x[source + column * shape.stride()];
            }
            for (int column = Math.max(from, end); column < outWidth; column++) {
                matrix[to + column] = 0;
            }
        }
    }

    /** Adds every number of the matrix, its rows without gaps, to the input that it came from. */
    void addBack(float[] matrix, int at, int image, int firstChannel, int channels, float[] dx) {
        int from = at;
        for (int c = 0; c < channels; c++) {
            int plane = (image * shape.inChannels() + firstChannel + c) * shape.height() * shape.width();
            for (int i = 0; i < shape.kernelHeight(); i++) {
                for (int j = 0; j < shape.kernelWidth(); j++) {
                    addRow(matrix, from, plane, i * shape.dilation() - shape.padding(), j * shape.dilation() - shape.padding(), dx);
                    from += shape.outHeight() * shape.outWidth();
                }
            }
        }
    }

    private void addRow(float[] matrix, int at, int plane, int down, int right, float[] dx) {
        int first = firstInside(right, shape.outWidth());
        int end = endInside(right, shape.outWidth(), shape.width());
        for (int row = 0; row < shape.outHeight(); row++) {
            int inRow = row * shape.stride() + down;
            if (inRow < 0 || inRow >= shape.height()) {
                continue;
            }
            int to = plane + inRow * shape.width() + right;
            for (int column = first; column < end; column++) {
                dx[to + column * shape.stride()] += matrix[at + row * shape.outWidth() + column];
            }
        }
    }

    /** The first output whose input, {@code offset} further on, is not before the image. */
    private int firstInside(int offset, int outputs) {
        return offset >= 0 ? 0 : Math.min(outputs, Math.ceilDiv(-offset, shape.stride()));
    }

    private int endInside(int offset, int outputs, int inputs) {
        return Math.max(0, Math.min(outputs, Math.ceilDiv(inputs - offset, shape.stride())));
    }
}
