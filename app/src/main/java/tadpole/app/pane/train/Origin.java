package tadpole.app.pane.train;

/**
 * Where a run left another.
 *
 * @param step   how many steps the parent had made
 * @param epoch  with its fraction
 * @param change what is different from there on, in few words: "rate 0.03"; empty where nothing is
 */
public record Origin(Run parent, long step, double epoch, String change) {

    /** "branch from 600: rate 0.03". */
    public String text() {
        return "branch from %s%s".formatted(Numbers.count(step), change.isEmpty() ? "" : ": " + change);
    }
}
