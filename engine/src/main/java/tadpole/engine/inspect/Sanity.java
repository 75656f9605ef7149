package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tadpole.engine.layer.Network;
import tadpole.engine.loss.Target;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.twin.DoubleTensor;

/**
 * Figures of a network before its first step, in double: they show what right gradients hide (CS231n, "sanity checks").
 *
 * @param loss       of the batch
 * @param expected   ln(outputs): the loss of a network of classes that does not know anything yet; NaN where numbers are to come out
 * @param layers     in the network's order
 * @param lossMoves  how far the loss goes where all weights go 1 % of their size up the gradient; 0 means that forward does not see them
 * @param secondCall norm(a - b) / norm(a + b) of the gradients by the parameters, called twice: 0, or something is kept
 */
public record Sanity(double loss, double expected, List<OfLayer> layers, double lossMoves, double secondCall) {

    private static final double STEP = 0.01;
    private static final double FAR_TOO_LARGE = 20;
    private static final int FEWEST_WEIGHTS = 8;

    public Sanity {
        layers = List.copyOf(layers);
    }

    /**
     * One layer and its outputs on the batch.
     *
     * @param zeros        share of its outputs that are exactly 0
     * @param negatives    share of its outputs below 0
     * @param weights      how many weights it multiplies with; the figures of weights count where there are any
     * @param positive     share of these that start above 0
     * @param scale        their root mean square, in units of 1 / √(inputs of a unit)
     * @param spread       standard deviation of these weights
     * @param gradientNorm of all its parameters; 0 where it has none
     */
    public record OfLayer(String name, double mean, double deviation, double zeros, double negatives, int weights, double positive, double scale,
            double spread, double gradientNorm) {

        boolean startsAtZero() {
            return weights > 0 && scale == 0;
        }

        boolean startsFarTooLarge() {
            return scale > FAR_TOO_LARGE;
        }

        /** Those that are all one number, such as 1, are meant so. */
        boolean startsPositive() {
            return weights >= FEWEST_WEIGHTS && positive == 1 && spread > 0;
        }
    }

    /** The network stays as it is. */
    public static Sanity of(CheckSubject subject, Optional<Planted> planted) {
        Network network = subject.copy();
        planted.ifPresent(each -> each.start(network));
        TwinChain chain = new TwinChain(subject, network, planted);
        List<DoubleTensor> once = chain.gradients();
        List<DoubleTensor> again = chain.gradients();
        int parameters = network.parameters().size();
        List<OfLayer> layers = new ArrayList<>();
        int next = 0;
        for (int k = 0; k < network.stages().size(); k++) {
            Network.Stage stage = network.stages().get(k);
            int own = stage.layer().parameters().size();
            layers.add(layer(stage, chain.passing().get(k + 1), once.subList(next, next + own)));
            next += own;
        }
        Norm second = new Norm();
        for (int t = 0; t < parameters; t++) {
            for (int i = 0; i < once.get(t).size(); i++) {
                second.add(once.get(t).at(i), again.get(t).at(i));
            }
        }
        double expected = subject.target() instanceof Target.Classes ? Math.log(network.output().size()) : Double.NaN;
        return new Sanity(chain.loss(), expected, layers, chain.moved(once.subList(0, parameters), STEP) - chain.loss(), second.count() == 0 ? 0 : second.value());
    }

    private static OfLayer layer(Network.Stage stage, DoubleTensor outputs, List<DoubleTensor> gradients) {
        Figures of = new Figures();
        for (double each : outputs.data()) {
            of.add(each);
        }
        Figures weights = new Figures();
        double scale = 0;
        for (Parameter each : WrongStart.weights(stage)) {
            scale = Math.max(scale, WrongStart.scale(each.value()));
            for (int i = 0; i < each.size(); i++) {
                weights.add(each.value().data()[i]);
            }
        }
        double squares = gradients.stream().mapToDouble(each -> Norm.squares(each.data())).sum();
        return new OfLayer(stage.name(), of.mean(), of.deviation(), of.share(of.zeros), of.share(of.negatives), weights.count,
                weights.share(weights.count - weights.zeros - weights.negatives), scale, weights.deviation(), Math.sqrt(squares));
    }

    private static final class Figures {

        private int count;
        private int zeros;
        private int negatives;
        private double sum;
        private double squares;

        void add(double number) {
            count++;
            zeros += number == 0 ? 1 : 0;
            negatives += number < 0 ? 1 : 0;
            sum += number;
            squares += number * number;
        }

        double mean() {
            return count == 0 ? 0 : sum / count;
        }

        double deviation() {
            return count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean() * mean()));
        }

        double share(int of) {
            return count == 0 ? 0 : (double) of / count;
        }
    }

    /** What is wrong with the start; nothing where it can be meant so. A single layer may start at zero. */
    Optional<Verdict> start() {
        List<OfLayer> weighted = layers.stream().filter(each -> each.weights() > 0).toList();
        if (weighted.size() > 1 && weighted.stream().allMatch(OfLayer::startsAtZero)) {
            return Optional.of(new Verdict(Place.START, 0, "All weights of %d layers start at zero: their units can never become different."
                    .formatted(weighted.size())));
        }
        Optional<OfLayer> large = weighted.stream().filter(OfLayer::startsFarTooLarge).findFirst();
        if (large.isPresent()) {
            return Optional.of(new Verdict(new Place(Place.Kind.START, large.get().name()), large.get().scale(),
                    String.format(Locale.ROOT, "The weights of %s start at %.3g times 1/√inputs; the first loss is %.4g%s.",
                            large.get().name(), large.get().scale(), loss, Double.isNaN(expected) ? "" : String.format(Locale.ROOT, ", ln(outputs) is %.4g", expected))));
        }
        List<OfLayer> many = weighted.stream().filter(each -> each.weights() >= FEWEST_WEIGHTS).toList();
        if (!many.isEmpty() && many.stream().allMatch(OfLayer::startsPositive)) {
            return Optional.of(new Verdict(Place.START, 1, "100 % of the start weights are positive: a symmetric start has half of them negative."));
        }
        return Optional.empty();
    }
}
