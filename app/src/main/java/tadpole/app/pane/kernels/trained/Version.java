package tadpole.app.pane.kernels.trained;

import java.util.List;
import java.util.Optional;
import tadpole.engine.convolution.Comparison;
import tadpole.engine.convolution.Exchange;

/**
 * The open network with some of its filters exchanged.
 *
 * @param network    as it is with them
 * @param exchanges  against the network as it was opened; one for a filter
 * @param comparison with the network as it was opened; empty where nothing is exchanged
 */
record Version(OpenNetwork network, List<Exchange> exchanges, Optional<Comparison> comparison) {

    Version {
        exchanges = List.copyOf(exchanges);
    }

    boolean isChanged(String layer, int filter) {
        return exchanges.stream().anyMatch(each -> is(each, layer, filter));
    }

    boolean isOff(String layer, int filter) {
        return exchanges.stream().anyMatch(each -> is(each, layer, filter) && each.isOff());
    }

    static boolean is(Exchange exchange, String layer, int filter) {
        return exchange.layer().equals(layer) && exchange.filter() == filter;
    }
}
