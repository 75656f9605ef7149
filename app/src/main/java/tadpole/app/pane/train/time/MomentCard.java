package tadpole.app.pane.train.time;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.chart.Pace;
import tadpole.app.pane.train.Bench;
import tadpole.app.pane.train.Lab;
import tadpole.app.pane.train.Numbers;
import tadpole.app.pane.train.Run;
import tadpole.app.pane.train.Trail;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.resources.Resources;

/** The figures of the moment looked at. */
public final class MomentCard extends VBox {

    private static final String NOTHING = "–";

    private final TimeModel model;
    private final ObjectProperty<Optional<String>> right = new SimpleObjectProperty<>(Optional.empty());
    private final Row step = new Row("step", "step");
    private final Row epoch = new Row("epoch", "epoch");
    private final Row rate = new Row("rate", "rate");
    private final Row loss = new Row("loss", "loss, average");
    private final Row heldOut = new Row("right", "test right");

    public MomentCard(Bench bench) {
        Lab lab = bench.lab();
        this.model = new TimeModel(lab);
        setId("moment-card");
        getStyleClass().add("moment-card");
        getStylesheets().add(Resources.url("css/pane-train-time.css").toExternalForm());
        Label title = new Label("This moment");
        title.getStyleClass().add("section-title");
        getChildren().setAll(title, step, epoch, rate, loss, heldOut);
        Pace pace = new Pace(this::show);
        lab.runProperty().subscribe(pace::ask);
        lab.atProperty().subscribe(pace::ask);
        lab.onNews(_ -> pace.ask());
        right.subscribe(pace::ask);
        pace.ask();
    }

    /** The share of all test images that is right at this very moment, as text, where somebody asked them; else it is that of the last epoch. */
    public ObjectProperty<Optional<String>> rightProperty() {
        return right;
    }

    private void show() {
        Optional<Run> run = model.run();
        long at = model.at();
        Optional<Trail.Point> point = run.flatMap(each -> each.trail().at(at));
        step.show(model.isBack() ? "%s of %s".formatted(Numbers.count(at), Numbers.count(model.stands())) : Numbers.count(at));
        epoch.show(point.map(each -> String.format(Locale.ROOT, "%.2f", each.epoch())).orElse("0"));
        rate.show(point.map(each -> Numbers.shortest(each.rate())).or(() -> run.map(each -> Numbers.shortest(each.current().rate()))).orElse(NOTHING));
        loss.show(point.map(each -> Numbers.figure(each.loss())).orElse(NOTHING));
        showRight(run.flatMap(each -> each.endedBefore(at)));
    }

    private void showRight(Optional<EpochEnded> ended) {
        if (right.get().isPresent()) {
            heldOut.name("test right");
            heldOut.show(right.get().get());
            return;
        }
        heldOut.name(ended.flatMap(each -> each.heldOut().map(held -> "%s, epoch %d".formatted(held.name(), each.epoch()))).orElse("test right"));
        heldOut.show(ended.flatMap(EpochEnded::heldOut).map(each -> each.evaluation())
                .map(each -> each.hasAccuracy() ? Numbers.percent(each.accuracy()) : Numbers.figure(each.loss())).orElse(NOTHING));
    }

    private static final class Row extends HBox {

        private final Label name = new Label();
        private final Label value = new Label(NOTHING);

        Row(String id, String text) {
            getStyleClass().add("moment-row");
            name.setText(text);
            name.getStyleClass().add("moment-name");
            name.setMinWidth(0);
            value.setId("moment-" + id);
            value.getStyleClass().add("moment-value");
            value.setMinWidth(USE_PREF_SIZE);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            getChildren().setAll(name, space, value);
        }

        void name(String text) {
            name.setText(text);
        }

        void show(String text) {
            value.setText(text);
        }
    }
}
