package tadpole.app.pane.race;

import javafx.scene.Node;

/**
 * One of the things that the lower card shows, one at a time.
 *
 * @param key   ids of its button ("tab-key") are made of it
 * @param label on its button
 * @param help  one sentence
 * @param front what Space and Esc act on
 */
record Tab(String key, String label, String help, Node content, Front front) {

    Tab(String key, String label, String help, Node content) {
        this(key, label, help, content, Front.RACE);
    }

    /** Whether it takes the race's room too. */
    boolean tall() {
        return front != Front.RACE;
    }
}
