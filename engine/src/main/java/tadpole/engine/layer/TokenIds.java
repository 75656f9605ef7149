package tadpole.engine.layer;

import tadpole.engine.recipe.Setting;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/** Words or characters as they come in: whole numbers from 0 to vocabulary - 1, written as floats. */
record TokenIds(String name, int vocabulary) {

    static final long MOST = 1_000_000;

    /** @throws ShapeException where a sample is no row of ids */
    static void requireRow(Shape input) {
        if (input.rank() != 1) {
            throw new ShapeException("takes a row of word numbers, one a time, but is given " + input + ".");
        }
    }

    static Setting setting(long standard, long least, String help) {
        return new Setting.Whole("vocabulary", "Vocabulary", standard, least, MOST, "", help);
    }

    /** The ids of a whole batch, in memory of the pass. */
    int[] of(Tensor x, Pass pass) {
        int[] all = pass.indices("ids", x.size());
        for (int place = 0; place < x.size(); place++) {
            all[place] = at(x, place);
        }
        return all;
    }

    /** The id at a place. */
    int at(Tensor x, int place) {
        float given = x.data()[place];
        int id = (int) given;
        if (id != given || id < 0 || id >= vocabulary) {
            throw new ShapeException("%s takes whole numbers from 0 to %d, the places in its vocabulary, but is given %s."
                    .formatted(name, vocabulary - 1, id == given ? Integer.toString(id) : Float.toString(given)));
        }
        return id;
    }
}
