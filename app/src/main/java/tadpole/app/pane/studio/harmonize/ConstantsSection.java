package tadpole.app.pane.studio.harmonize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import tadpole.app.form.FormLayout;
import tadpole.app.form.FormModel;
import tadpole.app.form.SettingField;
import tadpole.engine.picture.harmonize.HarmonizePlan;
import tadpole.engine.recipe.Setting;

/** Every constant, folded away, each under what it belongs to. */
final class ConstantsSection extends VBox {

    private static final String OTHERS = "Size and steps";
    private static final String OPTIMIZER = "Optimizer";
    private static final String MATCHING = "Masks and matching";
    private static final Map<String, String> SINGLE = Map.ofEntries(Map.entry("automatic", "Pass 2"), Map.entry("optimizer", OPTIMIZER), Map.entry("history", OPTIMIZER),
            Map.entry("rate1", OPTIMIZER), Map.entry("rate2", OPTIMIZER), Map.entry("guarded", OPTIMIZER), Map.entry("firstStep", OPTIMIZER),
            Map.entry("stepCap", OPTIMIZER), Map.entry("counts2", MATCHING), Map.entry("histogramCounts", MATCHING), Map.entry("histogramRange", MATCHING),
            Map.entry("refine", MATCHING), Map.entry("window", MATCHING), Map.entry("measured", MATCHING), Map.entry("matched2", MATCHING), Map.entry("centered", MATCHING), Map.entry("margin1", MATCHING),
            Map.entry("margin2", MATCHING), Map.entry("detail", "Finish"));

    /** @param above stands before them */
    ConstantsSection(FormModel model, FormLayout layout, Node above) {
        getStyleClass().add("form");
        VBox all = new VBox(above);
        all.getStyleClass().add("form");
        groups(HarmonizePlan.RECIPE.settings()).forEach((name, settings) -> {
            Label heading = new Label(name);
            heading.getStyleClass().addAll("section-title", "constants-heading");
            all.getChildren().add(heading);
            settings.forEach(each -> all.getChildren().add(new SettingField(model.field(each.key()), layout)));
        });
        all.setVisible(false);
        all.managedProperty().bind(all.visibleProperty());
        Hyperlink link = new Hyperlink();
        link.getStyleClass().add("link");
        link.setId(layout.prefix() + "-more");
        link.textProperty().bind(all.visibleProperty().map(open -> open ? "Fewer" : "All constants"));
        link.setOnAction(_ -> {
            all.setVisible(!all.isVisible());
            link.setVisited(false);
        });
        getChildren().setAll(link, all);
    }

    /** By heading, in the order in which they are shown. A new constant that names its stage in its label needs nothing here. */
    static Map<String, List<Setting>> groups(List<Setting> settings) {
        Map<String, List<Setting>> groups = new LinkedHashMap<>();
        for (String name : List.of(OTHERS, "Pass 1", "Pass 2", OPTIMIZER, MATCHING, "Finish")) {
            groups.put(name, settings.stream().filter(each -> group(each).equals(name)).toList());
        }
        return groups;
    }

    private static String group(Setting setting) {
        return SINGLE.getOrDefault(setting.key(), List.of("Pass 1", "Pass 2", "Finish").stream().filter(setting.label()::startsWith).findFirst().orElse(OTHERS));
    }
}
