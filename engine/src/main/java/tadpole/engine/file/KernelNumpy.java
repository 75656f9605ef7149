package tadpole.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.Kernel;

/**
 * Kernels as text for {@code numpy.loadtxt}: a first line such as {@code # shape 2 3 3 3} (filters, channels, height, width), one that
 * says that these are the kernels as typed, then one line of numbers for each row of each kernel. One kernel alone has the shape (height, width).
 */
public final class KernelNumpy {

    private static final int MOST_BYTES = 1 << 22;
    private static final int HEAD = 1 << 12;
    private static final double MOST_VALUE = 1e6;
    private static final Pattern SHAPE = Pattern.compile("#.*?\\bshape((?:\\s+\\d{1,5})+).*");

    private static final String AS_TYPED = "# As typed: not divided by its sum, without gain and bias, not turned.\n";

    private KernelNumpy() {}

    /** The kernels as they are typed, without their biases; every number gives its float back. */
    public static String text(List<Filter> filters) {
        List<Kernel> kernels = filters.stream().flatMap(filter -> filter.kernels().stream()).toList();
        Kernel first = kernels.getFirst();
        String head = kernels.size() == 1
                ? ("# shape %d %d: numpy.loadtxt(file, dtype=numpy.float32, ndmin=2)\n" + AS_TYPED).formatted(first.height(), first.width())
                : ("# shape %1$d %2$d %3$d %4$d: numpy.loadtxt(file, dtype=numpy.float32, ndmin=2).reshape(%1$d, %2$d, %3$d, %4$d)\n" + AS_TYPED)
                        .formatted(filters.size(), kernels.size() / filters.size(), first.height(), first.width());
        return kernels.stream().map(KernelNumpy::rows).collect(Collectors.joining("", head, ""));
    }

    private static String rows(Kernel kernel) {
        return IntStream.range(0, kernel.height())
                .mapToObj(u -> IntStream.range(0, kernel.width()).mapToObj(v -> JsonLayout.line(KernelFile.decimal(kernel.at(u, v))))
                        .collect(Collectors.joining(" ", "", "\n")))
                .collect(Collectors.joining());
    }

    /** What {@link #text} wrote, or {@code numpy.savetxt}; without a shape the lines are one kernel. Biases are 0. */
    public static List<Filter> read(Path path) throws FileException {
        String file = FileHead.fileName(path);
        List<float[]> rows = new ArrayList<>();
        int[] shape = {};
        int number = 0;
        for (String line : TextFile.read(path, "a text with numbers", MOST_BYTES).lines().toList()) {
            number++;
            Matcher matcher = SHAPE.matcher(line);
            if (matcher.matches()) {
                shape = Pattern.compile("\\s+").splitAsStream(matcher.group(1).strip()).mapToInt(Integer::parseInt).toArray();
            }
            String numbers = line.contains("#") ? line.substring(0, line.indexOf('#')) : line;
            if (!numbers.isBlank()) {
                rows.add(row(file, number, numbers.strip(), rows));
            }
        }
        if (rows.isEmpty()) {
            throw new FileException(file + " holds no numbers; a line for each row of the kernel is expected.");
        }
        return filters(file, rows, shape);
    }

    /** Whether its first line that is no comment holds nothing but numbers; false also where it cannot be read. */
    public static boolean looksLikeOne(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            String start = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            return start.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).findFirst().map(line -> line.matches("[-+.,;eE\\d\\s]+")).orElse(false);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static float[] row(String file, int line, String text, List<float[]> before) throws FileException {
        String[] parts = text.split("[\\s,;]+");
        if (!before.isEmpty() && before.getFirst().length != parts.length) {
            throw new FileException("%s, line %d: Every row has as many numbers as the first, %d, but this one has %d."
                    .formatted(file, line, before.getFirst().length, parts.length));
        }
        float[] values = new float[parts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(file, line, parts[i]);
        }
        return values;
    }

    private static float number(String file, int line, String text) throws FileException {
        try {
            double value = Double.parseDouble(text);
            if (Math.abs(value) <= MOST_VALUE) {
                return (float) value;
            }
        } catch (NumberFormatException noNumber) {
            throw new FileException("%s, line %d: \"%s\" is no number; one such as -2 or 0.5 is expected.".formatted(file, line, text), noNumber);
        }
        throw new FileException("%s, line %d: A kernel's number is from -1000000 to 1000000, but is %s.".formatted(file, line, text));
    }

    private static List<Filter> filters(String file, List<float[]> rows, int[] shape) throws FileException {
        if (shape.length != 0 && shape.length != 2 && shape.length != 4) {
            throw new FileException("%s: A shape has 2 numbers (height, width) or 4 (filters, channels, height, width), but here are %d.".formatted(file, shape.length));
        }
        boolean many = shape.length == 4;
        int out = many ? shape[0] : 1;
        int in = many ? shape[1] : 1;
        int height = many ? shape[2] : shape.length == 2 ? shape[0] : rows.size();
        int width = many ? shape[3] : shape.length == 2 ? shape[1] : rows.getFirst().length;
        if (out > KernelReader.MOST_FILTERS || in > KernelReader.MOST_CHANNELS) {
            throw new FileException("%s holds up to %d filters of up to %d kernels, but here are %d of %d.".formatted(
                    file, KernelReader.MOST_FILTERS, KernelReader.MOST_CHANNELS, out, in));
        }
        if ((long) out * in * height != rows.size() || width != rows.getFirst().length) {
            throw new FileException("%s: the shape %s needs %d rows of %d numbers, but there are %d rows of %d.".formatted(file,
                    IntStream.of(shape).mapToObj(Integer::toString).collect(Collectors.joining(" ")), (long) out * in * height, width, rows.size(),
                    rows.getFirst().length));
        }
        if (height < 1 || height > Kernel.MOST || width > Kernel.MOST) {
            throw new FileException("%s: A kernel is 1×1 to %2$d×%2$d, but this one is %3$d×%4$d.".formatted(file, Kernel.MOST, height, width));
        }
        List<Filter> filters = new ArrayList<>();
        for (int o = 0; o < out; o++) {
            List<Kernel> kernels = new ArrayList<>();
            for (int c = 0; c < in; c++) {
                float[] values = new float[height * width];
                for (int u = 0; u < height; u++) {
                    System.arraycopy(rows.get((o * in + c) * height + u), 0, values, u * width, width);
                }
                kernels.add(Kernel.of(height, width, values));
            }
            filters.add(new Filter(kernels, 0));
        }
        return filters;
    }

    public static void write(Path path, List<Filter> filters) throws FileException {
        SafeFile.write(path, out -> out.write(text(filters).getBytes(StandardCharsets.UTF_8)));
    }
}
