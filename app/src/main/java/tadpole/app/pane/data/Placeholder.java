package tadpole.app.pane.data;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import tadpole.app.job.RunningJob;
import tadpole.engine.dataset.Dataset;

/** What stands where the wall has nothing to show: being opened, nothing open, no image of a class. */
final class Placeholder extends VBox {

    private final DataPaneModel model;
    private final Runnable choose;

    /** @param choose lets the person choose a file */
    Placeholder(DataPaneModel model, Runnable choose) {
        this.model = model;
        this.choose = choose;
        setId("placeholder");
        getStyleClass().add("placeholder");
        model.datasetProperty().subscribe(this::fill);
        model.withoutPicturesProperty().subscribe(this::fill);
        model.wall().contentProperty().subscribe(this::fill);
        model.opening().underWayProperty().subscribe(this::fill);
        model.opening().runningProperty().subscribe(this::fill);
        model.opening().refusalProperty().subscribe(this::fill);
        model.opening().known().subscribe(this::fill);
    }

    private void fill() {
        getChildren().clear();
        setVisible(model.index().size() == 0);
        if (model.datasetProperty().get().isPresent()) {
            say(model.noImages());
        } else if (model.opening().runningProperty().get().isPresent()) {
            load(model.opening().runningProperty().get().get());
        } else if (!model.opening().underWayProperty().get().isEmpty()) {
            say(model.opening().underWayProperty().get() + " ...");
        } else {
            offer();
        }
    }

    private void load(RunningJob<Dataset> job) {
        say(job.name() + " ...");
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(job.progressProperty().map(progress -> progress.isKnown() ? progress.fraction() : -1.0));
        getChildren().add(bar);
    }

    private void offer() {
        String refusal = model.opening().refusalProperty().get();
        String open = model.withoutPicturesProperty().get();
        String offer = open.isEmpty() ? "Images and what they are: open a data set, or drop its files here."
                : "%s: points have no pictures; the Playground draws them. Open a data set of images here.".formatted(open);
        say(refusal.isEmpty() ? offer : refusal);
        model.opening().known().stream().findFirst().ifPresentOrElse(
                first -> button("Open " + first.title(), () -> model.opening().open(first.path())),
                () -> button("Choose a file", choose));
    }

    private void say(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add("placeholder-text");
        getChildren().add(label);
    }

    private void button(String text, Runnable run) {
        Button button = new Button(text);
        button.setId("placeholder-open");
        button.setOnAction(_ -> run.run());
        getChildren().add(button);
    }
}
