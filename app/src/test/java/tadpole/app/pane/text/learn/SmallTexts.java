package tadpole.app.pane.text.learn;

import java.io.IOException;
import java.nio.file.Path;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.language.TextSource;
import tadpole.engine.recipe.Settings;

/** A little text in place of the bundled one; all else as it is. */
final class SmallTexts implements Texts {

    private static final String SENTENCES = "The frog sat on a stone. \"Is it cold?\" asked the heron. \"Not very,\" said the frog, and jumped.\n";

    private final Texts real = new TextFiles();

    @Override
    public OpenedText open(Path file) throws IOException {
        return real.open(file);
    }

    @Override
    public OpenedText tales() {
        String whole = SENTENCES.repeat(40);
        return new OpenedText(TextSource.of("Small text", whole), "UTF-8", "", whole.length(), SENTENCES.repeat(8));
    }

    @Override
    public JobOutcome<TextFacts> study(OpenedText text, Settings plan, JobControl control) {
        return real.study(text, plan, control);
    }
}
