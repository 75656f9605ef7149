package tadpole.engine.recipe;

import java.util.List;

/** A setting that cannot be used: the message names it, what was given, and what is accepted. */
public final class SettingException extends Exception {

    private static final long serialVersionUID = 1L;

    public SettingException(String sentence) {
        super(sentence);
    }

    static SettingException wrongKind(Setting setting, String accepted, Object given) {
        return new SettingException("%s (\"%s\") must be %s, but is %s."
                .formatted(setting.label(), setting.key(), accepted, Words.given(given)));
    }

    static SettingException outOfBounds(Setting setting, String least, String most, String given) {
        return new SettingException("%s (\"%s\") must be between %s and %s, but is %s."
                .formatted(setting.label(), setting.key(), least, most, given));
    }

    static SettingException noChoice(Setting setting, List<String> accepted, Object given) {
        return new SettingException("%s (\"%s\") must be one of %s, but is %s."
                .formatted(setting.label(), setting.key(), String.join(", ", accepted), Words.given(given)));
    }
}
