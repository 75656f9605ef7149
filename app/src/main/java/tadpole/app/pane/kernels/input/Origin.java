package tadpole.app.pane.kernels.input;

import java.nio.file.Path;
import tadpole.app.shell.Workspace;
import tadpole.engine.recipe.Spec;

/** Where a picture comes from. */
public sealed interface Origin {

    /** The choice in the drawer that it belongs to. */
    Source source();

    /** What was picked in the Data pane. */
    record Picked(Workspace.Pick pick) implements Origin {

        @Override
        public Source source() {
            return Source.PICKED;
        }
    }

    /** A training image of a bundled data set. */
    record Sample(Source source, int index) implements Origin {}

    record Made(Spec spec) implements Origin {

        @Override
        public Source source() {
            return Source.MADE;
        }
    }

    /** What a layer of a network sees. */
    record FromNetwork() implements Origin {

        @Override
        public Source source() {
            return Source.NETWORK;
        }
    }

    /** Few pixels, so that all their products can be seen. */
    record Small() implements Origin {

        @Override
        public Source source() {
            return Source.SMALL;
        }
    }

    record FromFile(Path path) implements Origin {

        @Override
        public Source source() {
            return Source.FILE;
        }
    }

    record Drawn() implements Origin {

        @Override
        public Source source() {
            return Source.DRAWING;
        }
    }

    /** Whether one follows the other in the same row of attempts, such as two images of one data set: then only the newer one is remembered. */
    default boolean isRetryOf(Origin other) {
        return switch (this) {
            case Sample sample -> other instanceof Sample before && sample.source() == before.source();
            case Made made -> other instanceof Made before && made.spec().type().equals(before.spec().type());
            case Drawn _ -> other instanceof Drawn;
            case Picked _ -> other instanceof Picked;
            case FromNetwork _ -> other instanceof FromNetwork;
            case Small _ -> other instanceof Small;
            case FromFile file -> other instanceof FromFile before && file.path().equals(before.path());
        };
    }
}
