package tadpole.app.pane.text.learn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import tadpole.engine.file.FileException;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** Where texts come from, and what is found out about them. Any thread. */
interface Texts {

    /** A text file of any encoding. */
    OpenedText open(Path file) throws FileException, IOException;

    /** The text that comes with Tadpole. */
    OpenedText tales() throws IOException;

    /**
     * Cuts a text as a plan says, and measures it.
     *
     * @param goOn asked now and then; the answer is of no use any more where it is false
     * @throws SettingException where the text does not fit the plan
     */
    TextFacts study(OpenedText text, Settings plan, BooleanSupplier goOn) throws SettingException;
}
