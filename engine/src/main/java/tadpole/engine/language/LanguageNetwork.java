package tadpole.engine.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tadpole.engine.layer.Layers;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Makes the network that a plan of {@link LanguagePlan#RECIPE} says: ids [n, time] in, scores [n, time, vocabulary] out. */
final class LanguageNetwork {

    private final Settings plan;
    private final int vocabulary;

    private LanguageNetwork(Settings plan, int vocabulary) {
        this.plan = plan;
        this.vocabulary = vocabulary;
    }

    /** @throws SettingException where settings do not fit each other */
    static Network build(Settings plan, int vocabulary) throws SettingException {
        LanguageNetwork maker = new LanguageNetwork(plan, vocabulary);
        maker.requireFitting();
        Seed seed = new Seed((Long) plan.asMap().get("seed")).derive("network");
        Network network = Network.build(Shape.of(plan.whole("sequence")), maker.specs(), seed);
        Network whole = plan.on("tied") ? network.tiedTo("embedding1") : network;
        maker.start(whole, seed.derive("start").generator());
        return whole;
    }

    private void requireFitting() throws SettingException {
        if (plan.on("tied") && plan.whole("embedding") != plan.whole("hidden")) {
            throw new SettingException("Tied weights need an embedding as wide as the hidden units, but the embedding has %d numbers and there are %d hidden units."
                    .formatted(plan.whole("embedding"), plan.whole("hidden")));
        }
    }

    private List<Spec> specs() throws SettingException {
        List<Spec> specs = new ArrayList<>();
        if (plan.whole("embedding") > 0) {
            specs.add(spec("embedding", Map.of("vocabulary", (long) vocabulary, "size", (long) plan.whole("embedding"))));
            addDropout(specs);
        }
        for (int layer = 0; layer < plan.whole("layers"); layer++) {
            specs.add(spec(plan.choice("cell"), cell(layer)));
            addDropout(specs);
        }
        if (!plan.on("tied")) {
            specs.add(spec("linear", Map.of("out", (long) vocabulary)));
        }
        return specs;
    }

    private Map<String, Object> cell(int layer) {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("hidden", (long) plan.whole("hidden"));
        if (layer == 0 && plan.whole("embedding") == 0) {
            given.put("vocabulary", (long) vocabulary);
        }
        if (plan.choice("cell").equals("rnn")) {
            given.put("nonlinearity", plan.choice("nonlinearity"));
            given.put("recurrentStart", plan.choice("recurrentStart"));
        }
        if (plan.decimal("weightDropout") > 0) {
            given.put("weightDropout", plan.decimal("weightDropout"));
        }
        return given;
    }

    private void addDropout(List<Spec> specs) throws SettingException {
        if (plan.decimal("dropout") > 0) {
            specs.add(spec("dropout", Map.of("p", plan.decimal("dropout"))));
        }
        if (plan.decimal("lockedDropout") > 0) {
            specs.add(spec("lockedDropout", Map.of("p", plan.decimal("lockedDropout"))));
        }
    }

    private static Spec spec(String type, Map<String, ?> given) throws SettingException {
        return Recipe.find(Layers.ALL, "layer", type).with(given);
    }

    /** As char-rnn: all uniform, and the forget gates' bias of the inputs' part set. The RNN's identity stays. */
    private void start(Network network, RandomGenerator random) {
        double within = plan.decimal("startWithin");
        for (Parameter parameter : network.parameters()) {
            if (within > 0 && !keepsIdentity(parameter)) {
                fillUniform(parameter.value(), within, random);
            }
            if (plan.choice("cell").equals("lstm") && parameter.name().endsWith(".bias_ih_l0")) {
                int hidden = plan.whole("hidden");
                Arrays.fill(parameter.value().data(), hidden, 2 * hidden, (float) plan.decimal("forgetBias"));
            }
            parameter.changed();
        }
    }

    /** Of a plain RNN that starts at the identity, all that belongs to that start. */
    private boolean keepsIdentity(Parameter parameter) {
        return plan.choice("cell").equals("rnn") && plan.choice("recurrentStart").equals("identity") && parameter.name().startsWith("rnn");
    }

    private static void fillUniform(Tensor tensor, double within, RandomGenerator random) {
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data()[i] = (float) ((2 * random.nextDouble() - 1) * within);
        }
    }
}
