package tadpole.app.pane.text;

/**
 * One number of a network's memory that colors the text.
 *
 * @param stage of a recurrent layer in the network; empty for the last one's output, as the output layer sees it
 * @param which "h", or for an LSTM "c"; without meaning where no stage is said
 * @param index from 0
 */
public record UnitChoice(String stage, String which, int index) {

    public static final UnitChoice FIRST = last(0);

    /** A unit of the last recurrent layer's output. */
    public static UnitChoice last(int index) {
        return new UnitChoice("", "h", index);
    }
}
