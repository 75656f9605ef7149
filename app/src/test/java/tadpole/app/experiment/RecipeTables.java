package tadpole.app.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tadpole.engine.dataset.Augmentations;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Samplers;
import tadpole.engine.file.JsonLayout;
import tadpole.engine.layer.Layers;
import tadpole.engine.loss.Losses;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingPlan;

/** What the format's description says of recipes and settings, made from the recipes themselves. */
final class RecipeTables {

    /** Headline and recipes of each table, in the order of the description. */
    static final List<Map.Entry<String, List<? extends Recipe<?>>>> TABLES = List.of(
            Map.entry("Made data sets", PointSets.ALL),
            Map.entry("Preparations", Preparations.ALL),
            Map.entry("Augmentations", Augmentations.ALL),
            Map.entry("Layers", Layers.ALL),
            Map.entry("Losses", Losses.ALL),
            Map.entry("Optimizers", Optimizers.ALL),
            Map.entry("Schedules", Schedules.ALL),
            Map.entry("Orders", Samplers.ALL));

    private RecipeTables() {}

    /** All tables as Markdown. */
    static String markdown() {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, List<? extends Recipe<?>>> table : TABLES) {
            lines.addAll(List.of("### " + table.getKey(), "", "| type | setting | default | accepted | meaning |", "|---|---|---|---|---|"));
            table.getValue().forEach(recipe -> lines.addAll(rows(recipe)));
            lines.add("");
        }
        lines.addAll(List.of("### Numbers that stand by themselves", "", "| field | default | accepted | meaning |", "|---|---|---|---|"));
        Stream.concat(Stream.of("data." + row(DataPlan.PER_CLASS), "data." + row(DataPlan.VALIDATION), "data." + row(DataPlan.STANDARDIZE_TARGETS), row(Experiment.SEED)),
                        TrainingPlan.RECIPE.settings().stream().map(setting -> "training." + row(setting)))
                .map(row -> "| `" + row)
                .forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private static List<String> rows(Recipe<?> recipe) {
        List<String> rows = new ArrayList<>();
        rows.add("| `%s` | | | | %s |".formatted(recipe.type(), cell(recipe.help())));
        recipe.settings().forEach(setting -> rows.add("| | `" + row(setting)));
        return rows;
    }

    private static String row(Setting setting) {
        return "%s` | %s | %s | %s |".formatted(
                setting.key(), JsonLayout.line(setting.standard()), accepted(setting), cell(setting.help()));
    }

    private static String accepted(Setting setting) {
        return switch (setting) {
            case Setting.Decimal decimal -> "%s to %s".formatted(JsonLayout.line(decimal.least()), JsonLayout.line(decimal.most()));
            case Setting.Whole whole -> "whole, %d to %d".formatted(whole.least(), whole.most());
            case Setting.Choice choice -> choice.options().stream().map(Setting.Option::key).collect(Collectors.joining("`, `", "`", "`"));
            case Setting.Switch _ -> "true, false";
            case Setting.Decimals each -> "list, each %s to %s".formatted(JsonLayout.line(each.least()), JsonLayout.line(each.most()));
        };
    }

    private static String cell(String words) {
        return words.replace("|", "\\|");
    }
}
