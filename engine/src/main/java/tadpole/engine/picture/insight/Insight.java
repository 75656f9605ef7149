package tadpole.engine.picture.insight;

/** What one sees inside of a harmonization. */
public sealed interface Insight permits LayerMaps {

    /** What was asked. */
    InsightQuestion question();
}
