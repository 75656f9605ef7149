package tadpole.app.pane.text.learn;

import java.io.IOException;
import java.nio.file.Path;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.Settings;

/** Where texts come from, and what is found out about them. Any thread. */
interface Texts {

    /** A text file of any encoding. */
    OpenedText open(Path file) throws IOException;

    /** The text that comes with Tadpole. */
    OpenedText tales() throws IOException;

    /** Cuts a text as a plan says, and measures it. What a stop leaves is of no use. */
    JobOutcome<TextFacts> study(OpenedText text, Settings plan, JobControl control);
}
