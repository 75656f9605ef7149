package tadpole.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tadpole.parity.cases.TorchCase;
import tadpole.parity.torch.TorchSide;

/** The outcomes as people read them. */
record Table(List<Outcome> outcomes) {

    private static final String BEGIN = "<!-- table: written by the program -->";
    private static final String END = "<!-- end of the table -->";

    String text() {
        long agreeing = outcomes.stream().filter(Outcome::agrees).count();
        String head = "PyTorch %s: %d of %d cases agree. %s%n%n".formatted(TorchSide.version(), agreeing, outcomes.size(), sources())
                + "| on trial | steps | first step | last step | largest | where | tolerance | PyTorch's side | verdict |\n"
                + "|---|---|---|---|---|---|---|---|---|\n";
        return head + outcomes.stream().map(Table::row).collect(Collectors.joining("\n")) + "\n";
    }

    /** How many have PyTorch's operators beside them, and how many a formula. */
    private String sources() {
        Map<String, Long> formulas = outcomes.stream().map(Outcome::given).filter(each -> !each.source().isPyTorch())
                .collect(Collectors.groupingBy(Table::onTrial, LinkedHashMap::new, Collectors.counting()));
        long written = formulas.values().stream().mapToLong(Long::longValue).sum();
        String which = formulas.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).collect(Collectors.joining(", "));
        return "%d are held against PyTorch's operators, %d against formulas (%s).".formatted(outcomes.size() - written, written, which);
    }

    private static String onTrial(TorchCase given) {
        var subject = given.given().subject();
        return given.source() == TorchCase.Source.SCHEDULE ? subject.kind() + "s" : subject.type();
    }

    private static String row(Outcome outcome) {
        var given = outcome.given().given();
        return String.format(Locale.ROOT, "| %s | %d | %.0e | %.0e | %.0e | %s | %.0e | %s | %s |", given, given.training().steps(), outcome.first(),
                outcome.last(), outcome.worst(), outcome.where(), given.tolerance(), side(outcome.given()), outcome.agrees() ? "agrees" : "DIFFERS");
    }

    /** Where it comes from, and the names of the operators of PyTorch's that are on trial. */
    private static String side(TorchCase given) {
        List<String> lines = given.script().program(given.given().subject().kind());
        return given.source() == TorchCase.Source.OPERATOR ? given.source().words() + ": " + operators(lines) : given.source().words();
    }

    private static String operators(List<String> lines) {
        return lines.stream().flatMap(line -> Stream.of(line.split("torch\\.")).skip(1)).map(call -> call.substring(0, call.indexOf('(')))
                .distinct().collect(Collectors.joining("`, `", "`", "`"));
    }

    /** Between the two marks of the page. */
    void writeInto(Path page) throws IOException {
        String old = Files.readString(page);
        int begin = old.indexOf(BEGIN) + BEGIN.length();
        int end = old.indexOf(END);
        if (begin < BEGIN.length() || end < begin) {
            throw new IOException(page + " needs the lines \"" + BEGIN + "\" and \"" + END + "\".");
        }
        Files.writeString(page, old.substring(0, begin) + "\n" + text() + old.substring(end));
    }
}
