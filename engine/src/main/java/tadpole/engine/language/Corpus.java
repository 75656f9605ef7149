package tadpole.engine.language;

/**
 * A text as ids, cut in three: what is learned from, what decides, what is kept for the end.
 *
 * @param title for people, such as "Tadpole tales"
 * @param test  may be empty
 */
public record Corpus(String title, Vocabulary vocabulary, int[] train, int[] validation, int[] test) {}
