package tadpole.engine.file;

/** A text as one cell of a CSV file (RFC 4180). */
public final class CsvCell {

    private CsvCell() {}

    /** In quotes where it would else be taken for several cells. */
    public static String of(String text) {
        return text.matches("[^\",\\v]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
