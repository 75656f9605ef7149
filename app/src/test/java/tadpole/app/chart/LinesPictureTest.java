package tadpole.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tadpole.app.chart.LinesPicture.Line;
import tadpole.app.chart.LinesPicture.Sheet;

class LinesPictureTest {

    private static final Points ROUGH = new Points(new double[] {1, 2, 3, 4}, new double[] {0, 0.5, 0.25, 1e-3});
    private static final Points OTHER = new Points(new double[] {1, 3}, new double[] {0.75, 0.125});

    @TempDir
    private Path folder;

    private static LinesPicture picture(Zoom zoom) {
        Sheet sheet = new Sheet("Loss", "mean squared error", false, false, false, List.of(
                Line.of("first, rate 0.1", 0, ROUGH, x -> "step " + (int) x), Line.of("second <run>", 1, OTHER, x -> "step " + (int) x)), Optional.empty());
        return new LinesPicture(List.of(sheet), "steps", Optional.empty(), List.of(), zoom);
    }

    private static Plot plot(Zoom zoom) throws Exception {
        return picture(zoom).plots(ChartFonts.load(), 800, 400).getFirst();
    }

    @Test
    void valuesUnderThePointerAreThoseOfKeptPoints() throws Exception {
        Plot plot = plot(Zoom.EVERYTHING);

        Reading reading = plot.read(plot.x(2.8), plot.y(0.26)).orElseThrow();

        assertThat(reading.place()).isEqualTo("step 3");
        assertThat(reading.rows()).extracting(Reading.Row::y).containsExactly(0.25, 0.125);
        assertThat(reading.rows().get(reading.nearest()).trace().name()).isEqualTo("first, rate 0.1");
        assertThat(reading.copied()).isEqualTo("step 3\nfirst, rate 0.1\t0.25\nsecond <run>\t0.125");
    }

    @Test
    void aLineWithoutAPointThereSaysWhereItsOwnIs() throws Exception {
        Plot plot = plot(Zoom.EVERYTHING);

        Reading reading = plot.read(plot.x(2), plot.y(0.5)).orElseThrow();

        assertThat(reading.place()).isEqualTo("step 2");
        assertThat(reading.rows()).extracting(Reading.Row::elsewhere).containsExactlyInAnyOrder("", "step 1");
    }

    @Test
    void aLineThatEndedLongBeforeIsNotRead() throws Exception {
        Plot plot = plot(Zoom.EVERYTHING);

        assertThat(plot.read(plot.x(4), plot.y(0.1)).orElseThrow().rows()).hasSize(1);
    }

    @Test
    void aLogAxisLeavesOutZeroAndSaysSo() throws Exception {
        Plot plot = plot(Zoom.EVERYTHING.withLogUp(true));
        ChartFiles.writeSvg(picture(Zoom.EVERYTHING.withLogUp(true)), folder.resolve("log.svg"));

        assertThat(plot.up().log()).isTrue();
        assertThat(plot.up().takes(0)).isFalse();
        assertThat(plot.y(1e-3)).isLessThanOrEqualTo(plot.area().getMaxY());
        assertThat(plot.y(0.1) - plot.y(0.2)).isCloseTo(plot.y(0.01) - plot.y(0.02), within(1e-9));
        assertThat(Files.readString(folder.resolve("log.svg"))).contains("1 value of 0 or less not on the log axis");
    }

    @Test
    void zoomedTheOtherAxisFitsWhatIsSeen() throws Exception {
        Plot whole = plot(Zoom.EVERYTHING);
        Plot close = plot(Zoom.EVERYTHING.withAcross(Axis.linear(2.9, 4), whole.wholeAcross()));

        assertThat(close.up().to()).isLessThan(0.4);
        assertThat(whole.up().to()).isGreaterThan(0.7);
    }

    @Test
    void anSvgOpensWithLegendAxesAndText() throws Exception {
        Path file = folder.resolve("runs.svg");
        ChartFiles.writeSvg(picture(Zoom.EVERYTHING), file);
        ChartFiles.writePng(picture(Zoom.EVERYTHING), folder.resolve("runs.png"));

        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(file).replaceFirst("<!DOCTYPE[^>]*>", ""))));
        String text = svg.getDocumentElement().getTextContent();
        assertThat(svg.getElementsByTagName("text").getLength()).isGreaterThan(8);
        assertThat(svg.getElementsByTagName("path").getLength()).isGreaterThan(1);
        assertThat(text).contains("Loss", "mean squared error", "first, rate 0.1", "second <run>", "steps", "0.5");
        assertThat(ImageIO.read(folder.resolve("runs.png").toFile()).getWidth()).isEqualTo(1920);
    }
}
