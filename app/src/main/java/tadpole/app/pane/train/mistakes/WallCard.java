package tadpole.app.pane.train.mistakes;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.image.ImageWall;
import tadpole.app.job.RunningJob;
import tadpole.app.pane.train.Numbers;
import tadpole.engine.evaluation.AnswerHistory;

/** The wall of images in the order that is chosen. */
final class WallCard extends VBox {

    private final MistakesModel model;
    private final Label title = new Label();
    private final Label empty = new Label();
    private final Button again = new Button("Ask the moments");
    private final ProgressBar progress = new ProgressBar(0);
    private final ImageWall wall;

    /** @param follow shows the picked image layer by layer */
    WallCard(MistakesModel model, Runnable follow) {
        this.model = model;
        this.wall = new ImageWall(model.wall(), follow);
        setId("mistakes-wall-card");
        getStyleClass().addAll("card", "mistakes-wall-card");
        wall.setId("mistakes-wall");
        wall.setMinHeight(0);
        wall.setAccessibleText("Images in the order chosen above");
        title.setId("mistakes-wall-title");
        title.getStyleClass().add("muted");
        title.setMinWidth(0);
        empty.setId("mistakes-wall-empty");
        empty.getStyleClass().add("placeholder-text");
        empty.setWrapText(true);
        again.setId("ask-moments");
        again.getStyleClass().add("small-button");
        again.setTooltip(new Tooltip("Asks the recorded moments, spread over the run, about images spread over the part: whose answer changed most often?"));
        again.setOnAction(_ -> model.askMindsAgain());
        progress.managedProperty().bind(progress.visibleProperty());
        VBox middle = new VBox(8, empty, progress, again);
        middle.getStyleClass().add("mistakes-wall-middle");
        middle.visibleProperty().bind(empty.textProperty().isNotEmpty());
        middle.setPickOnBounds(false);
        StackPane images = new StackPane(wall, middle);
        images.setMinHeight(0);
        VBox.setVgrow(images, Priority.ALWAYS);
        getChildren().setAll(orders(), title, images);
        follow();
    }

    ImageWall wall() {
        return wall;
    }

    private Node orders() {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("mistakes-orders");
        ToggleGroup group = new ToggleGroup();
        for (Order each : Order.values()) {
            ToggleButton button = new ToggleButton(each.label());
            button.setId("order-" + each.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            button.setToggleGroup(group);
            button.setTooltip(new Tooltip(each.tip()));
            button.setUserData(each);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> {
                model.orderProperty().set(each);
                button.setSelected(true);
            });
            if (each == Order.CELL) {
                button.disableProperty().bind(Bindings.createBooleanBinding(() -> model.cellProperty().get().isEmpty(), model.cellProperty()));
            }
            row.getChildren().add(button);
        }
        model.orderProperty().subscribe(order -> group.getToggles().stream().filter(each -> each.getUserData() == order).forEach(group::selectToggle));
        return row;
    }

    private void follow() {
        model.wall().contentProperty().subscribe(_ -> {
            model.wall().zoomToRoom();
            say();
        });
        model.asking().answeredProperty().subscribe(_ -> say());
        model.orderProperty().subscribe(_ -> say());
        model.asked().runningProperty().subscribe(run -> {
            run.ifPresentOrElse(now -> progress.progressProperty().bind(Bindings.createDoubleBinding(() -> fraction(now), now.progressProperty())),
                    progress.progressProperty()::unbind);
            say();
        });
    }

    private static double fraction(RunningJob<AnswerHistory> now) {
        return now.progressProperty().get().fraction();
    }

    private void say() {
        Optional<Answered> now = model.asking().answeredProperty().get();
        int count = model.wall().contentProperty().get().map(each -> each.index().size()).orElse(0);
        Order order = model.orderProperty().get();
        boolean pictures = now.filter(each -> each.sight().network().dataset().hasPictures()).isPresent();
        boolean asks = model.asked().runningProperty().get().isPresent();
        boolean asked = model.mindsProperty().get().isPresent();
        title.setText(now.map(each -> title(each, order, count)).orElse(""));
        empty.setText(now.isEmpty() ? "" : !pictures ? "These samples are rows of numbers, no pictures. The matrix beside counts them."
                : count > 0 ? "" : nothing(order, asks, asked));
        progress.setVisible(asks && order == Order.CHANGED);
        again.setVisible(order == Order.CHANGED && !asks && pictures && count == 0);
        again.setManaged(again.isVisible());
        wall.setVisible(pictures);
    }

    private static String nothing(Order order, boolean asks, boolean asked) {
        return switch (order) {
            case CELL -> "No image of this cell.";
            case HARDEST -> "No images.";
            case SURE_AND_WRONG -> "No wrong answer among these images.";
            case UNSURE_AND_RIGHT -> "No right answer among these images.";
            case CHANGED -> asks ? "Asking the recorded moments ..." : asked ? "No answer changed between the recorded moments."
                    : "What did the recorded moments of this run say of these images?";
        };
    }

    private String title(Answered now, Order order, int count) {
        if (order == Order.CELL) {
            return model.cellProperty().get().map(now::say).orElse("") + " · " + order.first();
        }
        if (order == Order.CHANGED) {
            return model.mindsProperty().get().map(minds -> "%s of %s %s images, asked at %d recorded moments · %s".formatted(
                    Numbers.count(count), Numbers.count(minds.history().samples().length), minds.part().word(), minds.history().steps().length, order.first()))
                    .orElse(order.first());
        }
        return count >= now.sheet().size() ? now.samples() + " · " + order.first()
                : "%s of %s · %s".formatted(Numbers.count(count), now.samples(), order.first());
    }
}
