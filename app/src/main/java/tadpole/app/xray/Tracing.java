package tadpole.app.xray;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tadpole.engine.inspect.Explainer;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;

/** Traces a network on its samples beside the JavaFX thread, then opens a number of the trace. Belongs to the JavaFX thread. */
public final class Tracing {

    /** Numbers of parameters and of all layers' outputs that can be looked through. */
    private static final long MOST_NUMBERS = 4_000_000;

    private final XRayModel model;
    private final Executor background;
    private final Executor ui;
    private final Consumer<String> failed;
    private Optional<Object> traced = Optional.empty();
    private Optional<Object> wanted = Optional.empty();

    /** Makes the trace, in the background. */
    @FunctionalInterface
    public interface Source {

        /** @throws SettingException where there can be none; says why */
        Explainer trace() throws SettingException;
    }

    /**
     * @param background where networks are traced
     * @param failed     told in a sentence why there is no trace, on the JavaFX thread
     */
    public Tracing(XRayModel model, Executor background, Executor ui, Consumer<String> failed) {
        this.model = model;
        this.background = background;
        this.ui = ui;
        this.failed = failed;
    }

    /** @throws SettingException where one step of the network has more numbers than one can look through */
    public static void requireFew(String name, Network network, int samples) throws SettingException {
        long numbers = network.parameterCount()
                + network.stages().stream().mapToLong(each -> (long) each.output().size() * samples).sum();
        if (numbers > MOST_NUMBERS) {
            throw new SettingException("One step of %s on %s has %,d numbers; here it may have %,d. Choose a smaller network%s.".formatted(
                    name, samples == 1 ? "one image" : samples + " images", numbers, MOST_NUMBERS, samples == 1 ? "" : " or fewer images"));
        }
    }

    /**
     * @param of   what is traced: the same is not traced a second time
     * @param open opens a number, once there is somebody who explains it; not run where something else was wanted meanwhile
     */
    public void whenReady(Object of, Source source, Runnable open) {
        wanted = Optional.of(of);
        if (traced.equals(wanted)) {
            open.run();
            return;
        }
        background.execute(() -> {
            try {
                Explainer explainer = source.trace();
                tell(of, () -> {
                    traced = Optional.of(of);
                    model.close();
                    model.explain(Optional.of(explainer));
                    open.run();
                });
            } catch (SettingException misfit) {
                tell(of, () -> failed.accept(misfit.getMessage()));
            }
        });
    }

    private void tell(Object of, Runnable news) {
        ui.execute(() -> {
            if (wanted.equals(Optional.of(of))) {
                news.run();
            }
        });
    }

    /** Its numbers no longer hold. */
    public void forget() {
        wanted = Optional.empty();
        traced = Optional.empty();
        model.explain(Optional.empty());
    }
}
