package tadpole.app.pane.text.learn;

import tadpole.engine.language.TextSource;

/**
 * A text as it was opened.
 *
 * @param encoding  as it was found, such as "UTF-8"
 * @param how       a sentence on how that was found
 * @param bytes     of the file
 * @param beginning as much as one looks at
 */
record OpenedText(TextSource source, String encoding, String how, long bytes, String beginning) {

    String title() {
        return source.title();
    }
}
