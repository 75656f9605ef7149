package tadpole.engine.language;

import java.nio.charset.Charset;

/**
 * How a file writes characters as bytes.
 *
 * @param title  for people, such as "UTF-8"
 * @param reason how that was found, as a sentence
 * @param skip   bytes of the byte order mark at the beginning
 */
public record TextEncoding(Charset charset, String title, String reason, int skip) {}
