package tadpole.app.pane.text.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.app.job.Jobs;
import tadpole.app.job.Watched;
import tadpole.app.job.WorkState;
import tadpole.engine.language.Reading;
import tadpole.engine.language.Sampling;
import tadpole.engine.language.SideBySide;
import tadpole.engine.language.Written;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** The same text gone on with at several temperatures, by the same random numbers. */
final class LuckModel {

    /** Careful, as it learned, wild. */
    static final List<Double> TEMPERATURES = List.of(0.4, 1.0, 1.6);
    private static final int CHARACTERS = 160;

    /** What one temperature wrote so far. */
    record Way(double temperature, String text) {}

    private record Told(int way, List<Written> batch) {}

    private final Watched<Told, List<Reading>> job;
    private final ReadOnlyObjectWrapper<List<Way>> ways = new ReadOnlyObjectWrapper<>(List.of());

    LuckModel(Jobs jobs) {
        job = new Watched<>(jobs);
    }

    ReadOnlyObjectProperty<List<Way>> waysProperty() {
        return ways.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<WorkState> stateProperty() {
        return job.stateProperty();
    }

    /** @param told gets why it failed */
    void start(Reading from, Settings sampling, int tokens, Consumer<String> told) {
        ways.set(TEMPERATURES.stream().map(each -> new Way(each, "")).toList());
        List<Settings> settings = TEMPERATURES.stream().map(each -> at(sampling, each)).toList();
        job.start(false, listener -> new SideBySide(from, settings, tokens, (way, batch) -> listener.accept(new Told(way, batch))), new Watched.Listener<>() {
            @Override
            public void hear(List<Told> events) {
                List<Way> now = new ArrayList<>(ways.get());
                for (Told each : events) {
                    StringBuilder text = new StringBuilder(now.get(each.way()).text());
                    each.batch().forEach(written -> text.append(written.letters()));
                    now.set(each.way(), new Way(now.get(each.way()).temperature(), text.toString()));
                }
                ways.set(List.copyOf(now));
            }

            @Override
            public void ended(List<Reading> result) {
                // All of it was told on the way.
            }

            @Override
            public void failed(String why) {
                told.accept(why);
            }
        });
    }

    /** So many tokens fill the place they have. */
    static int tokens(boolean words) {
        return words ? CHARACTERS / 5 : CHARACTERS;
    }

    void stop() {
        job.stop();
    }

    void clear() {
        job.drop();
        ways.set(List.of());
    }

    private static Settings at(Settings sampling, double temperature) {
        Map<String, Object> with = new HashMap<>(sampling.asMap());
        with.put("temperature", temperature);
        if ("greedy".equals(with.get("pick"))) {
            with.put("pick", "all");
        }
        try {
            return Sampling.RECIPE.settings(with);
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
