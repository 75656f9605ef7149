package tadpole.engine.kernel;

import java.util.Optional;

/** The only place that chooses the way of a convolution by its shape. */
final class Convolutions {
    private final Workers workers;
    private final WinogradEngine winograd;
    private final VectorProduct alone;
    private final VectorProduct together;
    private final ThreadLocal<Workspace> workspaces = ThreadLocal.withInitial(Workspace::new);
    private final ThreadLocal<LanesState> lanes = ThreadLocal.withInitial(LanesState::new);

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
        if (LanesConvolution.suits(shape)) {
            return new LanesConvolution(shape, workers, lanes);
        }
        if (DirectConvolution.suits(shape)) {
            return new DirectConvolution(shape, workers, workspaces);
        }
        if (PhaseConvolution.suits(shape)) {
            return new PhaseConvolution(shape, workers, workspaces);
        }
        return new RowsConvolution(shape, workers, alone, together, workspaces, true);
    }

    Optional<Convolution> by(ConvolutionWay way, ConvolutionShape shape) {
        return switch (way) {
            case LOOPS -> Optional.of(new PlainConvolution(shape, workers));
            case ROWS -> Optional.of(new RowsConvolution(shape, workers, alone, together, workspaces, false));
            case WINOGRAD -> WinogradConvolution.computes(shape) ? Optional.of(new WinogradConvolution(shape, winograd)) : Optional.empty();
        };
    }
}
