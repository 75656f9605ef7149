package tadpole.app.pane.race;

import javafx.scene.Node;

/**
 * One of the things that the lower card shows, one at a time.
 *
 * @param key   ids of its button ("tab-key") are made of it
 * @param label on its button
 * @param help  one sentence
 */
record Tab(String key, String label, String help, Node content) {}
