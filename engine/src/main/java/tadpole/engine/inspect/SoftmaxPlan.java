package tadpole.engine.inspect;

import java.util.List;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;

/**
 * Scores of a few classes and which of them is right, and a picture on which a random classifier is tried: what a softmax file holds.
 *
 * @param name     short, as its file is called
 * @param about    one or two sentences for people; may be empty
 * @param logits   the scores, one a class
 * @param right    the right class, from 0
 * @param gradient by the probabilities, which the Jacobian is multiplied with; empty for that of the loss, -1/p of the right class
 */
public record SoftmaxPlan(String name, String about, List<Double> logits, int right, List<Double> gradient, SoftmaxPicture picture) {

    public static final int LEAST_CLASSES = 2;
    public static final int MOST_CLASSES = 10;

    public static final Setting.Decimals LOGITS = new Setting.Decimals("logits", "Logits", List.of(2.0, 1.0, 0.0), -1e6, 1e6, "",
            "The scores of the classes before softmax, one a class.");
    public static final Setting.Whole RIGHT = new Setting.Whole("right", "Right class", 0L, 0, MOST_CLASSES - 1, "",
            "The class whose probability the loss looks at, counted from 0. Default 0.");
    public static final Setting.Decimals GRADIENT = new Setting.Decimals("gradient", "Gradient", List.of(), -1e6, 1e6, "",
            "By the probabilities, one a class; left out, it is that of the loss.");

    /** @throws IllegalArgumentException where {@link #check} refuses it */
    public SoftmaxPlan {
        logits = List.copyOf(logits);
        gradient = List.copyOf(gradient);
        try {
            check(logits, right, gradient);
        } catch (SettingException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }

    /** @throws SettingException in one sentence, with its place, where these do not fit each other */
    public static void check(List<Double> logits, int right, List<Double> gradient) throws SettingException {
        if (logits.size() < LEAST_CLASSES || logits.size() > MOST_CLASSES) {
            throw new SettingException("Softmax takes the logits of %d to %d classes here, but there are %d."
                    .formatted(LEAST_CLASSES, MOST_CLASSES, logits.size())).at("softmax.logits");
        }
        at("softmax.logits", () -> LOGITS.check(logits));
        at("softmax.gradient", () -> GRADIENT.check(gradient));
        if (right < 0 || right >= logits.size()) {
            throw new SettingException("The right class (\"right\") must be between 0 and %d, as there are %d logits, but is %d."
                    .formatted(logits.size() - 1, logits.size(), right)).at("softmax.right");
        }
        if (!gradient.isEmpty() && gradient.size() != logits.size()) {
            throw new SettingException("The gradient needs one number for each of the %d logits, but has %d."
                    .formatted(logits.size(), gradient.size())).at("softmax.gradient");
        }
    }

    private interface Check {
        Object run() throws SettingException;
    }

    private static void at(String place, Check check) throws SettingException {
        try {
            check.run();
        } catch (SettingException refused) {
            throw refused.at(place);
        }
    }

    public SoftmaxPlan with(List<Double> otherLogits, int otherRight) {
        return new SoftmaxPlan(name, about, otherLogits, otherRight, otherLogits.size() == logits.size() ? gradient : List.of(), picture);
    }

    public SoftmaxPlan withGradient(List<Double> other) {
        return new SoftmaxPlan(name, about, logits, right, other, picture);
    }

    public SoftmaxPlan with(SoftmaxPicture other) {
        return new SoftmaxPlan(name, about, logits, right, gradient, other);
    }
}
