package tadpole.app.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.svg.SVGGraphics2D;
import tadpole.engine.file.FileException;
import tadpole.engine.file.SafeFile;

/** Writes charts as PNG and SVG; needs neither a window nor JavaFX. */
public final class ChartFiles {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 560;
    private static final int SHARPNESS = 2;

    private ChartFiles() {}

    /**
     * Writes loss-accuracy.png and loss-accuracy.svg into a folder, which is made where it is missing.
     *
     * @throws ChartException where this machine cannot draw text
     * @throws FileException  where the folder takes no file
     */
    public static void write(RunCurves run, Path folder) throws ChartException, FileException, IOException {
        write(run.now(), folder);
    }

    /** The same for a copy of the curves, on any thread. */
    public static void write(Curves curves, Path folder) throws ChartException, FileException, IOException {
        write(curves, folder, "loss-accuracy");
    }

    /** @param name of the two files, without .png and .svg */
    public static void write(Drawing drawing, Path folder, String name) throws ChartException, FileException, IOException {
        Files.createDirectories(folder);
        writePng(drawing, folder.resolve(name + ".png"));
        writeSvg(drawing, folder.resolve(name + ".svg"));
    }

    public static void writePng(Drawing drawing, Path file) throws ChartException, FileException, IOException {
        byte[] png = png(drawing, ChartColors.light(), ChartFonts.load());
        SafeFile.write(file, out -> out.write(png));
    }

    /** Its text stays text. */
    public static void writeSvg(Drawing drawing, Path file) throws ChartException, FileException {
        byte[] svg = svg(drawing, ChartColors.light(), ChartFonts.load()).getBytes(StandardCharsets.UTF_8);
        SafeFile.write(file, out -> out.write(svg));
    }

    private static byte[] png(Drawing drawing, ChartColors colors, ChartFonts fonts) throws IOException {
        BufferedImage image = new BufferedImage(SHARPNESS * WIDTH, SHARPNESS * HEIGHT, BufferedImage.TYPE_INT_RGB);
        ChartPicture.draw(image, drawing, colors, fonts, SHARPNESS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static String svg(Drawing drawing, ChartColors colors, ChartFonts fonts) {
        SVGGraphics2D g = new SVGGraphics2D(WIDTH, HEIGHT);
        g.setFontFunction(family -> "%s, %s".formatted(family, family.contains("Mono") ? "monospace" : "Inter, sans-serif"));
        g.setDefsKeyPrefix("chart");
        g.setGeomDoubleConverter(number -> String.format(Locale.ROOT, "%.1f", number));
        g.setColor(colors.surface());
        g.fillRect(0, 0, WIDTH, HEIGHT);
        drawing.draw(g, colors, fonts, WIDTH, HEIGHT);
        return g.getSVGDocument();
    }
}
