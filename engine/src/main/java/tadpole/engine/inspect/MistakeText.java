package tadpole.engine.inspect;

/**
 * What there is to say about a planted mistake.
 *
 * @param type   its name in check files, in camelCase
 * @param name   short, for lists
 * @param before a hint for who still searches
 * @param after  what it does, and why the picture shows it
 * @param source where it was made; empty where everybody makes it
 */
public record MistakeText(String type, String name, String before, String after, String source) {}
