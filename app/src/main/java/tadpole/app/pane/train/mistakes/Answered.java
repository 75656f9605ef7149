package tadpole.app.pane.train.mistakes;

import java.util.List;
import tadpole.app.pane.train.Numbers;
import tadpole.app.pane.train.Sight;
import tadpole.engine.dataset.Split;
import tadpole.engine.evaluation.AnswerSheet;
import tadpole.engine.evaluation.Confusion;
import tadpole.engine.training.Parts;

/**
 * What the network that is looked at says of samples of one part.
 *
 * @param split  the samples asked about are places in it
 * @param places where each one stands in the data set, see {@link Parts#places}
 * @param sheet  of all samples, or so far of some spread over them
 */
record Answered(Sight sight, Part part, Split split, Split places, AnswerSheet sheet, Confusion confusion) {

    List<String> classes() {
        return sight.network().dataset().classes();
    }

    /** Where a sample of the split stands in the data set's own part. */
    int place(int sample) {
        return Parts.place(places, sample);
    }

    boolean isWhole() {
        return sheet.size() == split.size();
    }

    String name(int label) {
        return label >= 0 && label < classes().size() ? classes().get(label) : Integer.toString(label);
    }

    /** "9 read as 4: 22". */
    String say(Cell cell) {
        return "%s read as %s: %s".formatted(name(cell.label()), name(cell.answer()), Numbers.count(confusion.count(cell.label(), cell.answer())));
    }

    /** "96.97 %". */
    String accuracy() {
        return String.format(java.util.Locale.ROOT, "%.2f%c%%", 100 * sheet.accuracy(), Numbers.NO_BREAK_SPACE);
    }

    /** The same, or while only some are asked "49 of 50 right". */
    String right() {
        return isWhole() ? accuracy() : "%s of %s right".formatted(Numbers.count(sheet.right()), Numbers.count(sheet.size()));
    }

    /** "10 000 test images", or while only some are asked "1 000 of 10 000 test images". */
    String samples() {
        return "%s%s %s %s".formatted(isWhole() ? "" : Numbers.count(sheet.size()) + " of ", Numbers.count(split.size()), part.word(),
                sight.network().dataset().hasPictures() ? "images" : "samples");
    }
}
