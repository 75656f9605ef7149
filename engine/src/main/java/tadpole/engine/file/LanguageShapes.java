package tadpole.engine.file;

import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/** Holds a language file's tensors against its plan before a network is made, so that no plan takes memory that its file has no numbers for. */
final class LanguageShapes {

    static final String AGAIN = "Save the model again.";

    private LanguageShapes() {}

    /** @throws FileException where a recurrent layer or the embedding is not there in the plan's size */
    static void require(LanguageHead head, TensorSource file) throws FileException {
        Settings plan = head.plan();
        int hidden = plan.whole("hidden");
        int gates = switch (plan.choice("cell")) {
            case "lstm" -> 4;
            case "gru" -> 3;
            default -> 1;
        };
        int width = plan.whole("embedding");
        for (int layer = 1; layer <= plan.whole("layers"); layer++) {
            String name = plan.choice("cell") + layer;
            int features = layer > 1 ? hidden : width > 0 ? width : head.vocabulary().size();
            require(head, file, name + ".weight_ih_l0", Shape.of(gates * hidden, features));
            require(head, file, name + ".weight_hh_l0", Shape.of(gates * hidden, hidden));
        }
        if (width > 0) {
            require(head, file, "embedding1.weight", Shape.of(head.vocabulary().size(), width));
        }
    }

    static void require(LanguageHead head, TensorSource file, String name, Shape wanted) throws FileException {
        Shape given = file.shapes().get(name);
        if (given == null) {
            throw head.problem("it holds no \"%s\", which a network of its plan and its %d %s has as %s. %s".formatted(
                    name, head.vocabulary().size(), head.vocabulary().level().many(), wanted, AGAIN));
        }
        if (!given.equals(wanted)) {
            throw head.problem("it holds \"%s\" as %s, but a network of its plan and its %d %s has it as %s. %s".formatted(
                    name, given, head.vocabulary().size(), head.vocabulary().level().many(), wanted, AGAIN));
        }
    }
}
