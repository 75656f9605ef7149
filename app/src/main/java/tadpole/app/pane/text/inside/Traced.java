package tadpole.app.pane.text.inside;

import java.util.List;
import tadpole.engine.language.CellTrace;
import tadpole.engine.language.Piece;
import tadpole.engine.language.UnitSearch;

/**
 * A text that was read, with all that was in mind after each token.
 *
 * @param text   as far as it was read
 * @param pieces its tokens
 */
record Traced(String text, List<Piece> pieces, CellTrace trace) {

    /** Of one unit after each token. */
    float[] values(UnitSearch.Unit unit) {
        float[] values = new float[pieces.size()];
        for (int t = 0; t < values.length; t++) {
            values[t] = trace.at(unit.stage(), unit.which(), t, unit.index());
        }
        return values;
    }
}
