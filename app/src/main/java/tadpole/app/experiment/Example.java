package tadpole.app.experiment;

import tadpole.engine.file.FileHead;

/**
 * A bundled experiment, race or other file as lists offer it.
 *
 * @param lesson what it stands under
 * @param data   the data set it needs, as people call it: "MNIST"; empty where it needs none
 * @param lack   why it cannot be used now, and what to do; empty where its data are there
 */
public record Example(FileHead head, String lesson, String data, String lack) {

    public boolean isReady() {
        return lack.isEmpty();
    }
}
