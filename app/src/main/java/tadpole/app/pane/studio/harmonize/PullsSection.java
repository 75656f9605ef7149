package tadpole.app.pane.studio.harmonize;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartView;
import tadpole.app.pane.studio.PullHistory;
import tadpole.app.shell.Desk;
import tadpole.engine.picture.pull.PullName;

/** Which losses pull on the picture now and how much; a click leaves one out. */
final class PullsSection extends VBox {

    /** Those that every harmonization has. */
    private static final Set<PullName.Kind> USUAL = EnumSet.of(PullName.Kind.STYLE, PullName.Kind.HISTOGRAM, PullName.Kind.CONTENT, PullName.Kind.SMOOTH,
            PullName.Kind.COLOR);

    private final HarmonizeModel model;
    private final Map<PullName.Kind, PullBar> bars = new EnumMap<>(PullName.Kind.class);
    private boolean losses;

    /** @param background where the curves are drawn */
    PullsSection(HarmonizeModel model, PullHistory pulls, Desk desk, Executor background) {
        this.model = model;
        getStyleClass().add("pulls");
        Label title = new Label("What pulls on the picture now");
        title.getStyleClass().add("section-title");
        VBox rows = new VBox();
        rows.getStyleClass().add("pull-bars");
        for (PullName.Kind kind : PullName.Kind.values()) {
            PullBar bar = new PullBar(kind, on -> model.mute(kind, on));
            bars.put(kind, bar);
            rows.getChildren().add(bar);
        }
        ChartView chart = new ChartView(() -> PullPictures.of(model.momentsProperty().get(), losses), desk.theme().chartColors(), background,
                desk.jobs().ui());
        chart.setId("pull-chart");
        chart.getStyleClass().add("pull-chart");
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        model.momentsProperty().subscribe(_ -> chart.refresh());
        model.momentsProperty().subscribe(_ -> show());
        model.mutedProperty().subscribe(_ -> show());
        pulls.mutedProperty().subscribe(_ -> show());
        getChildren().setAll(title, rows, switches(chart), chart);
    }

    private HBox switches(ChartView chart) {
        ToggleGroup group = new ToggleGroup();
        ToggleButton shares = choice("pull-shares", "Shares", "How much of the pull each kind of loss had, from iteration to iteration", group);
        ToggleButton falls = choice("pull-losses", "Losses", "Each kind's loss, in parts of what it was when its pass began", group);
        shares.setSelected(true);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                before.setSelected(true);
                return;
            }
            losses = now == falls;
            chart.refresh();
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label words = new Label("Over the iterations");
        words.getStyleClass().add("muted");
        HBox row = new HBox(words, space, shares, falls);
        row.getStyleClass().add("pull-switches");
        return row;
    }

    private static ToggleButton choice(String id, String text, String tip, ToggleGroup group) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setToggleGroup(group);
        button.setTooltip(new Tooltip(tip));
        return button;
    }

    private void show() {
        List<Pulling.Moment> moments = model.momentsProperty().get();
        Map<PullName.Kind, Double> now = moments.isEmpty() ? Map.of() : moments.getLast().shares();
        bars.forEach((kind, bar) -> {
            HarmonizeModel.Silence silence = model.silence(kind);
            boolean muted = silence == HarmonizeModel.Silence.ALL;
            boolean usual = USUAL.contains(kind) || now.containsKey(kind) || muted;
            bar.setVisible(usual);
            bar.setManaged(usual);
            bar.show(muted ? 0 : now.getOrDefault(kind, 0.0), silence, now.containsKey(kind));
        });
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
