package tadpole.engine.kernel;

/** The only place that chooses the way of a convolution by its shape. */
final class Convolutions {
  private final Workers workers;
  private final WinogradEngine winograd;

  Convolutions(Workers workers) {
    this.workers = workers;
    winograd = new WinogradEngine(workers);
  }

  Convolution choose(ConvolutionShape shape) {
    if (WinogradConvolution.suits(shape)) {
      return new WinogradConvolution(shape, winograd);
    }
    return new PlainConvolution(shape, workers);
  }
}
