package tadpole.app.pane.train.inside;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.chart.Digits;
import tadpole.app.job.WorkState;
import tadpole.app.pane.train.LayerNames;
import tadpole.engine.insight.LayerSilence;
import tadpole.engine.insight.Silence;

/** How many ReLU units are never above zero. */
final class SilentCard extends VBox {

    private static final double SOME = 0.1;
    private static final double MANY = 0.4;
    /** A bar of nothing would look as if nothing was measured. */
    private static final double SLIVER = 0.01;
    private static final PseudoClass SUSPECT = PseudoClass.getPseudoClass("suspect");
    private static final PseudoClass ILL = PseudoClass.getPseudoClass("ill");

    private final SilentModel model;
    private final Label count = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = new Label();
    private final Hyperlink all = new Hyperlink();
    private final Tooltip tip = new Tooltip();

    SilentCard(SilentModel model) {
        this.model = model;
        setId("inside-silent");
        getStyleClass().addAll("card", "inside-silent");
        Label title = new Label("Silent units");
        title.getStyleClass().add("section-title");
        count.getStyleClass().add("mono");
        count.setId("silent-count");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setId("silent-bar");
        words.getStyleClass().add("muted");
        words.setId("silent-words");
        words.setMinWidth(0);
        all.setId("silent-all");
        all.getStyleClass().add("link");
        all.setOnAction(_ -> model.askAll());
        all.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().setAll(new HBox(title, space, count), bar, new HBox(words, gap, all));
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        Tooltip.install(this, tip);
        model.heardProperty().subscribe(this::show);
        model.wholeProperty().subscribe(_ -> show(model.heardProperty().get()));
    }

    private void show(Optional<SilentModel.Heard> heard) {
        Optional<Silence> found = heard.map(SilentModel.Heard::silence);
        boolean relus = found.filter(now -> now.units() > 0).isPresent();
        double share = found.map(Silence::share).orElse(0.0);
        count.setText(found.filter(_ -> relus).map(now -> "%s of %s".formatted(Digits.count(now.silentUnits()), Digits.count(now.units()))).orElse(""));
        bar.setVisible(relus);
        bar.setProgress(Math.max(SLIVER, share));
        bar.pseudoClassStateChanged(SUSPECT, share >= SOME && share < MANY);
        bar.pseudoClassStateChanged(ILL, share >= MANY);
        words.setText(found.map(now -> relus ? words(now, heard.get().at().network().part()) : "This network has no ReLU.")
                .orElse("ReLU units that are never above zero learn nothing any more. They are counted here."));
        boolean few = relus && found.get().samples() < found.get().of();
        all.setVisible(few);
        all.setManaged(few);
        all.setDisable(model.wholeProperty().get() == WorkState.RUNNING);
        all.setText(found.map(now -> "All " + Digits.count(now.of())).orElse(""));
        tip.setText(relus ? details(found.get()) : "A ReLU unit whose sum is below zero for every image gets no gradient: it is dead.");
    }

    private static String words(Silence now, String part) {
        return "never above zero on %s%s %s images".formatted(now.samples() < now.of() ? "the first " : "", Digits.count(now.samples()), part);
    }

    private static String details(Silence found) {
        List<String> lines = found.layers().stream().map(SilentCard::details).toList();
        int most = 24;
        return lines.stream().limit(most).collect(Collectors.joining("\n")) + (lines.size() > most ? "\nand %d more".formatted(lines.size() - most) : "");
    }

    private static String details(LayerSilence layer) {
        String units = "%s: %s of %s %s".formatted(LayerNames.words(layer.layer()), Digits.count(layer.silentUnits()), Digits.count(layer.units()),
                layer.shape().rank() == 3 ? "channels" : "units");
        return layer.places() == layer.units() ? units
                : "%s, %s of %s single places".formatted(units, Digits.count(layer.silentPlaces()), Digits.count(layer.places()));
    }
}
