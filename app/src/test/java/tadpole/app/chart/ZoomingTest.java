package tadpole.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZoomingTest {

    private static final Axis EPOCHS = Axis.linear(0, 10);
    private static final Axis LOSSES = Axis.linear(0, 2);
    /** x from 50 to 250, y from 20 up to 120. */
    private final Plot plot = plot(EPOCHS, LOSSES);

    private static Plot plot(Axis across, Axis up) {
        return new Plot(new Rectangle2D.Double(50, 20, 200, 100), across, up, EPOCHS, LOSSES, false, List.of());
    }

    private Zooming at(Zoom zoom, Plot seen) {
        return new Zooming(zoom, List.of(seen));
    }

    @Test
    void theWheelKeepsWhatIsUnderThePointerWhereItIs() {
        Zoom seen = at(Zoom.EVERYTHING, plot).wheel(100, 60, 1);

        Zoom.Range range = seen.across().orElseThrow();
        assertThat(range.to() - range.from()).isCloseTo(8, within(1e-9));
        assertThat(Axis.linear(range.from(), range.to()).share(2.5)).isCloseTo(0.25, within(1e-9));
        assertThat(seen.up()).isEmpty();
    }

    @Test
    void theWheelOverTheNumbersAtTheLeftZoomsAlongY() {
        Zoom seen = at(Zoom.EVERYTHING, plot).wheel(20, 120, 1);

        assertThat(seen.across()).isEmpty();
        assertThat(seen.up().get(0).from()).isCloseTo(0, within(1e-12));
        assertThat(seen.up().get(0).to()).isCloseTo(1.6, within(1e-12));
    }

    @Test
    void theWheelBackEndsAtEverything() {
        Zoom close = at(Zoom.EVERYTHING, plot).wheel(100, 60, 3);
        Zoom.Range range = close.across().orElseThrow();

        Zoom far = at(close, plot(Axis.linear(range.from(), range.to()), LOSSES)).wheel(230, 60, -9);

        assertThat(far.isEverything()).isTrue();
    }

    @Test
    void aBoxBecomesWhatIsSeen() {
        Zoom seen = at(Zoom.EVERYTHING, plot).box(150, 70, 70, 30);

        assertThat(seen.across()).contains(new Zoom.Range(1, 5));
        assertThat(seen.up().get(0).from()).isCloseTo(1, within(1e-12));
        assertThat(seen.up().get(0).to()).isCloseTo(1.8, within(1e-12));
    }

    @Test
    void aFlatBoxZoomsAlongXOnlyAndAClickNotAtAll() {
        assertThat(at(Zoom.EVERYTHING, plot).box(70, 60, 150, 63).up()).isEmpty();
        assertThat(at(Zoom.EVERYTHING, plot).box(70, 60, 72, 63).isEverything()).isTrue();
    }

    @Test
    void movingTakesThePlotAlongButNotOutOfIt() {
        Zoom zoom = Zoom.EVERYTHING.withAcross(Axis.linear(4, 6), EPOCHS);
        Plot seen = plot(Axis.linear(4, 6), LOSSES);

        assertThat(at(zoom, seen).moved(100, 60, 200, 60).across()).contains(new Zoom.Range(3, 5));
        Zoom.Range end = at(zoom, seen).moved(250, 60, -1000, 60).across().orElseThrow();
        assertThat(end.from()).isCloseTo(8, within(1e-9));
        assertThat(end.to()).isCloseTo(10, within(1e-9));
    }

    @Test
    void onALogAxisEqualWaysAreEqualFactors() {
        Plot logs = new Plot(new Rectangle2D.Double(50, 20, 200, 100), Axis.log(1, 10_000), LOSSES, Axis.log(1, 10_000), LOSSES, false, List.of());

        Zoom seen = at(Zoom.EVERYTHING.withLogAcross(true), logs).box(100, 60, 200, 60);

        assertThat(seen.across().orElseThrow().from()).isCloseTo(10, within(1e-9));
        assertThat(seen.across().orElseThrow().to()).isCloseTo(1000, within(1e-6));
        assertThat(seen.withLogAcross(false).across()).isPresent();
    }

    @Test
    void aRangeThatBeginsAtZeroDoesNotOutliveALogAxis() {
        Zoom zoom = new Zoom(Optional.of(new Zoom.Range(0, 3)), java.util.Map.of(), false, false);

        assertThat(zoom.withLogAcross(true).across()).isEmpty();
    }
}
