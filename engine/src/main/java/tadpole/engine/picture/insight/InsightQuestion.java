package tadpole.engine.picture.insight;

/**
 * What one wants to see.
 *
 * @param layer of the network, where the kind looks at one
 */
public record InsightQuestion(Kind kind, InsightSubject subject, String layer) {

    /** What there is to see. */
    public enum Kind { PATCHES, GRAMS, HISTOGRAM, MASKS, MAPS }

    /** Whether it is the same question about a picture that may have gone on. */
    public boolean isSameBut(InsightQuestion other) {
        return kind == other.kind && (layer.equals(other.layer) || kind == Kind.MASKS) && subject.isSameBut(other.subject);
    }
}
