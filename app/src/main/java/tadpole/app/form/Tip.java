package tadpole.app.form;

import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import tadpole.engine.recipe.Setting;

/** What a setting says when one points at it: what it does, its default, its bounds. */
final class Tip {

    private Tip() {}

    static Tooltip tooltip(Setting setting) {
        Tooltip tip = new Tooltip(text(setting));
        tip.setShowDelay(Duration.millis(400));
        tip.setShowDuration(Duration.seconds(30));
        return tip;
    }

    static String text(Setting setting) {
        String standard = setting.help().contains("Default") ? "" : "Default " + standard(setting) + ".";
        String facts = (standard + " " + bounds(setting)).strip();
        return facts.isEmpty() ? setting.help() : setting.help() + "\n" + facts;
    }

    private static String standard(Setting setting) {
        return switch (setting) {
            case Setting.Switch on -> on.standard() ? "on" : "off";
            case Setting.Choice choice -> choice.options().stream()
                    .filter(option -> option.key().equals(choice.standard()))
                    .map(Setting.Option::label).findFirst().orElse(choice.standard());
            default -> {
                String text = SettingText.of(setting.standard());
                yield text.isEmpty() ? "none" : text;
            }
        };
    }

    private static String bounds(Setting setting) {
        return switch (setting) {
            case Setting.Decimal d -> "From " + SettingText.number(d.least()) + " to " + SettingText.number(d.most()) + ".";
            case Setting.Decimals d -> "Each from " + SettingText.number(d.least()) + " to " + SettingText.number(d.most()) + ".";
            case Setting.Whole w -> "From " + SettingText.number(w.least()) + " to " + SettingText.number(w.most()) + ".";
            case Setting.Choice _, Setting.Switch _ -> "";
        };
    }
}
