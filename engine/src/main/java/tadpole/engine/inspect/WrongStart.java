package tadpole.engine.inspect;

import java.util.List;
import java.util.function.Consumer;
import tadpole.engine.layer.Embedding;
import tadpole.engine.layer.LayerNorm;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/**
 * Start weights that are wrong; the gradients are right, so only the figures of {@link Sanity} show them.
 *
 * @param perLayer whether it sits in one layer, else in all
 * @param least    how many layers with weights there must be, so that it does harm
 */
record WrongStart(MistakeText text, boolean perLayer, int least, Consumer<Tensor> change) implements Mistake {

    /** How large "far too large" is, in units of 1 / √(inputs). */
    private static final double FAR = 100;

    static final Mistake ZEROS = new WrongStart(
            new MistakeText("zeroStart", "All weights start at zero",
                    "The gradients are right. Look at what the layers give.",
                    "Every unit of a layer computes the same and gets the same gradient, here zero: they never become different. The first loss is exactly ln(classes).", ""),
            false, 2, weight -> weight.fill(0));

    static final Mistake LARGE = new WrongStart(
            new MistakeText("largeStart", "Weights start far too large",
                    "The gradients are right. Compare the first loss with ln(classes).",
                    "The weights of this layer start about %.0f times as large as 1/√inputs: what follows explodes or saturates, and the first loss is far from ln(classes).".formatted(FAR), ""),
            true, 1, WrongStart::enlarge);

    static final Mistake POSITIVE = new WrongStart(
            new MistakeText("positiveStart", "All weights start positive",
                    "The gradients are right. Which signs do the weights have?",
                    "rand · (2 · eps - eps) is rand · eps: no weight is negative where rand · 2 · eps - eps was meant. Units begin alike, sigmoids begin saturated.",
                    "A published question on conjugate gradients with 400-25-10 sigmoid units; its start is its second fault."),
            false, 1, WrongStart::turnPositive);

    @Override
    public List<Place> places(CheckSubject subject) {
        List<String> layers = subject.network().stages().stream()
                .filter(stage -> !weights(stage).isEmpty() && weights(stage).stream().allMatch(each -> each.value().norm() > 0))
                .map(Network.Stage::name).toList();
        if (layers.size() < least) {
            return List.of();
        }
        return perLayer ? layers.stream().map(layer -> new Place(Place.Kind.START, layer)).toList() : List.of(Place.START);
    }

    @Override
    public void start(Network.Stage stage) {
        weights(stage).forEach(weight -> change.accept(weight.value()));
    }

    /** The matrices and kernels that a layer multiplies with; embeddings only look up, normalizations only scale. */
    static List<Parameter> weights(Network.Stage stage) {
        boolean sums = !List.of(Embedding.RECIPE.type(), LayerNorm.RECIPE.type()).contains(stage.spec().type());
        return stage.layer().parameters().stream()
                .filter(each -> sums && each.role() == Parameter.Role.WEIGHT && each.shape().rank() > 1).toList();
    }

    /** Root mean square of a weight in units of 1 / √(inputs of a unit); PyTorch's start gives 0.58, He's 1.4. */
    static double scale(Tensor weight) {
        return weight.norm() / Math.sqrt(weight.shape().at(0));
    }

    private static void enlarge(Tensor weight) {
        float factor = (float) (FAR / scale(weight));
        for (int i = 0; i < weight.size(); i++) {
            weight.data()[i] *= factor;
        }
    }

    private static void turnPositive(Tensor weight) {
        for (int i = 0; i < weight.size(); i++) {
            weight.data()[i] = Math.abs(weight.data()[i]);
        }
    }
}
