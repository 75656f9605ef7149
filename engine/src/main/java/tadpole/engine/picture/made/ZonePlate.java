package tadpole.engine.picture.made;

import java.util.List;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/** 127.5 + 127.5 cos(pi f r² / R): at the distance r from the middle it goes up and down f r / R times a pixel, in every direction. */
final class ZonePlate {

    static final Recipe<MadePicture> RECIPE = new Recipe<>("zonePlate", "Zone plate",
            "Rings that grow finer outward, so that each place holds one frequency: what a kernel dims here, it filters out.",
            List.of(
                    Sheet.width(255),
                    Sheet.height(255),
                    new Setting.Decimal("finest", "Finest rings", 0.5, 0.01, 1.0, "/px",
                            "Ups and downs per pixel at the nearer edge. Beyond 0.5 pixels cannot follow, and false rings appear (aliasing). Default 0.5.")),
            ZonePlate::make);

    private ZonePlate() {}

    private static Picture make(Settings settings) {
        double middleY = (settings.whole("height") - 1) / 2.0;
        double middleX = (settings.whole("width") - 1) / 2.0;
        double factor = Math.PI * settings.decimal("finest") / Math.min(middleY, middleX);
        return Sheet.fill(RECIPE.label(), settings, (y, x) -> {
            double square = (y - middleY) * (y - middleY) + (x - middleX) * (x - middleX);
            return 127.5 + 127.5 * StrictMath.cos(factor * square);
        });
    }
}
