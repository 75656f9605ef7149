package tadpole.engine.surface;

import tadpole.engine.formula.Explained;

/** How the numbers that an update rule is made of stand in its formulas. */
public interface RuleTerms {

    /** As the optimizer is given it. */
    Explained gradient();

    /** The weight before the step. */
    Explained before();

    /**
     * @param key       of what the optimizer remembers, as in PyTorch
     * @param symbol    of it
     * @param beginning what it is before the first step
     */
    Explained remembered(String key, String symbol, double beginning);

    /**
     * What a line gave, as it stands in the lines after it.
     *
     * @param key   under which the optimizer remembers it; empty where it does not
     * @param value in float
     */
    Explained computed(String key, String symbol, Explained how, float value);
}
