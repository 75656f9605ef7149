package tadpole.app.pane.gradients.softmax;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.chart.Digits;
import tadpole.app.image.PixelGrid;
import tadpole.app.image.PixelModel;
import tadpole.app.image.PixelView;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.SoftmaxNumbers;
import tadpole.engine.inspect.SoftmaxPicture;
import tadpole.engine.inspect.SoftmaxStart;
import tadpole.engine.inspect.StartCount;
import tadpole.engine.inspect.StartExplainer;

/** The lesson's frog: a picture through random W and b, its probabilities and its loss, and what other starts make of it. */
final class PictureSection extends VBox {

    /** Of the width, for the picture. */
    private static final double SHARE = 0.31;

    private final SoftmaxRoomModel model;
    private final XRayLayer xray;
    private final PixelModel pixels = new PixelModel();
    private final Label name = Parts.title("");
    private final TextField index = new TextField();
    private final GridPane grid = new GridPane();
    private final OpenNumber loss;
    private final Label chance = Parts.mono("");
    private final Label answer = Parts.mono("");
    private final Label count = Parts.words("starts-said");
    private final Label lesson = Parts.words("lesson-said");

    PictureSection(SoftmaxRoomModel model, XRayLayer xray) {
        this.model = model;
        this.xray = xray;
        this.loss = new OpenNumber(xray, new Address.SampleLoss(0)).named("picture-loss");
        getStyleClass().add("soft-section");
        for (int i = 0; i < 4; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(i == 2 ? Priority.ALWAYS : Priority.NEVER);
            grid.getColumnConstraints().add(column);
        }
        grid.getStyleClass().add("picture-grid");
        answer.setId("picture-answer");
        HBox figures = new HBox(Parts.figure("loss, nats", loss), Parts.figure("chance, ln of classes", chance), Parts.figure("most likely", answer), Parts.gap(), again());
        figures.getStyleClass().add("soft-figures");
        VBox numbers = Parts.card(grid, figures);
        VBox.setVgrow(grid, Priority.ALWAYS);
        HBox.setHgrow(numbers, Priority.ALWAYS);
        VBox picture = picture();
        HBox both = new HBox(picture, numbers);
        picture.prefWidthProperty().bind(both.widthProperty().multiply(SHARE));
        both.getStyleClass().add("soft-charts");
        VBox.setVgrow(both, Priority.ALWAYS);
        count.getStyleClass().add("soft-said");
        getChildren().setAll(both, Parts.card(count, lesson));
        model.figuresProperty().subscribe(now -> {
            now.ifPresent(this::show);
            if (now.isEmpty()) {
                grid.getChildren().clear();
                count.setText(model.lackProperty().get());
            }
        });
    }

    private VBox picture() {
        PixelView view = new PixelView(pixels);
        view.setMouseTransparent(true);
        VBox.setVgrow(view, Priority.ALWAYS);
        index.setId("picture-index");
        index.getStyleClass().addAll("mono", "logit-field");
        index.setTooltip(new Tooltip("The place of the picture in its part of the data set, from 0. A picture picked in Data comes here too."));
        index.setOnAction(_ -> enter());
        HBox places = new HBox(step("before", Material2OutlinedAL.CHEVRON_LEFT, "The picture before", -1), index,
                step("next", Material2OutlinedAL.CHEVRON_RIGHT, "The next picture", 1));
        places.getStyleClass().add("soft-buttons");
        name.setId("picture-name");
        VBox card = Parts.card(name, view, places);
        card.getStyleClass().add("picture-card");
        return card;
    }

    private Button again() {
        Button again = new Button("Draw again", new FontIcon(Material2OutlinedMZ.SHUFFLE));
        again.setId("draw-again");
        again.getStyleClass().add("tool-button");
        again.setTooltip(new Tooltip("Other W and b of the same deviation: the next seed."));
        again.setOnAction(_ -> model.drawAgain());
        again.setMinWidth(Region.USE_PREF_SIZE);
        return again;
    }

    private Button step(String id, Material2OutlinedAL icon, String spoken, int by) {
        Button button = new Button("", new FontIcon(icon));
        button.setId("picture-" + id);
        button.getStyleClass().addAll("tool-button", "icon-button");
        button.setAccessibleText(spoken);
        button.setTooltip(new Tooltip(spoken));
        button.setOnAction(_ -> model.lookAt(model.plan().picture().index() + by));
        return button;
    }

    private void enter() {
        try {
            model.lookAt(Integer.parseInt(index.getText().strip()));
        } catch (NumberFormatException none) {
            index.setText(Integer.toString(model.plan().picture().index()));
        }
    }

    private void show(StartFigures figures) {
        SoftmaxStart start = figures.start();
        SoftmaxPicture plan = start.plan();
        List<String> classes = start.dataset().classes();
        pixels.show(PixelGrid.of(start.split(), plan.index(), List.of()));
        name.setText("%s, %s #%d".formatted(classes.get(start.label()), plan.test() ? "test" : "train", plan.index()));
        index.setText(Integer.toString(plan.index()));
        SoftmaxNumbers numbers = start.numbers();
        rows(numbers, classes);
        loss.show(numbers.nats());
        chance.setText(Digits.shortest(numbers.chance()));
        answer.setText(classes.get(start.answer()));
        answer.getStyleClass().removeAll("right-mark", "wrong-mark");
        boolean right = start.answer() == start.label();
        answer.getStyleClass().add(right ? "right-mark" : "wrong-mark");
        answer.setGraphic(new FontIcon(right ? Material2OutlinedAL.CHECK : Material2OutlinedAL.CLOSE));
        count.setText(said(figures.count()));
        lesson.setText(lesson(plan));
    }

    private void rows(SoftmaxNumbers numbers, List<String> classes) {
        grid.getChildren().clear();
        grid.getRowConstraints().clear();
        RowConstraints head = new RowConstraints();
        head.setVgrow(Priority.NEVER);
        grid.getRowConstraints().add(head);
        grid.addRow(0, Parts.muted("class"), Parts.muted("logit"), Parts.muted("probability"), Parts.muted(""));
        for (int i = 0; i < numbers.classes(); i++) {
            boolean right = i == numbers.right();
            Label label = new Label(classes.get(i));
            label.setMinWidth(0);
            if (right) {
                label.getStyleClass().add("section-title");
                label.setGraphic(new FontIcon(Material2OutlinedAL.CHECK));
                label.getStyleClass().add("right-mark");
            }
            OpenNumber logit = new OpenNumber(xray, new Address.Activation(StartExplainer.LAYER, 0, i)).named("picture-logit-" + i).styled("number-cell");
            logit.show(numbers.logit(i));
            ShareBar bar = new ShareBar();
            bar.show(numbers.probability(i), right);
            OpenNumber probability = new OpenNumber(xray, new Address.Probability(0, i)).named("picture-p-" + i).styled("number-cell");
            probability.show(numbers.probability(i));
            grid.addRow(i + 1, label, logit, bar, probability);
            RowConstraints row = new RowConstraints();
            row.setVgrow(Priority.ALWAYS);
            grid.getRowConstraints().add(row);
        }
    }

    private static String said(StartCount count) {
        return "%d starts of this deviation: a wrong class over 0.9 in %s, over 0.99 in %s, the right class first in %s. Loss %s on average, from %s to %s; 20 and more in %s."
                .formatted(count.starts(), percent(count.likelyShare()), percent(count.sureShare()), percent(count.rightShare()), Digits.shortest(count.meanLoss()),
                        Digits.shortest(count.least()), Digits.shortest(count.greatest()), percent(count.shareFrom(20)));
    }

    private static String percent(double share) {
        return "%s %%".formatted(Digits.shortest(100 * share));
    }

    /** Measured on CIFAR-10's training picture 104 with deviation 0.1, 100 starts; see samples/experiments/README.md. */
    private static String lesson(SoftmaxPicture plan) {
        return switch (plan.pixels()) {
            case "standardized" -> "The lesson's loss of about 22 is of such pixels, mean 0 and deviation 1: on its frog (CIFAR-10, train #104) 18 of 100 starts lose 20 and more.";
            case "unit" -> "The lesson's loss of about 22 does not come with pixels 0 to 1: on its frog (CIFAR-10, train #104) the greatest of 100 losses is 10.5. Try mean 0, deviation 1.";
            default -> "The lesson's loss of about 22 does not come with pixels 0 to 255: on its frog (CIFAR-10, train #104) losses are 920 on average. Try mean 0, deviation 1.";
        };
    }
}
