package tadpole.engine.language;

import java.util.List;
import tadpole.engine.recipe.Settings;

/**
 * A training of a text model, as its file says it.
 *
 * @param about     one or two sentences; may be empty
 * @param texts     what it learns from
 * @param snapshots after how many epochs, parts of them counted, a stage is kept beside the last model
 * @param half      whether models are written with 16 bits a number
 * @param plan      of {@link LanguagePlan#RECIPE}
 */
public record TextExperiment(String name, String about, Texts texts, List<Double> snapshots, boolean half, Settings plan) {

    /**
     * Where the texts are: files, or folders whose .txt files are read in the order of their names. Relative places are looked for
     * beside the experiment file, in the data folder, and among the bundled texts.
     *
     * @param validation empty to keep the end of the text, as the plan says
     * @param test       only beside a validation text; may be empty
     */
    public record Texts(String train, String validation, String test) {}

    public TextExperiment {
        snapshots = List.copyOf(snapshots);
    }
}
