package tadpole.engine.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tadpole.engine.convolution.Border;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;

/** A convolution as Python text for PyTorch that computes the same: kernels as they are used, padding as it is set. */
public final class PyTorchSnippet {

    private PyTorchSnippet() {}

    /** @param name stands in the first line */
    public static String text(String name, ConvolutionPlan plan) {
        return """
                # %s
                # Written by Tadpole. %s
                import torch
                import torch.nn.functional as F

                # [out, in / groups, height, width]%s
                weight = torch.tensor(%s, dtype=torch.float32)
                bias = torch.tensor(%s, dtype=torch.float32)


                def convolve(x):
                    ""\"x: float32 [n, channels, height, width]%s""\"
                %s""".formatted(name.replaceAll("\\s+", " "), slides(plan), treatment(plan), weight(plan), bias(plan), takes(plan), body(plan));
    }

    private static String slides(ConvolutionPlan plan) {
        return plan.flip()
                ? "The kernel is turned by half a turn already, so torch's correlation gives the convolution of mathematics."
                : "The kernel slides as it is written: correlation, which torch calls convolution.";
    }

    private static String treatment(ConvolutionPlan plan) {
        String words = (plan.normalize() ? ", divided by its sum where that is not 0" : "") + (plan.gain() == 1 ? "" : ", times " + number(plan.gain()))
                + (plan.flip() ? ", turned" : "");
        return words.isEmpty() ? "" : ": the kernel as typed" + words;
    }

    private static String takes(ConvolutionPlan plan) {
        return switch (plan.mixing()) {
            case GRAY -> "; channels is 1, gray.\n\n    Gray of RGB is torch.floor(0.299 * r.double() + 0.587 * g.double() + 0.114 * b.double() + 0.5).float().\n    ";
            case EACH -> "; every channel alone.";
            case SUM -> "; channels is %d.".formatted(plan.filters().getFirst().kernels().size());
        };
    }

    private static String body(ConvolutionPlan plan) {
        boolean each = plan.mixing() == Mixing.EACH;
        StringBuilder lines = new StringBuilder();
        Padding padding = plan.padding();
        int top = padding.before(plan.height(), plan.dilation());
        int bottom = padding.after(plan.height(), plan.dilation());
        int left = padding.before(plan.width(), plan.dilation());
        int right = padding.after(plan.width(), plan.dilation());
        if (top + bottom + left + right > 0) {
            lines.append("    x = F.pad(x, (%d, %d, %d, %d), mode=\"%s\")  # left, right, top, bottom\n".formatted(
                    left, right, top, bottom, padding.border() == Border.ZEROS ? "constant" : padding.border().key()));
        }
        if (each) {
            lines.append("    channels = x.shape[1]\n");
        }
        lines.append("    y = F.conv2d(x, %s, %s, stride=%d, dilation=%d%s)\n".formatted(
                each ? "weight.repeat(channels, 1, 1, 1)" : "weight", each ? "bias.repeat(channels)" : "bias", plan.stride(), plan.dilation(),
                each ? ", groups=channels" : ""));
        return lines.append(plan.relu() ? "    return F.relu(y)\n" : "    return y\n").toString();
    }

    private static List<Filter> filters(ConvolutionPlan plan) {
        return plan.mixing() == Mixing.EACH ? plan.filters().subList(0, 1) : plan.filters();
    }

    private static String bias(ConvolutionPlan plan) {
        return filters(plan).stream().map(filter -> number(filter.bias())).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String weight(ConvolutionPlan plan) {
        return filters(plan).stream().map(filter -> filter.kernels().stream().map(kernel -> rows(plan.effective(kernel)))
                .collect(Collectors.joining(",\n\n     ", "[", "]"))).collect(Collectors.joining(",\n\n    ", "[\n    ", "]"));
    }

    private static String rows(Kernel kernel) {
        return IntStream.range(0, kernel.height())
                .mapToObj(u -> IntStream.range(0, kernel.width()).mapToObj(v -> number(kernel.at(u, v))).collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(",\n      ", "[", "]"));
    }

    /** With the fewest digits that give the float back, and a point, so that Python reads no whole number. */
    private static String number(float value) {
        return Float.toString(value).replace("E", "e");
    }

    public static void write(Path path, String name, ConvolutionPlan plan) throws FileException {
        SafeFile.write(path, out -> out.write(text(name, plan).getBytes(StandardCharsets.UTF_8)));
    }
}
