package tadpole.engine.recipe;

import java.util.List;

/** A setting that cannot be used: the message names it, what was given, and what is accepted. */
public final class SettingException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String path;

    public SettingException(String sentence) {
        this(sentence, "", null);
    }

    private SettingException(String sentence, String path, SettingException cause) {
        super(sentence, cause);
        this.path = path;
    }

    /** The same sentence, and where in its file the setting is, such as layers[2] or data.augment[0]. */
    public SettingException at(String place) {
        return new SettingException(getMessage(), place, this);
    }

    /** Where in its file it is; empty where that is not known. */
    public String path() {
        return path;
    }

    static SettingException wrongKind(Setting setting, String accepted, Object given) {
        return new SettingException("%s (\"%s\") must be %s, but is %s."
                .formatted(setting.label(), setting.key(), accepted, Words.given(given)));
    }

    static SettingException outOfBounds(Setting setting, String least, String most, String given) {
        return new SettingException("%s (\"%s\") must be between %s and %s, but is %s."
                .formatted(setting.label(), setting.key(), least, most, given));
    }

    /** @param formula with the number put in */
    static SettingException outOfBounds(Setting setting, String least, String most, String given, String formula) {
        return new SettingException("%s (\"%s\") must be between %s and %s, but is %s: %s."
                .formatted(setting.label(), setting.key(), least, most, given, formula));
    }

    static SettingException noChoice(Setting setting, List<String> accepted, Object given) {
        return new SettingException("%s (\"%s\") must be one of %s, but is %s."
                .formatted(setting.label(), setting.key(), String.join(", ", accepted), Words.given(given)));
    }
}
