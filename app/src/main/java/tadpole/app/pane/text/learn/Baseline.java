package tadpole.app.pane.text.learn;

/**
 * What somebody reaches on this very text who looks at less than the network.
 *
 * @param name such as "trigrams of this text"
 * @param nats mean of -ln p over the validation text
 */
record Baseline(String name, double nats) {}
