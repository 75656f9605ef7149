package tadpole.app.pane.train.runs;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.chart.Digits;
import tadpole.app.chart.Pace;
import tadpole.app.pane.train.Exports;
import tadpole.app.pane.train.Run;

/** The list of runs, newest first. */
final class RunsDrawer extends VBox {

    private final RunsModel model;
    private final Exports exports;
    private final VBox list = new VBox();
    private final Label count = new Label();
    private final Label none = new Label("No run yet. Start trains the experiment that is set up in Charts.");
    private final Button seeds = RunRow.button("runs-seeds", "Run with %d seeds".formatted(SeedSeries.SEEDS),
            "Repeats the run that is looked at with other seeds, one after another: each uses all cores.", this::startSeeds);
    private final Label waiting = new Label();
    private final Hyperlink cancel = new Hyperlink("no more");

    RunsDrawer(RunsModel model, Exports exports) {
        this.model = model;
        this.exports = exports;
        setId("runs-drawer");
        getStyleClass().add("runs-drawer");
        Label title = new Label("Runs");
        title.getStyleClass().add("section-title");
        count.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, count);
        list.setId("run-list");
        list.getStyleClass().add("run-list");
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        waiting.setId("seeds-waiting");
        waiting.getStyleClass().add("muted");
        cancel.setId("seeds-cancel");
        cancel.getStyleClass().add("link");
        cancel.setOnAction(_ -> model.seeds().cancel());
        HBox foot = new HBox(8, waiting, cancel);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.visibleProperty().bind(model.seeds().leftProperty().greaterThan(0));
        foot.managedProperty().bind(foot.visibleProperty());
        model.seeds().leftProperty().subscribe(left -> waiting.setText("%d seed%s to come".formatted(left.intValue(), left.intValue() == 1 ? "" : "s")));
        seeds.setMaxWidth(Double.MAX_VALUE);
        getChildren().setAll(head, none, list, seeds, foot);
        Pace pace = new Pace(this::show);
        model.changesProperty().subscribe(_ -> pace.ask());
    }

    private void startSeeds() {
        lookedAt().ifPresent(model.seeds()::run);
    }

    private Optional<Run> lookedAt() {
        return model.runs().stream().filter(model::isLookedAt).findFirst();
    }

    private void show() {
        List<Run> newest = model.runs().reversed();
        boolean same = list.getChildren().size() == newest.size();
        for (int i = 0; same && i < newest.size(); i++) {
            same = ((RunRow) list.getChildren().get(i)).run() == newest.get(i);
        }
        if (!same) {
            // In the order of their beginning they get their looks.
            model.runs().forEach(model::look);
            list.getChildren().setAll(newest.stream().map(run -> new RunRow(model, exports, run)).toList());
        }
        list.getChildren().forEach(row -> ((RunRow) row).show());
        count.setText("%s shown of %s".formatted(Digits.count(model.shown().size()), Digits.count(newest.size())));
        count.setVisible(!newest.isEmpty());
        none.setVisible(newest.isEmpty());
        none.setManaged(newest.isEmpty());
        seeds.setVisible(!newest.isEmpty());
        seeds.setDisable(lookedAt().isEmpty() || model.seeds().leftProperty().get() > 0);
    }
}
