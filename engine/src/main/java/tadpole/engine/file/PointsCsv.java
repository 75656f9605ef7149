package tadpole.engine.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/**
 * Points as a table: rows of x1, x2 and class, or of x and y, parted by commas, semicolons or tabs, a first row of names if one
 * likes. A class is a whole number or a word; between semicolons and tabs a number may have a decimal comma.
 */
public final class PointsCsv {

    /** How many points a table may have. */
    public static final int MOST = 10_000;

    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_CLASSES = 10;
    private static final double LARGEST = 1e6;
    private static final int LONGEST_SHOWN = 30;

    /**
     * What a table says.
     *
     * @param make    "points", or where y is to come out "pairs"; it holds all numbers, so that nobody needs the table any more
     * @param classes by their numbers in it, as the table calls them; empty where y is to come out
     */
    public record Table(Spec make, List<String> classes) {

        public Table {
            classes = List.copyOf(classes);
        }
    }

    private record Cell(String text, Place place) {

        FileException problem(String accepted) {
            String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
            return place.problem("Here must stand %s, but it is \"%s\".".formatted(accepted, shown));
        }
    }

    private final String file;
    private final List<List<Cell>> rows = new ArrayList<>();

    private PointsCsv(String file) {
        this.file = file;
    }

    /** @throws FileException in one sentence with line and column where it is no such table */
    public static Table read(Path path) throws FileException {
        return parse(FileHead.fileName(path), TextFile.read(path, "a table of points", MOST_BYTES));
    }

    /** @param file what error texts call the text */
    public static Table parse(String file, String text) throws FileException {
        PointsCsv csv = new PointsCsv(file);
        csv.split(text);
        return csv.table();
    }

    private void split(String text) throws FileException {
        String[] lines = text.replace("\uFEFF", "").split("\r\n|\r|\n", -1);
        String parted = "";
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            parted = parted.isEmpty() ? separator(lines[i]) : parted;
            List<Cell> row = cells(lines[i], parted, i + 1);
            if (rows.isEmpty() && row.size() != 2 && row.size() != 3) {
                throw new Place(file, i + 1, 1, "").problem(
                        "A row must have 3 cells, x1, x2 and class, or 2, x and y, parted by commas, semicolons or tabs, but this one has %d."
                                .formatted(row.size()));
            }
            if (!rows.isEmpty() && row.size() != rows.getFirst().size()) {
                throw new Place(file, i + 1, 1, "").problem("The rows before have %d cells, but this one has %d. Fill or delete it."
                        .formatted(rows.getFirst().size(), row.size()));
            }
            rows.add(row);
            if (rows.size() > MOST + 1) {
                throw new Place(file, i + 1, 1, "").problem("At most %d points are taken, but here are more. Delete rows.".formatted(MOST));
            }
        }
    }

    private static String separator(String line) {
        return line.contains(";") ? ";" : line.contains("\t") ? "\t" : ",";
    }

    private List<Cell> cells(String line, String separator, int number) {
        List<Cell> cells = new ArrayList<>();
        int column = 1;
        for (String part : line.split(separator, -1)) {
            String text = part.strip();
            boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
            String plain = quoted ? text.substring(1, text.length() - 1).strip() : text;
            cells.add(new Cell(separator.equals(",") ? plain : plain.replaceFirst("^([+-]?\\d*),(\\d+(?:[eE].*)?)$", "$1.$2"),
                    new Place(file, number, column, "")));
            column += part.length() + 1;
        }
        return cells;
    }

    private Table table() throws FileException {
        if (!rows.isEmpty() && rows.getFirst().stream().limit(2).noneMatch(cell -> isNumber(cell.text()))) {
            rows.removeFirst();
        }
        if (rows.size() < 2) {
            throw new FileException("%s has %s, but at least 2 are needed: rows of x1, x2 and class, or of x and y."
                    .formatted(file, rows.isEmpty() ? "no points" : "1 point"));
        }
        if (rows.size() > MOST) {
            throw rows.getLast().getFirst().place().problem("At most %d points are taken, but here are more. Delete rows.".formatted(MOST));
        }
        return rows.getFirst().size() == 2 ? pairs() : points();
    }

    private Table pairs() throws FileException {
        List<Double> numbers = new ArrayList<>();
        for (List<Cell> row : rows) {
            numbers.add(number(row.get(0)));
            numbers.add(number(row.get(1)));
        }
        return new Table(make("pairs", numbers), List.of());
    }

    private Table points() throws FileException {
        Map<String, Integer> classes = classes();
        List<Double> numbers = new ArrayList<>();
        for (List<Cell> row : rows) {
            numbers.add(number(row.get(0)));
            numbers.add(number(row.get(1)));
            numbers.add((double) classes.get(name(row.get(2).text())));
        }
        return new Table(make("points", numbers), List.copyOf(classes.keySet()));
    }

    /** Whole numbers by their size, words as they come. */
    private Map<String, Integer> classes() throws FileException {
        boolean whole = rows.stream().allMatch(row -> row.get(2).text().matches("[+-]?\\d{1,9}"));
        Map<String, Cell> found = new LinkedHashMap<>();
        for (List<Cell> row : rows) {
            Cell cell = row.get(2);
            if (cell.text().isEmpty() || (isNumber(cell.text()) && !cell.text().matches("[+-]?\\d{1,9}"))) {
                throw cell.problem("a class, a whole number or a word");
            }
            found.putIfAbsent(name(cell.text()), cell);
            if (found.size() > MOST_CLASSES) {
                throw cell.place().problem("At most %d classes are taken, but \"%s\" is one more.".formatted(MOST_CLASSES, cell.text()));
            }
        }
        if (found.size() < 2) {
            throw new FileException("%s: all points are of class \"%s\", but at least 2 classes are needed to tell apart."
                    .formatted(file, found.keySet().iterator().next()));
        }
        Map<String, Integer> numbered = new LinkedHashMap<>();
        if (whole) {
            Map<Integer, String> sorted = new TreeMap<>();
            found.keySet().forEach(name -> sorted.put(Integer.valueOf(name), name));
            sorted.values().forEach(name -> numbered.put(name, numbered.size()));
        } else {
            found.keySet().forEach(name -> numbered.put(name, numbered.size()));
        }
        return numbered;
    }

    /** 01 and 1 are one class. */
    private static String name(String text) {
        return text.matches("[+-]?\\d{1,9}") ? Integer.toString(Integer.parseInt(text)) : text;
    }

    private static boolean isNumber(String text) {
        try {
            Double.parseDouble(text);
            return text.matches("[+-]?[\\d.].*|NaN|[+-]?Infinity");
        } catch (NumberFormatException word) {
            return false;
        }
    }

    private static double number(Cell cell) throws FileException {
        if (isNumber(cell.text()) && Math.abs(Double.parseDouble(cell.text())) <= LARGEST && !cell.text().matches(".*[dDfF]$")) {
            return Double.parseDouble(cell.text());
        }
        throw cell.problem("a number from -1000000 to 1000000 with a decimal point");
    }

    private static Spec make(String type, List<Double> numbers) {
        try {
            return Recipe.find(PointSets.ALL, "made data set", type).with(Map.of(type, numbers));
        } catch (SettingException impossible) {
            throw new IllegalStateException("Checked points were refused.", impossible);
        }
    }
}
