package tadpole.app.pane.kernels;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tadpole.app.form.FormModel;
import tadpole.engine.convolution.Border;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/** How the kernel goes over the picture, as a form that follows the plan and changes it. */
final class ConvolutionForm {

    private static final String NONE = "none";
    private static final String SAME = "same";
    private static final String PIXELS = "pixels";

    private static final List<Setting> SETTINGS = List.of(
            new Setting.Choice("channels", "Channels", name(Mixing.GRAY), List.of(
                    new Setting.Option(name(Mixing.GRAY), "Gray"),
                    new Setting.Option(name(Mixing.EACH), "Each one alone"),
                    new Setting.Option(name(Mixing.SUM), "Summed, as a layer")),
                    "Gray: of a colored picture 0.299 red + 0.587 green + 0.114 blue. Each one alone: the same kernel over every channel, and they stay apart "
                            + "(a depthwise convolution). Summed: every filter has a kernel for each channel and adds up what they give, as a layer does."),
            new Setting.Whole("stride", "Stride", 1L, 1, ConvolutionPlan.MOST_PIXELS, "pixels", "How far the window goes from one place to the next: 2 halves the output."),
            new Setting.Choice("padding", "Padding", SAME, List.of(
                    new Setting.Option(NONE, "None"),
                    new Setting.Option(SAME, "Same size"),
                    new Setting.Option(PIXELS, "By pixels")),
                    "How much is put around the picture. None: the window stays inside, the output shrinks by k - 1. Same size: as much that at stride 1 the output is as "
                            + "large as the picture."),
            new Setting.Whole(PIXELS, "On each side", 1L, 0, ConvolutionPlan.MOST_PIXELS, "pixels", "So many pixels above, below, left and right."),
            new Setting.Choice("border", "Border", Border.ZEROS.key(), Arrays.stream(Border.values())
                    .map(border -> new Setting.Option(border.key(), border.label())).toList(),
                    "What stands in the padding (padding_mode in PyTorch)."),
            new Setting.Whole("dilation", "Dilation", 1L, 1, ConvolutionPlan.MOST_PIXELS, "pixels", "How far apart the pixels under the kernel are: 2 leaves out every other one."));

    private final KernelsModel model;
    private final FormModel form = FormModel.of(SETTINGS);
    private boolean following;

    ConvolutionForm(KernelsModel model) {
        this.model = model;
        model.planProperty().subscribe(this::follow);
        form.settingsProperty().addListener((_, _, now) -> {
            if (!following) {
                model.change(plan -> changed(plan, now));
            }
        });
    }

    FormModel form() {
        return form;
    }

    /** Whether the number of pixels is asked for. */
    static boolean isByPixels(Settings settings) {
        return settings.choice("padding").equals(PIXELS);
    }

    /** What stands beside 1 2 3 4, such as "0 0 | 1 2 3 4 | 0 0". */
    static String example(Border border) {
        return switch (border) {
            case ZEROS -> "0 0 | 1 2 3 4 | 0 0";
            case REFLECT -> "3 2 | 1 2 3 4 | 3 2";
            case REPLICATE -> "1 1 | 1 2 3 4 | 4 4";
            case CIRCULAR -> "3 4 | 1 2 3 4 | 1 2";
        };
    }

    private void follow(ConvolutionPlan plan) {
        following = true;
        Padding padding = plan.padding();
        take("channels", name(plan.mixing()));
        take("stride", (long) plan.stride());
        boolean typedZero = isByPixels(form.settings()) && form.settings().whole(PIXELS) == 0;
        take("padding", padding.same() ? SAME : padding.pixels() == 0 && !typedZero ? NONE : PIXELS);
        if (!padding.same() && padding.pixels() > 0) {
            take(PIXELS, (long) padding.pixels());
        }
        take("border", padding.border().key());
        take("dilation", (long) plan.dilation());
        following = false;
    }

    /** Leaves a field alone that says the same already: what is being typed into it stays, but for a text that was refused. */
    private void take(String key, Object value) {
        if (!form.field(key).value().equals(value) || !form.field(key).refusalProperty().get().isEmpty()) {
            form.field(key).take(value);
        }
    }

    private static ConvolutionPlan changed(ConvolutionPlan plan, Settings now) {
        int pixels = isByPixels(now) ? now.whole(PIXELS) : 0;
        Border border = Arrays.stream(Border.values()).filter(each -> each.key().equals(now.choice("border"))).findFirst().orElseThrow();
        return plan.withMixing(Mixing.valueOf(now.choice("channels").toUpperCase(Locale.ROOT)))
                .withStride(now.whole("stride"))
                .withPadding(new Padding(now.choice("padding").equals(SAME), pixels, border))
                .withDilation(now.whole("dilation"));
    }

    private static String name(Mixing mixing) {
        return mixing.name().toLowerCase(Locale.ROOT);
    }
}
