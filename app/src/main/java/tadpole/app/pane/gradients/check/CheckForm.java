package tadpole.app.pane.gradients.check;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.app.form.FormModel;
import tadpole.app.pane.gradients.NetworkChoice;
import tadpole.app.pane.gradients.SampleChoice;
import tadpole.app.pane.gradients.Subject;
import tadpole.engine.inspect.CheckPlan;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** What is edited in the drawer: the subject, which the rooms share, and how it is checked. */
final class CheckForm {

    private static final List<Setting> SUBJECT = List.of(
            new Setting.Choice("network", "Network", NetworkChoice.SOFTMAX.name(),
                    Arrays.stream(NetworkChoice.values()).map(each -> new Setting.Option(each.name(), each.label())).toList(),
                    "Whose gradients are checked."),
            new Setting.Decimal("deviation", "W and b from N(0, d)", 0.1, 0.0, 100.0, "",
                    "Standard deviation of the start weights and biases. At 0.1 the lesson's wrong class is often near-certain, and the loss about 22. Default 0.1."),
            new Setting.Choice("samples", "Images", SampleChoice.PICKED.name(),
                    Arrays.stream(SampleChoice.values()).map(each -> new Setting.Option(each.name(), each.label())).toList(),
                    "On which images the gradients are computed."),
            new Setting.Whole("first", "First image", 0L, 0, 100_000_000, "", "Its index in the data set, counted from 0."),
            new Setting.Whole("count", "How many", 8L, 1, Subject.MOST_SAMPLES, "", "The gradients are those of their mean loss. Default 8."),
            new Setting.Switch("test", "Of the test set", false, "Whether the images are of the test part of the data set."),
            new Setting.Whole("start", "Seed of the start", 1L, 0, Long.MAX_VALUE, "", "Start weights and drawn images come from it."));

    private final FormModel subject = FormModel.of(SUBJECT);
    private final FormModel check = new FormModel(CheckPlan.RECIPE);
    private final Subject of;

    CheckForm(Subject of) {
        this.of = of;
        check.field("most").take(0L);
        subject.settingsProperty().subscribe(this::tell);
        of.networkProperty().subscribe(now -> subject.field("network").take(now.name()));
        of.samplesProperty().subscribe(now -> subject.field("samples").take(now.name()));
    }

    private void tell(Settings now) {
        of.deviationProperty().set(now.decimal("deviation"));
        of.firstProperty().set(now.whole("first"));
        of.countProperty().set(now.whole("count"));
        of.testProperty().set(now.on("test"));
        of.seedProperty().set((Long) now.asMap().get("start"));
        of.samplesProperty().set(SampleChoice.valueOf(now.choice("samples")));
        of.networkProperty().set(NetworkChoice.valueOf(now.choice("network")));
    }

    FormModel subject() {
        return subject;
    }

    FormModel check() {
        return check;
    }

    /** Whether a field of the subject has a say now. */
    static boolean counts(String key, Settings now) {
        SampleChoice samples = SampleChoice.valueOf(now.choice("samples"));
        return switch (key) {
            case "deviation" -> NetworkChoice.valueOf(now.choice("network")).hasDeviation();
            case "first" -> samples == SampleChoice.BY_INDEX;
            case "count", "test" -> samples == SampleChoice.BY_INDEX || samples == SampleChoice.DRAWN;
            default -> true;
        };
    }

    /** As it is, with one setting changed. */
    Settings with(String key, Object value) {
        Map<String, Object> values = new LinkedHashMap<>(check.settings().asMap());
        values.put(key, value);
        try {
            return CheckPlan.RECIPE.settings(values);
        } catch (SettingException impossible) {
            throw new IllegalArgumentException(impossible.getMessage(), impossible);
        }
    }

    /** What a check file says: its experiment, its samples in the training part as far as they follow each other, its settings. */
    void show(CheckPlan plan) {
        check.show(plan.settings());
        of.use(plan.experiment(), plan.samples());
    }

}
