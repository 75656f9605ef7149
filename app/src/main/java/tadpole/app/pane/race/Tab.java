package tadpole.app.pane.race;

import javafx.scene.Node;

/**
 * One of the things that the lower card shows, one at a time.
 *
 * @param key   ids of its button ("tab-key") are made of it
 * @param label on its button
 * @param help  one sentence
 * @param tall  whether it takes the race's room too
 */
record Tab(String key, String label, String help, Node content, boolean tall) {

    Tab(String key, String label, String help, Node content) {
        this(key, label, help, content, false);
    }
}
