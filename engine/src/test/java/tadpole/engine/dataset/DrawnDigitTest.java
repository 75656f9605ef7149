package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;

class DrawnDigitTest {

    private static final int N = 112;

    @Test
    void isEmptyWithoutInk() {
        assertThat(DrawnDigit.of(new float[N * N], N, N, 28)).isEmpty();
    }

    @Test
    void putsTheInkIntoABoxOf20() {
        DrawnDigit digit = DrawnDigit.of(bar(5, 30, 10, 60), N, N, 28).orElseThrow();

        assertThat(digit.box()).isEqualTo(new DrawnDigit.Box(5, 30, 10, 60));
        assertThat(digit.placed()).isEqualTo(new DrawnDigit.Box(13, 5, 3, 20));
        assertThat(digit.field()).containsOnly(0, 255);
    }

    /** The ink's mass is the drawing's, scaled. */
    @Test
    void losesNoInk() {
        float[] ink = strokes(4);
        DrawnDigit digit = DrawnDigit.of(ink, N, N, 28).orElseThrow();
        double before = sum(ink) * 255 / ((double) digit.box().width() * digit.box().height());
        double after = sum(digit.field()) / ((double) digit.placed().width() * digit.placed().height());

        assertThat(after).isCloseTo(before, within(1e-3 * before));
    }

    @Test
    void laysTheCenterOfMassIntoTheMiddle() {
        for (int seed = 0; seed < 50; seed++) {
            DrawnDigit digit = DrawnDigit.of(strokes(seed), N, N, 28).orElseThrow();
            double[] center = center(digit.field(), 28);

            assertThat(center[0]).isCloseTo(digit.centerX(), within(1e-4)).isBetween(13.4999, 14.5001);
            assertThat(center[1]).isCloseTo(digit.centerY(), within(1e-4)).isBetween(13.4999, 14.5001);
        }
    }

    @Test
    void keepsALopsidedDrawingInTheField() {
        float[] ink = new float[N * N];
        ink[0] = 1;
        for (int i = 0; i < 400; i++) {
            ink[(N - 1 - i / 20) * N + N - 1 - i % 20] = 1;
        }
        DrawnDigit digit = DrawnDigit.of(ink, N, N, 28).orElseThrow();

        assertThat(digit.placed().left()).isBetween(0, 8);
        assertThat(sum(digit.field())).isCloseTo(sum(digit.scaled()), within(1e-3));
    }

    /** Java's own anti-aliased scaling by repeated halving, on drawings whose box is four times 20. */
    @Test
    void scalesAsAnIndependentAverageDoes() {
        float[] ink = new float[N * N];
        Random random = new Random(1);
        for (int y = 0; y < 80; y++) {
            for (int x = 0; x < 80; x++) {
                ink[(y + 9) * N + x + 14] = random.nextInt(1, 256) / 255f;
            }
        }
        DrawnDigit digit = DrawnDigit.of(ink, N, N, 28).orElseThrow();
        Raster halved = halved(halved(image(ink, digit.box())));

        for (int i = 0; i < 400; i++) {
            assertThat(digit.scaled()[i]).isCloseTo(halved.getSample(i % 20, i / 20, 0), within(1.6f));
        }
    }

    private static Raster image(float[] ink, DrawnDigit.Box box) {
        BufferedImage image = new BufferedImage(box.width(), box.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < box.height(); y++) {
            for (int x = 0; x < box.width(); x++) {
                image.getRaster().setSample(x, y, 0, Math.round(255 * ink[(box.top() + y) * N + box.left() + x]));
            }
        }
        return image.getRaster();
    }

    private static Raster halved(Raster from) {
        BufferedImage half = new BufferedImage(from.getWidth() / 2, from.getHeight() / 2, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < half.getHeight(); y++) {
            for (int x = 0; x < half.getWidth(); x++) {
                int sum = from.getSample(2 * x, 2 * y, 0) + from.getSample(2 * x + 1, 2 * y, 0) + from.getSample(2 * x, 2 * y + 1, 0)
                        + from.getSample(2 * x + 1, 2 * y + 1, 0);
                half.getRaster().setSample(x, y, 0, Math.round(sum / 4f));
            }
        }
        return half.getRaster();
    }

    /** A digit of MNIST was prepared once; prepared again it is the same. */
    @Test
    void leavesRealDigitsAsTheyAre() throws DatasetException {
        String folder = System.getenv("TADPOLE_DATA");
        assumeTrue(folder != null && Files.isDirectory(Path.of(folder, "mnist")), "TADPOLE_DATA is not set or has no mnist: skipped");
        Split test = mnist(Path.of(folder, "mnist")).test().orElseThrow();
        float[] pixels = new float[784];
        float[] ink = new float[784];
        int same = 0;
        for (int i = 0; i < test.size(); i++) {
            test.read(i, pixels, 0);
            for (int j = 0; j < 784; j++) {
                ink[j] = pixels[j] / 255;
            }
            float[] again = DrawnDigit.of(ink, 28, 28, 28).orElseThrow().field();
            double most = 0;
            for (int j = 0; j < 784; j++) {
                most = Math.max(most, Math.abs(again[j] - pixels[j]));
            }
            same += most < 0.01 ? 1 : 0;
        }
        System.err.printf("%d of %d test digits the same after preparing them again%n", same, test.size());
        assertThat(same).isGreaterThan(9_900);
    }

    private static Dataset mnist(Path folder) throws DatasetException {
        OpenDataset job = new OpenDataset(folder);
        return ((JobOutcome.Finished<Dataset>) job.run(JobControl.UNWATCHED)).result();
    }

    private static float[] bar(int left, int top, int width, int height) {
        float[] ink = new float[N * N];
        for (int y = top; y < top + height; y++) {
            java.util.Arrays.fill(ink, y * N + left, y * N + left + width, 1);
        }
        return ink;
    }

    private static float[] strokes(int seed) {
        BufferedImage image = new BufferedImage(N, N, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(seed);
        Graphics2D graphics = image.createGraphics();
        graphics.setStroke(new java.awt.BasicStroke(9));
        for (int i = 0; i < 3; i++) {
            graphics.drawLine(random.nextInt(20, 90), random.nextInt(20, 90), random.nextInt(20, 90), random.nextInt(20, 90));
        }
        graphics.dispose();
        float[] ink = new float[N * N];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = image.getRaster().getSample(i % N, i / N, 0) / 255f;
        }
        return ink;
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static double[] center(float[] field, int side) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < field.length; i++) {
            x += field[i] * (i % side);
            y += field[i] * (i / side);
        }
        return new double[] {x / sum(field), y / sum(field)};
    }
}
