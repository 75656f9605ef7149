package tadpole.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import tadpole.resources.Resources;

/** Dresses a scene, and dresses it anew when theme or type size change. */
final class Looks {

    private final Scene scene;
    private final Theme theme;
    private final TypeSize size;

    Looks(Scene scene, Theme theme, TypeSize size) {
        this.scene = scene;
        this.theme = theme;
        this.size = size;
        theme.kindProperty().subscribe(this::dress);
        size.percentProperty().subscribe(this::dress);
        dress();
    }

    private void dress() {
        String base = (theme.kind().isDark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
        if (!base.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(base);
        }
        List<String> sheets = new ArrayList<>();
        theme.kind().sheets().forEach(sheet -> sheets.add(address(sheet)));
        sheets.add(address("app.css"));
        sheets.add(address("xray.css"));
        if (size.percent() != TypeSize.STANDARD) {
            sheets.add(typeSheet(size.percent() / 100.0));
        }
        scene.getStylesheets().setAll(sheets);
    }

    private static String address(String sheet) {
        return Resources.url("css/" + sheet).toExternalForm();
    }

    /** A sheet, not a style of the root: menus and tips, which have roots of their own, take it over too. */
    private static String typeSheet(double factor) {
        String css = ".root{-fx-font-size:%spx;} .ikonli-font-icon{-fx-icon-size:%spx;} .rail .ikonli-font-icon{-fx-icon-size:%spx;}"
                .formatted(13 * factor, 18 * factor, 20 * factor);
        return "data:text/css;charset=utf-8," + URLEncoder.encode(css, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
