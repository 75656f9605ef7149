package tadpole.app.pane.text.sheet;

/**
 * Which part of a text is seen.
 *
 * @param left   where lines begin
 * @param above  room above the first line
 * @param scroll how far the text has gone up
 */
record SheetFrame(double left, double above, double lineHeight, double scroll) {

    double top(int line) {
        return above + line * lineHeight - scroll;
    }

    /** The line at a height; may be one that is not there. */
    int line(double y) {
        return (int) Math.floor((y - above + scroll) / lineHeight);
    }
}
