package tadpole.app.pane.gradients.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.chart.Digits;
import tadpole.app.pane.gradients.Studied;
import tadpole.engine.inspect.CheckedTensor;
import tadpole.engine.inspect.Judge;
import tadpole.engine.inspect.Judgment;
import tadpole.engine.inspect.Place;
import tadpole.engine.layer.Network;

/**
 * The network from its input to the loss: a click on a layer shows its parameters alone, or says while a mistake is searched that it is
 * there. Between the layers stands whether the gradient that passes is right.
 */
final class NetworkStrip extends ScrollPane {

    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private static final PseudoClass MANY = PseudoClass.getPseudoClass("many");
    private static final int FEW = 5;

    private record Box(OptionalInt layer, Button button, Label mark) {}

    private record Between(int layer, Label mark) {}

    private final CheckModel model;
    private final HBox row = new HBox();
    private final List<Box> boxes = new ArrayList<>();
    private final List<Between> between = new ArrayList<>();
    private Optional<Studied> built = Optional.empty();
    private boolean hunting;

    NetworkStrip(CheckModel model) {
        this.model = model;
        row.getStyleClass().add("network-strip");
        setContent(row);
        setFitToWidth(true);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("network-scroll");
        setFocusTraversable(false);
        setId("network-strip");
        model.newsProperty().subscribe(_ -> show());
        model.hunt().stateProperty().subscribe(_ -> show());
    }

    private void show() {
        boolean search = model.hunt().planted().isPresent();
        if (!built.equals(model.studied()) || search != hunting) {
            built = model.studied();
            hunting = search;
            build();
        }
        mark();
    }

    private void build() {
        row.pseudoClassStateChanged(MANY, built.filter(now -> now.network().stages().size() > FEW).isPresent());
        row.getChildren().clear();
        boxes.clear();
        between.clear();
        built.ifPresent(studied -> {
            Network network = studied.network();
            if (hunting) {
                place(Place.START, "start", "weights");
                gap();
            }
            box(OptionalInt.empty(), "x", studied.network().input().toString(), Optional.empty(), "The prepared input of one sample.");
            for (int k = 0; k < network.stages().size(); k++) {
                Network.Stage stage = network.stages().get(k);
                line(k);
                int parameters = stage.layer().parameters().stream().mapToInt(each -> each.size()).sum();
                box(OptionalInt.of(k), stage.name(), stage.output().toString(), Optional.of(Place.layer(stage.name())),
                        "%s gives %s%s.".formatted(stage.name(), stage.output(), parameters == 0 ? "" : " and has %s parameters".formatted(Digits.count(parameters))));
            }
            line(network.stages().size());
            box(OptionalInt.of(network.stages().size()), "loss", "1", Optional.of(Place.LOSS), "The mean loss of the samples.");
            if (hunting) {
                gap();
                place(Place.STEP, "step", "around");
            }
        });
    }

    /** Something that one can guess and that no layer is. */
    private void place(Place place, String name, String under) {
        box(OptionalInt.empty(), name, under, Optional.of(place), place.equals(Place.START)
                ? "The weights before the first step: click it if the mistake is there."
                : "What runs forward and backward: which weights it takes, which gradients it clears. Click it if the mistake is there.");
    }

    private void box(OptionalInt layer, String name, String under, Optional<Place> place, String tip) {
        Label title = new Label(name);
        title.getStyleClass().addAll("mono", "strip-name");
        Label shape = new Label(under);
        shape.getStyleClass().addAll("mono", "strip-shape");
        Label mark = new Label();
        mark.getStyleClass().add("strip-mark");
        mark.setMouseTransparent(true);
        StackPane.setAlignment(mark, Pos.TOP_RIGHT);
        VBox words = new VBox(title, shape);
        words.setAlignment(Pos.CENTER);
        Button button = new Button("", new StackPane(words, mark));
        button.setId("strip-" + name);
        button.getStyleClass().add("strip-box");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(name + " " + under);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> {
            if (model.hunt().isSearching() && place.isPresent()) {
                model.guess(place.get());
            } else if (layer.isPresent()) {
                model.toggleLayer(layer.getAsInt());
            } else {
                model.showAllLayers();
            }
        });
        boxes.add(new Box(layer, button, mark));
        row.getChildren().add(button);
    }

    private void gap() {
        Region space = new Region();
        space.setMinWidth(16);
        row.getChildren().add(space);
    }

    /** From what is before a layer to the layer. */
    private void line(int into) {
        Region line = new Region();
        line.getStyleClass().add("strip-line");
        Label mark = new Label();
        mark.getStyleClass().add("strip-between");
        StackPane both = new StackPane(line, mark);
        both.setMinWidth(16);
        HBox.setHgrow(both, Priority.ALWAYS);
        between.add(new Between(into, mark));
        row.getChildren().add(both);
    }

    private void mark() {
        List<CheckedTensor> tensors = model.soFar().tensors();
        Judge judge = Judge.of(tensors, model.settings());
        boxes.forEach(box -> {
            boolean all = box.layer().isPresent() && model.layerProperty().get().equals(box.layer());
            box.button().pseudoClassStateChanged(PICKED, all);
            Judgment judgment = box.layer().isEmpty() ? Judgment.UNKNOWN : worst(judge, tensors.stream()
                    .filter(each -> each.kind() == CheckedTensor.Kind.PARAMETER && each.layer() == box.layer().getAsInt()).toList());
            box.button().pseudoClassStateChanged(FAILED, judgment == Judgment.WRONG);
            show(judgment, box.mark());
        });
        between.forEach(each -> {
            List<CheckedTensor> passing = tensors.stream().filter(t -> t.kind() == CheckedTensor.Kind.PASSING && t.layer() == each.layer()).toList();
            Judgment judgment = worst(judge, passing);
            show(judgment, each.mark());
            each.mark().setTooltip(judgment == Judgment.UNKNOWN ? null : new Tooltip("The gradient that passes here is %s: norm %s."
                    .formatted(words(judgment), CheckWords.small(passing.getFirst().smoothNorm()))));
        });
    }

    /** The worst of some tensors. */
    private static Judgment worst(Judge judge, List<CheckedTensor> tensors) {
        List<Judgment> all = tensors.stream().map(judge::of).toList();
        return Stream.of(Judgment.WRONG, Judgment.UNTOLD, Judgment.RIGHT).filter(all::contains).findFirst().orElse(Judgment.UNKNOWN);
    }

    private static void show(Judgment judgment, Label mark) {
        mark.setText(CheckWords.mark(judgment));
        mark.getStyleClass().removeAll("right-mark", "wrong-mark", "caution-mark");
        switch (judgment) {
            case UNKNOWN -> {}
            case RIGHT -> mark.getStyleClass().add("right-mark");
            case WRONG -> mark.getStyleClass().add("wrong-mark");
            case UNTOLD -> mark.getStyleClass().add("caution-mark");
        }
        mark.setVisible(judgment != Judgment.UNKNOWN);
    }

    private static String words(Judgment judgment) {
        return judgment == Judgment.UNTOLD ? "not told by this step h" : judgment == Judgment.WRONG ? "wrong" : "right";
    }
}
