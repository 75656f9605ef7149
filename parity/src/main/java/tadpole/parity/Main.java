package tadpole.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tadpole.engine.layer.Layers;
import tadpole.engine.loss.Losses;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.parity.Golden;
import tadpole.engine.parity.ParityCase.Subject;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.schedule.Schedules;
import tadpole.parity.cases.Cases;
import tadpole.parity.cases.TorchCase;
import tadpole.parity.features.Features;
import tadpole.parity.torch.TorchSide;

/** Every case on both sides, one table, and the golden files of the engine's tests. */
@Command(name = "parity", description = "Holds the engine's numbers to PyTorch's.", mixinStandardHelpOptions = true, subcommands = Features.class)
final class Main implements Callable<Integer> {

    private static final Map<String, List<? extends Recipe<?>>> RECIPES =
            Map.of("layer", Layers.ALL, "loss", Losses.ALL, "optimizer", Optimizers.ALL, "schedule", Schedules.ALL);

    @Option(names = "--project", required = true, description = "The project's folder.")
    private Path project;

    @Option(names = "--only", split = ",", description = "Only cases whose name has one of these parts; writes no file.")
    private List<String> only = List.of();

    @Option(names = "--golden", description = "Writes the golden files of the engine's tests.")
    private boolean golden;

    static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Option(names = "--steps", description = "Also prints every difference of every step.")
    private boolean steps;

    @Override
    public Integer call() throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (TorchCase each : Cases.ALL) {
            if (only.isEmpty() || only.stream().anyMatch(each.given().toString()::contains)) {
                outcomes.add(Trial.run(each));
            }
        }
        Table table = new Table(outcomes);
        System.out.println(table.text());
        if (steps) {
            outcomes.forEach(Main::printSteps);
        }
        List<String> without = without();
        without.forEach(each -> System.err.println("There is no case for " + each + "."));
        boolean agree = outcomes.stream().allMatch(Outcome::agrees);
        if (only.isEmpty()) {
            table.writeInto(project.resolve("docs/parity.md"));
        }
        if (golden && only.isEmpty()) {
            writeGolden(outcomes);
        }
        return agree && without.isEmpty() ? 0 : 1;
    }

    private static void printSteps(Outcome outcome) {
        System.out.println(outcome.given().given());
        for (int step = 0; step < outcome.steps().size(); step++) {
            StringBuilder line = new StringBuilder("  step " + (step + 1) + ":");
            outcome.steps().get(step).forEach((what, difference) -> line.append(String.format(Locale.ROOT, " %s %.0e", what, difference)));
            System.out.println(line);
        }
    }

    private static List<String> without() {
        List<String> missing = new ArrayList<>();
        for (String kind : Golden.KINDS) {
            List<String> known = Cases.ALL.stream().map(each -> each.given().subject()).filter(subject -> subject.kind().equals(kind))
                    .map(Subject::type).toList();
            RECIPES.get(kind).stream().map(Recipe::type).filter(type -> !known.contains(type)).forEach(type -> missing.add(kind + " " + type));
        }
        return missing;
    }

    private void writeGolden(List<Outcome> outcomes) throws IOException {
        Path folder = Files.createDirectories(project.resolve("engine/src/test/resources/tadpole/engine/parity"));
        String madeBy = "PyTorch " + TorchSide.version() + ", by module parity with --golden: see docs/parity.md";
        for (String kind : Golden.KINDS) {
            List<Golden> cases = outcomes.stream().map(Outcome::golden).filter(each -> each.given().subject().kind().equals(kind)).toList();
            Golden.write(folder.resolve(kind + ".json"), new Golden.Book(madeBy, cases));
        }
    }
}
