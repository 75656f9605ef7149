package tadpole.app.pane.gradients.check;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tadpole.app.pane.gradients.Studied;
import tadpole.app.shell.Desk;
import tadpole.engine.inspect.CheckPlan;
import tadpole.engine.inspect.CheckSubject;
import tadpole.engine.inspect.Mistake;
import tadpole.engine.inspect.MistakePlan;
import tadpole.engine.inspect.Planted;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Seed;

/** Finds out which mistakes show in a network, and plants one; beside the JavaFX thread, as it takes some steps of the network. */
final class Planting {

    private final Desk desk;
    private final Executor background;
    private final BiConsumer<Studied, Runnable> later;
    private final Consumer<Planted> use;
    private List<Mistake> mistakes = List.of();
    private Optional<CheckPlan> opened = Optional.empty();
    private long lot = System.nanoTime();

    /**
     * @param later runs something on the JavaFX thread, unless another network is looked at by then
     * @param use   gets what is planted, on the JavaFX thread
     */
    Planting(Desk desk, Executor background, BiConsumer<Studied, Runnable> later, Consumer<Planted> use) {
        this.desk = desk;
        this.background = background;
        this.later = later;
        this.use = use;
    }

    /** Those that can be planted; empty until that is known. */
    List<Mistake> mistakes() {
        return mistakes;
    }

    /** Another network is looked at; a mistake that an opened file says of it is planted. */
    void show(Optional<Studied> studied) {
        mistakes = List.of();
        studied.ifPresent(now -> {
            background.execute(() -> {
                List<Mistake> fitting = toCheck(now, _ -> {}).map(Hunt::fitting).orElse(List.of());
                later.accept(now, () -> mistakes = fitting);
            });
            Optional<CheckPlan> plan = opened.filter(each -> each.experiment().equals(now.experiment()) && each.samples().equals(now.samples()));
            plan.ifPresent(each -> {
                opened = Optional.empty();
                plant(now, each.mistake().orElseThrow(), (Long) each.settings().asMap().get("seed"));
            });
        });
    }

    /** A mistake that the file says is planted as soon as its network is there. */
    void remember(CheckPlan plan) {
        opened = plan.mistake().isPresent() ? Optional.of(plan) : Optional.empty();
    }

    /** @param type empty to draw one by lot, as its place is */
    void plant(Studied studied, String type) {
        lot++;
        plant(studied, new MistakePlan(type, ""), lot);
    }

    private void plant(Studied studied, MistakePlan plan, long drawn) {
        toCheck(studied, desk.messages()::failed).ifPresent(checked -> background.execute(() -> {
            try {
                Planted planted = Planted.of(plan, checked, new Seed(drawn));
                later.accept(studied, () -> use.accept(planted));
            } catch (SettingException none) {
                desk.jobs().ui().execute(() -> desk.messages().failed(none.getMessage()));
            }
        }));
    }

    /** @param refused told why the samples are too few */
    static Optional<CheckSubject> toCheck(Studied studied, Consumer<String> refused) {
        try {
            return Optional.of(new CheckSubject(studied.network(), studied.experiment().loss(), studied.batch().inputs(), studied.target()));
        } catch (IllegalArgumentException misfit) {
            refused.accept(misfit.getMessage());
            return Optional.empty();
        }
    }
}
