package tadpole.app.pane.studio;

import tadpole.engine.file.StudioContent;

/** A room that has something to keep in the studio's file. */
public interface Keeper {

    /** The room's key: "harmonize". */
    String key();

    StudioContent.Room keep();

    /** Calls back, on the JavaFX thread, when {@link #keep} has all: a run that goes on is halted for it, and goes on afterwards from where it was. */
    default void settle(Runnable then) {
        then.run();
    }

    /** The layers of the file lie on the canvas already. @param sameFeatures whether the network in use is the one that was in use then */
    void restore(StudioContent.Room room, boolean sameFeatures);
}
