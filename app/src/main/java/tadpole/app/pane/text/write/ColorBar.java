package tadpole.app.pane.text.write;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import tadpole.app.pane.text.Coloring;
import tadpole.app.pane.text.TextModel;
import tadpole.engine.language.UnitSearch;

/** What the colors under the text say, and how strong each is. */
final class ColorBar extends HBox {

    private static final double WIDE = 108;

    private final WriteModel model;
    private final TextModel text;
    private final Label about = new Label();
    private final Label least = new Label();
    private final Label most = new Label();
    private final Rectangle scale = new Rectangle(WIDE, 8);
    private final HBox unit = new HBox();
    private final Label unitName = new Label();

    ColorBar(WriteModel model) {
        this.model = model;
        text = model.text();
        getStyleClass().add("color-bar");
        HBox choice = new HBox();
        choice.getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (Coloring each : Coloring.values()) {
            ToggleButton button = new ToggleButton(each.label());
            button.setId("color-" + each.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.getStyleClass().add("segment");
            button.setMinWidth(USE_PREF_SIZE);
            text.coloringProperty().subscribe(now -> button.setSelected(now == each));
            button.setOnAction(_ -> {
                button.setSelected(true);
                text.coloringProperty().set(each);
            });
            choice.getChildren().add(button);
        }
        choice.setMinWidth(USE_PREF_SIZE);
        about.setId("color-about");
        about.getStyleClass().add("muted");
        about.setMinWidth(0);
        scale.setArcWidth(6);
        scale.setArcHeight(6);
        scale.getStyleClass().add("color-scale");
        least.getStyleClass().addAll("mono", "muted");
        most.getStyleClass().addAll("mono", "muted");
        for (Label each : List.of(least, most)) {
            each.setMinWidth(USE_PREF_SIZE);
        }
        unitName.setId("unit-name");
        unitName.getStyleClass().add("mono");
        unitName.setMinWidth(USE_PREF_SIZE);
        unit.getStyleClass().add("unit-choice");
        unit.setMinWidth(USE_PREF_SIZE);
        unit.getChildren().setAll(step("unit-before", "‹", "The unit before", -1), unitName, step("unit-next", "›", "The next unit", 1));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(choice, unit, about, space, least, scale, most);
        text.coloringProperty().subscribe(_ -> show());
        text.unitProperty().subscribe(_ -> show());
        text.modelProperty().subscribe(_ -> show());
        text.cacheProperty().subscribe(_ -> show());
        text.desk().theme().kindProperty().subscribe(_ -> show());
    }

    private Button step(String id, String sign, String words, int by) {
        Button button = new Button(sign);
        button.setId(id);
        button.getStyleClass().addAll("small-button", "unit-step");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(_ -> model.unit().choose(text.unitProperty().get().map(UnitSearch.Unit::index).orElse(0) + by));
        return button;
    }

    private void show() {
        Coloring now = text.coloringProperty().get();
        Tint tint = new Tint(now, text.desk().theme()::color);
        boolean colored = now != Coloring.PLAIN;
        for (Region each : List.of(least, most)) {
            each.setVisible(colored);
        }
        scale.setVisible(colored);
        least.setText(tint.least());
        most.setText(tint.most());
        scale.setFill(gradient(tint, now == Coloring.UNIT ? -1 : 0));
        boolean off = now == Coloring.SHARE && text.cacheProperty().get().isEmpty();
        about.setText(off ? "Switch the pointer cache on to see its share." : tint.about(model.isWords() ? "word" : "letter"));
        unit.setVisible(now == Coloring.UNIT);
        unit.setManaged(unit.isVisible());
        unitName.setText(text.unitProperty().get().map(each -> "%s %s %d of %d".formatted(each.stage(), each.which(), each.index(), model.unit().units())).orElse("unit 1"));
    }

    private LinearGradient gradient(Tint tint, double from) {
        Color none = text.desk().theme().color("surface");
        List<Stop> stops = IntStream.rangeClosed(0, 8).mapToObj(i -> {
            double share = i / 8.0;
            return new Stop(share, tint.at(from + share * (1 - from)).orElse(none));
        }).toList();
        return new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops);
    }
}
