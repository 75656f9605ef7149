package tadpole.engine.convolution;

import tadpole.engine.kernel.ConvolutionShape;

/** How many products a convolution sums, by the formula out · height · width · in / groups · kernel height · kernel width. */
public record MultiplyAdds(int out, int height, int width, int inOfGroup, int kernelHeight, int kernelWidth) {

    public static MultiplyAdds of(Convolved convolved) {
        return new MultiplyAdds(convolved.channels(), convolved.height(), convolved.width(), convolved.weight().shape().at(1), convolved.weight().shape().at(2),
                convolved.weight().shape().at(3));
    }

    public long count() {
        return (long) out * height * width * inOfGroup * kernelHeight * kernelWidth;
    }

    /** "1 · 766 · 1022 · 3 · 3 · 3 = 21137004": factors and product. */
    public String written() {
        return "%d · %d · %d · %d · %d · %d = %d".formatted(out, height, width, inOfGroup, kernelHeight, kernelWidth, count());
    }

    /** Of F(4x4, 3x3): 36 for each tile of 4x4 outputs, channel in and channel out, in the place of 144. */
    static long ofWinograd(ConvolutionShape shape) {
        return 36L * Math.ceilDiv(shape.outHeight(), 4) * Math.ceilDiv(shape.outWidth(), 4) * shape.inChannels() * shape.outChannels();
    }
}
