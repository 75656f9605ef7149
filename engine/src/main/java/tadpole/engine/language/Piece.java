package tadpole.engine.language;

/**
 * A token where it stands in a text.
 *
 * @param from place of its first char (UTF-16) in the text
 * @param to   place behind its last char; equal to from for a token that has no letters there, such as the one that begins
 */
public record Piece(int id, int from, int to) {}
