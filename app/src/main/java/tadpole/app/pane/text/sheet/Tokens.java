package tadpole.app.pane.text.sheet;

import tadpole.engine.language.Piece;

/** The tokens of a text in order, as far as they are known. */
public interface Tokens {

    int count();

    Piece piece(int index);

    /** The first token that ends behind a place: the one that stands there, or the next; count where none does. */
    default int at(int place) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (piece(middle).to() > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The first token that begins at a place or behind it. */
    default int from(int place) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (piece(middle).from() >= place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
