package tadpole.app.pane.kernels.trained;

import java.nio.file.Path;

/** Where a trained network comes from. */
sealed interface Source {

    /** The one that was trained last, here or in Train. */
    record Session() implements Source {}

    /** @param bundled whether it came with Tadpole */
    record Weights(Path file, boolean bundled) implements Source {

        /** As its file is called, without the ending. */
        String name() {
            String name = file.getFileName().toString();
            int end = name.lastIndexOf('.');
            return end < 0 ? name : name.substring(0, end);
        }
    }
}
