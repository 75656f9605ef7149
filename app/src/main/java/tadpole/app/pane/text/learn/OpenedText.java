package tadpole.app.pane.text.learn;

/**
 * A text as it was opened.
 *
 * @param encoding as it was found, such as "UTF-8"
 * @param bytes    of the file
 */
record OpenedText(String title, String encoding, long bytes, CharSequence text) {}
