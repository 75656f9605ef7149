package tadpole.parity.cases;

import java.util.List;
import java.util.stream.Stream;

/** Every case there is. */
public final class Cases {

    public static final List<TorchCase> ALL = Stream.of(LayerCases.ALL, RecurrentCases.ALL, LossCases.ALL, OptimizerCases.ALL, ScheduleCases.ALL)
            .flatMap(List::stream).toList();

    private Cases() {}
}
