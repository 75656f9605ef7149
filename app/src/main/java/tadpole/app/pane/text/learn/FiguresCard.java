package tadpole.app.pane.text.learn;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.job.WorkState;

/** Where the training is, in figures that one reads from the last row, and in one line. */
final class FiguresCard extends HBox {

    private static final String NOTHING = "–";

    private final LearnModel model;
    private final Label loss = figure("text-learn-loss");
    private final Label lossName = name("training loss");
    private final Label held = figure("text-learn-validation");
    private final Label heldName = name("validation");
    private final Label perplexity = figure("text-learn-perplexity");
    private final Label speed = figure("text-learn-speed");
    private final Label left = figure("text-learn-left");
    private final Label line = new Label();

    FiguresCard(LearnModel model) {
        this.model = model;
        getStyleClass().addAll("card", "text-learn-figures");
        line.setId("text-learn-line");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        Label step = name("");
        step.setId("text-learn-step");
        step.getStyleClass().add("mono");
        VBox words = new VBox(line, step);
        words.getStyleClass().add("text-learn-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(words, named(lossName, loss), named(heldName, held), named(name("perplexity"), perplexity), named(name("tokens/s"), speed), named(name("left"), left));
        model.toldProperty().subscribe(_ -> show(step));
        model.unitProperty().subscribe(_ -> show(step));
        model.stateProperty().subscribe(_ -> show(step));
        model.lineProperty().subscribe(_ -> show(step));
        model.estimateProperty().subscribe(_ -> show(step));
        model.study().factsProperty().subscribe(_ -> show(step));
        model.study().refusalProperty().subscribe(_ -> show(step));
        model.openedProperty().subscribe(_ -> show(step));
        model.runningProperty().subscribe(now -> now.ifPresent(job -> job.progressProperty().subscribe(_ -> left.setText(remaining()))));
    }

    private static Label figure(String id) {
        Label figure = new Label(NOTHING);
        figure.setId(id);
        figure.getStyleClass().addAll("mono", "text-learn-figure");
        figure.setMinWidth(USE_PREF_SIZE);
        return figure;
    }

    private static Label name(String text) {
        Label name = new Label(text);
        name.getStyleClass().addAll("muted", "text-learn-name");
        name.setMinWidth(USE_PREF_SIZE);
        return name;
    }

    private static Node named(Label name, Label figure) {
        VBox both = new VBox(figure, name);
        both.setMinWidth(USE_PREF_SIZE);
        return both;
    }

    private String remaining() {
        String words = model.remaining();
        return words.isEmpty() ? NOTHING : words.replace(" left", "");
    }

    private void show(Label step) {
        LearnFigures now = model.curves().figures();
        LossUnit unit = model.unitProperty().get() == LossUnit.PERPLEXITY ? LossUnit.NATS : model.unitProperty().get();
        set(loss, unit.of(now.loss()), "%.3f");
        set(held, unit.of(now.validation()), "%.3f");
        lossName.setText("training, " + unit.label().toLowerCase(Locale.ROOT));
        heldName.setText("validation, " + unit.label().toLowerCase(Locale.ROOT));
        double judged = Double.isFinite(now.validation()) ? now.validation() : now.loss();
        set(perplexity, Math.exp(judged), judged > Math.log(1000) ? "%.0f" : judged > Math.log(100) ? "%.1f" : "%.2f");
        perplexity.setTooltip(new Tooltip("exp of the nats per " + model.level().one() + (Double.isFinite(now.validation()) ? ", of the validation text" : ", of the training text")));
        speed.setText(Double.isFinite(now.speed()) ? grouped(now.speed()) : NOTHING);
        left.setText(model.stateProperty().get().isGoingOn() ? remaining() : NOTHING);
        step.setText(now.step() == 0 ? "" : "step %s · epoch %.2f of %d · rate %s".formatted(grouped(now.step()), now.epoch(), model.epochs(), LossPictures.rounded(now.rate())));
        line.setText(said());
    }

    private static void set(Label figure, double value, String format) {
        figure.setText(Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : NOTHING);
        figure.setTooltip(new Tooltip(Double.isFinite(value) ? Double.toString(value) : "Nothing measured yet."));
    }

    static String grouped(double number) {
        return String.format(Locale.ROOT, "%,.0f", number).replace(',', ' ');
    }

    private String said() {
        if (!model.lineProperty().get().isEmpty()) {
            return model.lineProperty().get();
        }
        if (!model.study().refusalProperty().get().isEmpty()) {
            return model.study().refusalProperty().get();
        }
        WorkState state = model.stateProperty().get();
        return switch (state) {
            case RUNNING -> "It reads the text in parallel streams and is told, after every token, which one came.";
            case PAUSED -> "Paused. Go on, or write with it as it is.";
            case READY, ENDED, FAILED -> model.openedProperty().get().isEmpty() ? "Open a text; a network learns to write like it."
                    : !model.canStart() ? "Measuring the text..." : model.estimateProperty().get();
        };
    }
}
