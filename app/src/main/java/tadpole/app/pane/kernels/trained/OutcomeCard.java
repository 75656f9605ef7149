package tadpole.app.pane.kernels.trained;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.job.RunningJob;
import tadpole.app.job.WorkState;
import tadpole.engine.convolution.Comparison;
import tadpole.engine.convolution.SwitchedOff;
import tadpole.engine.dataset.Split;

/** What another filter does to the accuracy: figures, classes, the images that flipped; or which filter matters most. */
final class OutcomeCard extends VBox {

    private static final PseudoClass TOLD = PseudoClass.getPseudoClass("told");
    private static final int MOST_IMAGES = 60;
    private static final int MOST_CLASSES = 10;
    private static final int THUMBNAIL = 40;
    private static final String INVITATION = "Take a filter to the sliding window, change a number there, and put it back: here stands what that does to the accuracy. "
            + "Or switch a filter off: which one matters most?";

    private final TrainedModel model;
    private final Label line = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label progress = new Label();
    private final HBox running = new HBox(bar, progress);
    private final StackPane content = new StackPane();

    OutcomeCard(TrainedModel model) {
        this.model = model;
        setId("trained-outcome");
        getStyleClass().addAll("card", "trained-outcome");
        line.setId("trained-line");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        progress.setId("trained-progress");
        progress.getStyleClass().addAll("mono", "muted");
        running.getStyleClass().add("trained-running");
        running.managedProperty().bind(running.visibleProperty());
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinHeight(0);
        getChildren().setAll(line, running, content);
        model.trials().stateProperty().subscribe(_ -> show());
        model.trials().lineProperty().subscribe(_ -> show());
        model.trials().versionProperty().subscribe(_ -> show());
        model.trials().rankingProperty().subscribe(_ -> show());
        model.desk().theme().kindProperty().subscribe(_ -> show());
        model.trials().runningProperty().subscribe(run -> {
            run.ifPresent(this::follow);
            show();
        });
    }

    private void follow(RunningJob<?> run) {
        Runnable tell = () -> {
            bar.setProgress(run.progressProperty().get().fraction());
            progress.setText("%s  %s".formatted(run.progressProperty().get().text(), run.remainingText()));
        };
        run.progressProperty().subscribe(_ -> tell.run());
        run.stateProperty().subscribe(_ -> tell.run());
    }

    private void show() {
        WorkState state = model.trials().stateProperty().get();
        running.setVisible(state.isGoingOn());
        String said = model.trials().lineProperty().get();
        line.setText(state.isGoingOn() ? model.trials().runningProperty().get().map(RunningJob::name).orElse("") + "..." : said.isEmpty() ? INVITATION : said);
        if (state == WorkState.FAILED) {
            line.getStyleClass().add("wrong-mark");
        } else {
            line.getStyleClass().removeAll("wrong-mark");
        }
        Optional<SwitchedOff> ranking = model.trials().rankingProperty().get();
        Optional<Comparison> comparison = model.version().flatMap(Version::comparison);
        pseudoClassStateChanged(TOLD, ranking.isPresent() || comparison.isPresent());
        content.getChildren().setAll(ranking.map(this::ranking).or(() -> comparison.map(this::comparison)).stream().toList());
    }

    private Node comparison(Comparison of) {
        OpenNetwork network = model.version().orElseThrow().network();
        Label figure = new Label("%s → %s".formatted(Words.percent(of.before().evaluation()), Words.percent(of.after().evaluation())));
        figure.setId("trained-accuracy");
        figure.getStyleClass().addAll("figure", "trained-figure");
        figure.setMinWidth(USE_PREF_SIZE);
        Label counts = muted("%d → %d right of %s".formatted(of.before().evaluation().correct(), of.after().evaluation().correct(),
                Words.images(of.samples().size(), network.trained().part())));
        Label loss = muted("loss %.4f → %.4f".formatted(of.before().evaluation().loss(), of.after().evaluation().loss()));
        loss.getStyleClass().add("mono");
        VBox figures = new VBox(figure, counts, loss);
        figures.getStyleClass().add("trained-figures");
        figures.setMinWidth(USE_PREF_SIZE);
        ScrollPane flips = scroll(flips(of, network));
        HBox.setHgrow(flips, Priority.ALWAYS);
        ScrollPane classes = scroll(classes(of, network.trained().dataset().classes()));
        classes.getStyleClass().add("trained-class-column");
        HBox all = new HBox(figures, classes, flips);
        all.getStyleClass().add("trained-parts");
        return all;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static ScrollPane scroll(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "trained-scroll");
        return scroll;
    }

    /** The classes that changed most where there are many. */
    private static VBox classes(Comparison of, List<String> names) {
        List<Comparison.OfClass> all = of.classes(names.size());
        List<Integer> shown = IntStream.range(0, names.size()).boxed()
                .sorted((a, b) -> Integer.compare(change(all.get(b)), change(all.get(a)))).limit(MOST_CLASSES).sorted().toList();
        VBox rows = new VBox();
        rows.getStyleClass().add("trained-classes");
        rows.getChildren().add(muted(shown.size() < names.size() ? "right by class, the %d that changed most".formatted(MOST_CLASSES) : "right by class, before → after"));
        for (int klass : shown) {
            Comparison.OfClass each = all.get(klass);
            Label name = new Label(names.get(klass));
            name.getStyleClass().add("trained-class");
            Label count = new Label("%d → %d of %d".formatted(each.before(), each.after(), each.count()));
            count.getStyleClass().addAll("mono", "muted");
            count.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(name, bar(share(each.before(), each.count()), share(each.after(), each.count())), count);
            row.getStyleClass().add("trained-bar-row");
            rows.getChildren().add(row);
        }
        return rows;
    }

    private static int change(Comparison.OfClass each) {
        return Math.abs(each.after() - each.before());
    }

    private static double share(int part, int of) {
        return of == 0 ? 0 : (double) part / of;
    }

    /** A thin bar of what was, and below it one of what is. */
    private static VBox bar(double before, double after) {
        VBox both = new VBox(bar(before, "trained-bar-before"), bar(after, "trained-bar-after"));
        both.getStyleClass().add("trained-bars");
        return both;
    }

    private static Region bar(double share, String style) {
        Region bar = new Region();
        bar.getStyleClass().add(style);
        bar.setScaleX(share);
        // Scaled around its middle: moved back to the left edge.
        bar.widthProperty().subscribe(width -> bar.setTranslateX(-width.doubleValue() * (1 - share) / 2));
        return bar;
    }

    private VBox flips(Comparison of, OpenNetwork network) {
        List<Comparison.Flip> flips = of.flips();
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("trained-flips");
        Split samples = of.samples();
        List<String> names = network.trained().dataset().classes();
        flips.stream().limit(MOST_IMAGES).forEach(flip -> pane.getChildren().add(flip(flip, samples, names)));
        String words = flips.isEmpty() ? "No image is given another class."
                : flips.size() > MOST_IMAGES ? "images with another answer, the first %d of %d".formatted(MOST_IMAGES, flips.size())
                : "images with another answer: %d".formatted(flips.size());
        return new VBox(muted(words), pane);
    }

    private Button flip(Comparison.Flip flip, Split samples, List<String> names) {
        int cell = Math.max(1, THUMBNAIL / Math.max(samples.shape().at(1), samples.shape().at(2)));
        Button tile = new Button("was %s\n%s %s".formatted(names.get(flip.before()), flip.isMended() ? "✓" : "✗", names.get(flip.after())),
                new ImageView(FilterImage.sample(samples, flip.index(), cell, !model.desk().theme().kind().isDark())));
        tile.getStyleClass().addAll("trained-flip", flip.isMended() ? "right-mark" : "wrong-mark");
        tile.setId("trained-flip-" + flip.index());
        tile.setTooltip(new Tooltip("%s, %s #%d: %s before, %s now. Click to look at it above.".formatted(names.get(flip.label()),
                model.version().orElseThrow().network().trained().part(), flip.index(), names.get(flip.before()), names.get(flip.after()))));
        tile.setOnAction(_ -> model.sampleProperty().set(Optional.of(flip.index())));
        return tile;
    }

    private Node ranking(SwitchedOff of) {
        VBox rows = new VBox();
        rows.getStyleClass().add("trained-classes");
        rows.getChildren().add(muted("%s with one filter left out each; with all, %s of %s are right. The bars: how many fewer or more are right without it.".formatted(of.layer(),
                Words.percent(of.before().evaluation()), Words.images(of.before().evaluation().count(), model.version().orElseThrow().network().trained().part()))));
        int all = of.before().evaluation().correct();
        int largest = of.without().stream().mapToInt(each -> Math.abs(all - each.evaluation().correct())).max().orElse(0);
        for (SwitchedOff.Without each : of.ranking()) {
            int fewer = all - each.evaluation().correct();
            Hyperlink name = new Hyperlink("filter " + (each.filter() + 1));
            name.getStyleClass().addAll("link", "trained-class");
            name.setId("trained-without-" + each.filter());
            name.setOnAction(_ -> model.chooseFilter(each.filter()));
            Label count = new Label("%s right · %s · %s".formatted(Words.percent(each.evaluation()),
                    fewer == 0 ? "as many" : "%d %s".formatted(Math.abs(fewer), fewer > 0 ? "fewer" : "more"),
                    each.flips() == 1 ? "1 image gets another answer" : "%d images get another answer".formatted(each.flips())));
            count.getStyleClass().addAll("mono", "muted");
            VBox bar = new VBox(bar(share(Math.abs(fewer), largest), fewer > 0 ? "trained-bar-fewer" : "trained-bar-more"));
            bar.getStyleClass().add("trained-bars");
            HBox row = new HBox(name, bar, count);
            row.getStyleClass().add("trained-bar-row");
            rows.getChildren().add(row);
        }
        ScrollPane scroll = scroll(rows);
        scroll.setId("trained-ranking");
        return scroll;
    }
}
