package tadpole.engine.inspect;

import java.util.List;
import tadpole.engine.recipe.SettingException;

/** The mistakes that can be planted. */
public final class Mistakes {

    /** A new mistake is one new file and one line here. */
    public static final List<Mistake> ALL = List.of(
            DroppedTranspose.MISTAKE,
            new ForgottenMean(),
            WrongMask.OF_GRADIENT,
            WrongMask.NONE,
            WrongParameters.FIRST_BIAS,
            WrongParameters.SIGN,
            WrongParameters.SHIFTED_BIAS,
            WrongStart.ZEROS,
            WrongStart.LARGE,
            WrongStep.STALE,
            WrongStart.POSITIVE,
            RowsToImage.MISTAKE,
            WrongStep.NOT_ZEROED);

    private Mistakes() {}

    /** @throws SettingException where there is no such mistake, with those that there are */
    public static Mistake find(String type) throws SettingException {
        return ALL.stream().filter(each -> each.text().type().equals(type)).findFirst().orElseThrow(
                () -> new SettingException("There is no mistake \"%s\"; known are %s."
                        .formatted(type, String.join(", ", ALL.stream().map(each -> each.text().type()).toList()))).at("mistake.type"));
    }
}
