package tadpole.engine.inspect;

/**
 * What is to be planted.
 *
 * @param type  of a mistake in {@link Mistakes#ALL}; empty to draw one by the seed
 * @param place {@linkplain Place#key() key} of a place that it can sit in; empty to draw one by the seed
 */
public record MistakePlan(String type, String place) {

    /** All by lot. */
    public static final MistakePlan DRAWN = new MistakePlan("", "");
}
