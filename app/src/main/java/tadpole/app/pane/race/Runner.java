package tadpole.app.pane.race;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tadpole.app.form.FormModel;
import tadpole.app.form.RecipePickerModel;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.ScheduleMaker;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.training.Contestant;

/** An optimizer that may run: its name, settings, schedule, and the rates that it tries. */
final class Runner {

    private static final String EXPERIMENTS = "experiment";
    private static final List<Recipe<ScheduleMaker>> SCHEDULES = Stream.concat(
            Stream.of(new Recipe<ScheduleMaker>(EXPERIMENTS, "The experiment's", "The schedule that the experiment has.", List.of(), null)),
            Schedules.ALL.stream()).toList();

    private final String key;
    private final Recipe<OptimizerMaker> recipe;
    private final FormModel form;
    private final RecipePickerModel<ScheduleMaker> schedule = new RecipePickerModel<>(SCHEDULES);
    private final BooleanProperty runs = new SimpleBooleanProperty();
    private final StringProperty label;
    private final StringProperty rates = new SimpleStringProperty("");

    /** @param key no other runner's; ids of controls are made of it */
    Runner(String key, Recipe<OptimizerMaker> recipe) {
        this.key = key;
        this.recipe = recipe;
        this.form = new FormModel(recipe);
        this.label = new SimpleStringProperty(recipe.label());
    }

    /** Filled as a contestant is, and running. */
    static Runner of(String key, Contestant who) {
        Recipe<OptimizerMaker> recipe = Optimizers.ALL.stream().filter(each -> each.type().equals(who.optimizer().type())).findFirst().orElseThrow();
        Runner runner = new Runner(key, recipe);
        runner.label.set(who.label());
        runner.form.show(who.optimizer().settings());
        who.schedule().ifPresent(runner.schedule::show);
        runner.rates.set(who.rates().stream().map(each -> BigDecimal.valueOf(each).stripTrailingZeros().toPlainString()).collect(Collectors.joining(", ")));
        runner.runs.set(true);
        return runner;
    }

    String key() {
        return key;
    }

    Recipe<OptimizerMaker> recipe() {
        return recipe;
    }

    FormModel form() {
        return form;
    }

    /** The first to pick is that of the experiment. */
    RecipePickerModel<ScheduleMaker> schedule() {
        return schedule;
    }

    BooleanProperty runsProperty() {
        return runs;
    }

    StringProperty labelProperty() {
        return label;
    }

    /** Numbers between commas; empty where the race is to search. */
    StringProperty ratesProperty() {
        return rates;
    }

    /** As it walks over surfaces: with neither rates nor schedule, always possible. */
    Contestant walker() {
        return new Contestant(label.get(), new Spec(recipe.type(), form.settings()), List.of());
    }

    /** Why an entry of its settings was not taken; empty where all were, and where it does not run. */
    String refusal() {
        if (!runs.get()) {
            return "";
        }
        boolean searches = rates.get().isEmpty();
        return form.refusal(key -> searches || !key.equals("rate")).or(schedule.form()::refusal)
                .map(why -> "%s: %s".formatted(label.get(), why)).orElse("");
    }

    /** @throws SettingException in one sentence where its name is empty or its rates are none */
    Contestant contestant() throws SettingException {
        if (label.get().isBlank()) {
            throw new SettingException("Give %s a name.".formatted(recipe.label()));
        }
        Optional<Spec> own = schedule.recipe().type().equals(EXPERIMENTS) ? Optional.empty() : Optional.of(schedule.spec());
        return new Contestant(label.get().strip(), new Spec(recipe.type(), form.settings()), own, rates());
    }

    private List<Double> rates() throws SettingException {
        List<Double> all = new ArrayList<>();
        for (String text : rates.get().strip().split("[\\s,;]+")) {
            if (text.isEmpty()) {
                continue;
            }
            try {
                all.add(Optimizers.RATE.check(Double.valueOf(text)));
            } catch (NumberFormatException none) {
                throw new SettingException("%s tries \"%s\", which is no rate. Write numbers such as 0.01, 0.03.".formatted(label.get(), text));
            }
        }
        return all;
    }
}
