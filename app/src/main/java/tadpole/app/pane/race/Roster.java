package tadpole.app.pane.race;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.Contestant;
import tadpole.engine.training.RacePlan;

/** Who may run: every optimizer, some of them more than once. */
final class Roster {

    /** Who runs when nobody says otherwise: the lesson's five, each with PyTorch's defaults. */
    private static final Set<String> LESSON = Set.of("sgd", "momentum", "nesterov", "rmsprop", "adam");

    private final ReadOnlyObjectWrapper<List<Runner>> runners = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private int made;

    Roster() {
        List<Runner> all = Optimizers.ALL.stream().map(each -> new Runner(each.type(), each)).toList();
        all.forEach(each -> each.runsProperty().set(LESSON.contains(each.recipe().type())));
        set(all);
    }

    ReadOnlyObjectProperty<List<Runner>> runnersProperty() {
        return runners.getReadOnlyProperty();
    }

    List<Runner> runners() {
        return runners.get();
    }

    List<Runner> running() {
        return runners().stream().filter(each -> each.runsProperty().get()).toList();
    }

    /** Another number whenever anything of a runner has changed. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** These run; the optimizers that are not among them may. */
    void show(List<Contestant> contestants) {
        List<Runner> all = new ArrayList<>();
        Set<String> types = new HashSet<>();
        for (Contestant each : contestants) {
            String type = each.optimizer().type();
            all.add(Runner.of(types.add(type) ? type : fresh(type), each));
        }
        for (Recipe<OptimizerMaker> each : Optimizers.ALL) {
            if (!types.contains(each.type())) {
                all.add(new Runner(each.type(), each));
            }
        }
        set(all);
    }

    /** Puts one more like it after it, under a name of its own. */
    void another(Runner like) {
        Contestant same;
        try {
            same = like.contestant();
        } catch (SettingException unfinished) {
            same = like.walker();
        }
        Runner more = Runner.of(fresh(like.recipe().type()), same);
        Set<String> taken = new HashSet<>();
        runners().forEach(each -> taken.add(each.labelProperty().get()));
        for (int i = 2; taken.contains(more.labelProperty().get()); i++) {
            more.labelProperty().set(like.labelProperty().get() + " " + i);
        }
        List<Runner> all = new ArrayList<>(runners());
        all.add(all.indexOf(like) + 1, more);
        set(all);
    }

    /** Only where another of the same optimizer is left. */
    boolean canRemove(Runner runner) {
        return runners().stream().filter(each -> each.recipe() == runner.recipe()).count() > 1;
    }

    void remove(Runner runner) {
        if (canRemove(runner)) {
            set(runners().stream().filter(each -> each != runner).toList());
        }
    }

    /** Why an entry of one who runs was not taken; empty where all were. */
    String refusal() {
        return running().stream().map(Runner::refusal).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    /** @throws SettingException in one sentence where they cannot race */
    List<Contestant> contestants() throws SettingException {
        List<Contestant> all = new ArrayList<>();
        for (Runner each : running()) {
            all.add(each.contestant());
        }
        if (all.isEmpty()) {
            throw new SettingException("Nobody runs. Choose at least one optimizer.");
        }
        RacePlan.check(all);
        return all;
    }

    private String fresh(String type) {
        made++;
        return type + "-" + (made + 1);
    }

    private void set(List<Runner> all) {
        all.stream().filter(each -> !runners().contains(each)).forEach(each -> {
            each.runsProperty().addListener(_ -> change());
            each.labelProperty().addListener(_ -> change());
            each.ratesProperty().addListener(_ -> change());
            each.form().settingsProperty().addListener(_ -> change());
            each.form().refusalsProperty().addListener((_, _, _) -> change());
            each.schedule().specProperty().addListener(_ -> change());
            each.schedule().all().forEach(one -> each.schedule().form(one).refusalsProperty().addListener((_, _, _) -> change()));
        });
        runners.set(List.copyOf(all));
        change();
    }

    private void change() {
        changes.set(changes.get() + 1);
    }
}
