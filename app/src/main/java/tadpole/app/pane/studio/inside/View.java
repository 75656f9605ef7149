package tadpole.app.pane.studio.inside;

import java.util.Optional;
import tadpole.engine.picture.insight.InsightQuestion.Kind;

/** What the room shows, one at a time. */
enum View {

    PATCHES("patches", "Patches", "Each place of the object takes the patch of the painting that looks most like it to the network. Point at the object.", Kind.PATCHES),
    GRAMS("grams", "Gram matrices", "Style is which features appear together: number i, j is how strongly maps i and j are lit at the same places.", Kind.GRAMS),
    HISTOGRAM("histogram", "Histogram", "The values of one map, before they are moved to the painting's distribution and after.", Kind.HISTOGRAM),
    PHOTOS("photos", "Two photographs", "The same remapping on plain colors: the first photograph takes the colors of the second.", null),
    MASKS("masks", "Masks", "The mask as each layer sees it: smaller after each pooling, softer after each convolution.", Kind.MASKS),
    PULLS("pulls", "Pulls", "How strongly each loss pulls at the picture. Click one to leave it out; the run goes on without it.", null),
    MAPS("maps", "Maps", "What each feature of a layer finds in the picture: bright where it is strong. Click one to see it large.", Kind.MAPS);

    private final String id;
    private final String label;
    private final String sentence;
    private final Kind kind;

    View(String id, String label, String sentence, Kind kind) {
        this.id = id;
        this.label = label;
        this.sentence = sentence;
        this.kind = kind;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    String sentence() {
        return sentence;
    }

    /** What is asked of the engine; empty for what needs no network. */
    Optional<Kind> kind() {
        return Optional.ofNullable(kind);
    }

    /** Whether it looks at one layer. */
    boolean hasLayer() {
        return kind != null && kind != Kind.MASKS;
    }
}
