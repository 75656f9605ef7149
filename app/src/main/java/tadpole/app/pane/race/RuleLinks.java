package tadpole.app.pane.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import tadpole.app.xray.NumberLink;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.inspect.RuleExplainer;
import tadpole.engine.surface.UpdateRule;

/** What the lines of an optimizer's rule give: each number opens its arithmetic, and the lines that it is made of are lit. */
final class RuleLinks {

    private final XRayLayer layer;
    private final Node lines;
    private final Supplier<Optional<RuleExplainer>> explainer;
    private final List<NumberLink> links = new ArrayList<>();

    /**
     * @param lines     all of the rule, which the card does not cover
     * @param explainer of the rule that is shown
     */
    RuleLinks(XRayLayer layer, Node lines, Supplier<Optional<RuleExplainer>> explainer) {
        this.layer = layer;
        this.lines = lines;
        this.explainer = explainer;
        layer.model().litProperty().subscribe(_ -> light());
    }

    /** The same link for the same line, step after step. */
    NumberLink link(int line, float value) {
        while (links.size() <= line) {
            int place = links.size();
            NumberLink link = new NumberLink(() -> explainer.get().ifPresent(now -> layer.open(now.line(place), lines)));
            link.setId("rule-value-" + place);
            link.getStyleClass().add("mono");
            link.setMinWidth(NumberLink.USE_PREF_SIZE);
            links.add(link);
        }
        links.get(line).show(UpdateRule.four(value), Float.toString(value));
        return links.get(line);
    }

    void light() {
        for (int i = 0; i < links.size(); i++) {
            int line = i;
            links.get(i).light(layer.model().litProperty().get(), explainer.get().map(now -> now.line(line)));
        }
    }
}
