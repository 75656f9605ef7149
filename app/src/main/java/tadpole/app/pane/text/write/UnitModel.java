package tadpole.app.pane.text.write;

import java.util.List;
import java.util.Optional;
import tadpole.app.job.Watched;
import tadpole.app.pane.text.Coloring;
import tadpole.app.pane.text.TextModel;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.UnitSearch;
import tadpole.engine.language.UnitTrace;
import tadpole.engine.layer.Network;

/** Colors the text by one unit: reads it once more for that unit when the text has settled. */
final class UnitModel {

    private final TextModel text;
    private final ReadingModel reading;
    private final Watched<Void, UnitTrace.Series> job;

    UnitModel(TextModel text, ReadingModel reading) {
        this.text = text;
        this.reading = reading;
        job = new Watched<>(text.desk().jobs());
        text.coloringProperty().addListener((_, _, _) -> refresh());
        text.unitProperty().addListener((_, _, _) -> refresh());
        text.modelProperty().addListener((_, _, now) -> {
            if (now.isPresent() && text.unitProperty().get().filter(each -> fits(now.get(), each)).isEmpty()) {
                text.unitProperty().set(first(now.get()));
            }
        });
    }

    private static boolean fits(LanguageModel model, UnitSearch.Unit unit) {
        return unit.index() < model.hidden() && model.recurrent().stream().anyMatch(each -> each.name().equals(unit.stage()));
    }

    private static Optional<UnitSearch.Unit> first(LanguageModel model) {
        List<Network.Stage> stages = model.recurrent();
        return stages.isEmpty() ? Optional.empty() : Optional.of(new UnitSearch.Unit(stages.getLast().name(), "h", 0));
    }

    /** Units of the last layer, so many. */
    int units() {
        return text.modelProperty().get().map(LanguageModel::hidden).orElse(0);
    }

    /** Another one of the same layer. */
    void choose(int index) {
        text.modelProperty().get().flatMap(UnitModel::first).ifPresent(standard -> {
            UnitSearch.Unit now = text.unitProperty().get().orElse(standard);
            text.unitProperty().set(Optional.of(new UnitSearch.Unit(now.stage(), now.which(), Math.floorMod(index, Math.max(1, units())))));
        });
    }

    /** Colors anew where a unit colors and the text has settled. */
    void refresh() {
        Optional<LanguageModel> model = text.modelProperty().get();
        Optional<UnitSearch.Unit> unit = text.unitProperty().get().or(() -> model.flatMap(UnitModel::first));
        if (text.coloringProperty().get() != Coloring.UNIT || reading.settled().isEmpty() || unit.isEmpty() || model.isEmpty()) {
            return;
        }
        String now = text.textProperty().get();
        job.start(false, _ -> new UnitTrace(model.get(), now, unit.get(), text.desk().device()), new Watched.Listener<>() {
            @Override
            public void hear(List<Void> events) {
                // It tells nothing on its way.
            }

            @Override
            public void ended(UnitTrace.Series series) {
                if (now.equals(text.textProperty().get())) {
                    reading.color(series.values());
                }
            }

            @Override
            public void failed(String why) {
                text.desk().messages().failed(why);
            }
        });
    }
}
