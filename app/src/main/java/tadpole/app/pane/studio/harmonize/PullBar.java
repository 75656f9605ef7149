package tadpole.app.pane.studio.harmonize;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import tadpole.engine.picture.pull.PullName;

/** One kind of loss: its name, its share as a bar, its percent. A click leaves it out or takes it in again. */
final class PullBar extends Button {

    private static final double LEAST = 4;

    private final Looks looks;
    private final Track track = new Track();
    private final Label percent = new Label();
    private boolean muted;

    /** @param mute told whether the loss is to be left out */
    PullBar(PullName.Kind kind, Consumer<Boolean> mute) {
        looks = Looks.of(kind);
        setId("pull-" + kind.name().toLowerCase(Locale.ROOT));
        getStyleClass().setAll("pull-bar");
        setMaxWidth(Double.MAX_VALUE);
        Label name = new Label(looks.label());
        name.getStyleClass().add("pull-name");
        percent.getStyleClass().addAll("mono", "pull-percent");
        track.getStyleClass().add("pull-track");
        track.fill.getStyleClass().add("pull-" + looks.token());
        HBox.setHgrow(track, Priority.ALWAYS);
        HBox row = new HBox(name, track, percent);
        row.getStyleClass().add("pull-row");
        row.prefWidthProperty().bind(widthProperty());
        setGraphic(row);
        setTooltip(new Tooltip());
        setOnAction(_ -> mute.accept(!muted));
        show(0, HarmonizeModel.Silence.NONE, false);
    }

    /** @param acts whether the loss takes part in the stage at all */
    void show(double share, HarmonizeModel.Silence silence, boolean acts) {
        muted = silence == HarmonizeModel.Silence.ALL;
        boolean partly = silence == HarmonizeModel.Silence.PARTLY;
        track.share = share;
        track.requestLayout();
        percent.setText(muted ? "muted" : acts ? PullsSection.percent(share) : "–");
        getStyleClass().removeAll("pull-muted");
        if (muted) {
            getStyleClass().add("pull-muted");
        }
        String what = muted ? "Click to take it in again." : partly ? "Some of its layers are left out in See inside." : "Click to leave it out; the run goes on.";
        getTooltip().setText(looks.help() + " " + what);
        setAccessibleText("%s %s. %s".formatted(looks.label(), percent.getText(), what));
    }

    private static final class Track extends StackPane {

        private final Region fill = new Region();
        private double share;

        Track() {
            fill.setManaged(false);
            fill.getStyleClass().add("pull-fill");
            getChildren().add(fill);
        }

        @Override
        protected void layoutChildren() {
            fill.resizeRelocate(0, 0, share <= 0 ? 0 : Math.max(LEAST, Math.round(share * getWidth())), getHeight());
        }
    }
}
