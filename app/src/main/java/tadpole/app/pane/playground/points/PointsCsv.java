package tadpole.app.pane.playground.points;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Points out of a table: x1, x2 and class in each line, parted by commas, semicolons or tabs; a first line of names is passed over. */
final class PointsCsv {

    private static final int MOST = 10_000;

    private record Row(double x1, double x2, String label) {}

    private PointsCsv() {}

    /** @throws IOException in one sentence with the file and the line where it is no such table */
    static List<OwnPoints.Point> read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> lines = Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !(i == 0 && isNames(line))) {
                rows.add(row(file, i + 1, line));
            }
        }
        if (rows.isEmpty() || rows.size() > MOST) {
            throw new IOException("%s holds %d points; the Playground takes 1 to %d, each a line x1,x2,class.".formatted(file.getFileName(), rows.size(), MOST));
        }
        List<String> labels = new ArrayList<>(new TreeSet<>(rows.stream().map(Row::label).toList()));
        if (labels.size() > PlayDraft.MOST_CLASSES) {
            throw new IOException("%s has %d classes (%s, ...); the Playground draws at most %d.".formatted(file.getFileName(), labels.size(),
                    String.join(", ", labels.subList(0, 3)), PlayDraft.MOST_CLASSES));
        }
        return rows.stream().map(row -> new OwnPoints.Point(row.x1(), row.x2(), labels.indexOf(row.label()))).toList();
    }

    private static boolean isNames(String line) {
        String first = line.split("[,;\t]")[0].strip();
        return !first.isEmpty() && !Character.isDigit(first.charAt(0)) && "+-.".indexOf(first.charAt(0)) < 0;
    }

    private static Row row(Path file, int line, String text) throws IOException {
        String[] cells = text.split("[,;\t]");
        try {
            if (cells.length == 3) {
                double x1 = Double.parseDouble(cells[0].strip());
                double x2 = Double.parseDouble(cells[1].strip());
                if (Math.abs(x1) <= 1e6 && Math.abs(x2) <= 1e6) {
                    return new Row(x1, x2, cells[2].strip());
                }
            }
        } catch (NumberFormatException noNumber) {
            throw new IOException(sentence(file, line, text), noNumber);
        }
        throw new IOException(sentence(file, line, text));
    }

    private static String sentence(Path file, int line, String text) {
        return "%s, line %d: a line must be x1,x2,class with numbers between -1e6 and 1e6, but is \"%s\".".formatted(file.getFileName(), line,
                text.length() > 40 ? text.substring(0, 40) + "..." : text);
    }
}
