package tadpole.app.pane.text.learn;

import java.util.Optional;
import tadpole.engine.language.TextFile;
import tadpole.engine.language.TextSource;
import tadpole.samples.SampleTexts;

/**
 * A text as it was opened.
 *
 * @param encoding  as it was found, such as "UTF-8"
 * @param how       a sentence on how that was found
 * @param bytes     of the file
 * @param beginning as much as one looks at
 */
record OpenedText(TextSource source, String encoding, String how, long bytes, String beginning) {

    /** How an experiment file calls the tales that come with Tadpole. */
    static final String TALES = "tales";

    /** How an experiment file calls it; empty where only this window knows it. */
    Optional<String> place() {
        return source instanceof TextFile file ? Optional.of(file.path().toAbsolutePath().toString()) : source.title().equals(SampleTexts.TALES) ? Optional.of(TALES) : Optional.empty();
    }

    String title() {
        return source.title();
    }
}
