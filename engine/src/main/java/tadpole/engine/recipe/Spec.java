package tadpole.engine.recipe;

/**
 * A picked recipe with its settings: what an experiment file says of one layer, loss or optimizer.
 *
 * @param type     the recipe's
 * @param settings complete and checked
 */
public record Spec(String type, Settings settings) {}
