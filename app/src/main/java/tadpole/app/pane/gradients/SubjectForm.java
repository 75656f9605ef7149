package tadpole.app.pane.gradients;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tadpole.app.form.FormModel;
import tadpole.engine.inspect.SoftmaxPicture;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/** The subject as a form: always what the subject is, whoever changed it. */
public final class SubjectForm {

    private final FormModel fields = FormModel.of(List.of(
            new Setting.Choice("network", "Network", NetworkChoice.SOFTMAX.name(),
                    Arrays.stream(NetworkChoice.values()).map(each -> new Setting.Option(each.name(), each.label())).toList(),
                    "Whose numbers are looked at; the rooms Check and One step share it."),
            new Setting.Decimal("deviation", "W and b from N(0, d)", 0.1, 0.0, 100.0, "",
                    "Standard deviation of the start weights and biases. At 0.1 and pixels of mean 0 and deviation 1 a wrong class is often near-certain, "
                            + "and the lesson's loss is about 22."),
            SoftmaxPicture.PIXELS,
            new Setting.Choice("samples", "Images", SampleChoice.PICKED.name(),
                    Arrays.stream(SampleChoice.values()).map(each -> new Setting.Option(each.name(), each.label())).toList(),
                    "On which images the network is looked at."),
            new Setting.Whole("first", "First image", 0L, 0, 100_000_000, "", "Its index in the data set, counted from 0."),
            new Setting.Whole("count", "How many", 1L, 1, Subject.MOST_SAMPLES, "", "The loss is their mean, and the gradients are its gradients."),
            new Setting.Switch("test", "Of the test set", false, "Whether the images are of the test part of the data set."),
            new Setting.Whole("start", "Seed of the start", 1L, 0, Long.MAX_VALUE, "", "Start weights and drawn images come from it.")));
    private final Subject subject;
    private boolean following;

    public SubjectForm(Subject subject) {
        this.subject = subject;
        follow();
        fields.settingsProperty().addListener((_, _, now) -> tell(now));
        List.of(subject.networkProperty(), subject.samplesProperty(), subject.deviationProperty(), subject.pixelsProperty(), subject.firstProperty(),
                subject.countProperty(), subject.testProperty(), subject.seedProperty()).forEach(each -> each.addListener(_ -> follow()));
    }

    private void follow() {
        if (following) {
            return;
        }
        following = true;
        Map.of("network", (Object) subject.networkProperty().get().name(), "samples", subject.samplesProperty().get().name(),
                "deviation", subject.deviationProperty().get(), "pixels", subject.pixelsProperty().get(), "first", (long) subject.firstProperty().get(),
                "count", (long) subject.countProperty().get(), "test", subject.testProperty().get(), "start", subject.seedProperty().get())
                .forEach((key, value) -> fields.field(key).take(value));
        following = false;
    }

    private void tell(Settings now) {
        if (following) {
            return;
        }
        following = true;
        subject.deviationProperty().set(now.decimal("deviation"));
        subject.pixelsProperty().set(now.choice("pixels"));
        subject.firstProperty().set(now.whole("first"));
        subject.countProperty().set(now.whole("count"));
        subject.testProperty().set(now.on("test"));
        subject.seedProperty().set((Long) now.asMap().get("start"));
        subject.samplesProperty().set(SampleChoice.valueOf(now.choice("samples")));
        subject.networkProperty().set(NetworkChoice.valueOf(now.choice("network")));
        following = false;
    }

    public FormModel fields() {
        return fields;
    }

    /** Whether a field has a say now. */
    public boolean counts(String key) {
        NetworkChoice network = subject.networkProperty().get();
        SampleChoice samples = subject.samplesProperty().get();
        return switch (key) {
            case "deviation" -> network.hasDeviation();
            case "pixels" -> network.isBuiltIn();
            case "first" -> samples == SampleChoice.BY_INDEX;
            case "count", "test" -> samples == SampleChoice.BY_INDEX || samples == SampleChoice.DRAWN;
            default -> true;
        };
    }
}
