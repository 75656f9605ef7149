package tadpole.engine.kernel;

/** The only place that chooses the way of a convolution by its shape. */
final class Convolutions {
    private final Workers workers;
    private final WinogradEngine winograd;
    private final VectorProduct alone;
    private final VectorProduct together;
    private final ThreadLocal<Workspace> workspaces = ThreadLocal.withInitial(Workspace::new);

    Convolutions(Workers workers, VectorProduct together) {
        this.workers = workers;
        this.together = together;
        winograd = new WinogradEngine(workers);
        alone = new VectorProduct(new Workers(1));
    }

    Convolution choose(ConvolutionShape shape) {
        if (WinogradConvolution.suits(shape)) {
            return new WinogradConvolution(shape, winograd);
        }
        if (DirectConvolution.suits(shape)) {
            return new DirectConvolution(shape, workers, workspaces);
        }
        if (PhaseConvolution.suits(shape)) {
            return new PhaseConvolution(shape, workers, workspaces);
        }
        return new RowsConvolution(shape, workers, alone, together, workspaces);
    }
}
