package tadpole.app.pane.playground.points;

import java.util.Map;
import java.util.Optional;
import javafx.scene.paint.Color;
import tadpole.app.pane.playground.points.Columns.Number;
import tadpole.app.pane.playground.points.Columns.Unit;
import tadpole.app.shell.Theme;
import tadpole.app.xray.Lit;
import tadpole.app.xray.Mark;
import tadpole.engine.formula.Address;

/** What of the network is lit because an arithmetic is open, in the colors of its formula. */
final class Lights {

    private static final Map<Mark, String> TOKENS = Map.of(
            Mark.SELF, "accent", Mark.FIRST, "training", Mark.SECOND, "validation", Mark.THIRD, "hue-3");

    private final PlayXRay xray;
    private final Theme theme;

    Lights(PlayXRay xray, Theme theme) {
        this.xray = xray;
        this.theme = theme;
    }

    boolean any() {
        return xray.model().openProperty().get();
    }

    Optional<Color> unit(Unit unit) {
        return color(xray.addresses(unit));
    }

    Optional<Color> number(Number number) {
        return color(xray.addresses(number));
    }

    private Optional<Color> color(Iterable<Address> addresses) {
        Lit lit = xray.model().litProperty().get();
        for (Address address : addresses) {
            Optional<Mark> mark = lit.at(address);
            if (mark.isPresent()) {
                return mark.map(each -> theme.color(TOKENS.get(each)));
            }
        }
        return Optional.empty();
    }
}
