package tadpole.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConvolutionTimesTest {

    private final Device device = Device.cpu(2);
    /** 20 milliseconds pass whenever it is asked. */
    private final AtomicLong clock = new AtomicLong();

    @AfterAll
    void closeDevice() {
        device.close();
    }

    static List<ConvolutionPlan> plans() {
        ConvolutionPlan sobel = ConvolutionPlan.of(Kernel.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1));
        return List.of(sobel, sobel.withMixing(Mixing.EACH), sobel.withStride(2), sobel.withDilation(2).withRelu(true), sobel.withPadding(Padding.of(3)),
                sobel.withPadding(Padding.of(2).with(Border.CIRCULAR)), ConvolutionPlan.of(Kernel.of(2, 5, 1, 2, 3, 4, 5, -1, 2, -3, 4, 0)));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyWayGivesTheSameAndSaysWhyItDoesNotGo(ConvolutionPlan plan) throws SettingException {
        Convolved convolved = new Convolver(device).convolve(plan, picture(3, 40, 50));
        List<WayTime> told = new ArrayList<>();

        JobOutcome<List<WayTime>> outcome = times(convolved, told).run(JobControl.UNWATCHED);

        assertThat(outcome).isEqualTo(new JobOutcome.Finished<>(told));
        assertThat(told).extracting(WayTime::label).containsExactly("Loops", "Image to rows", "Winograd", "The engine's choice");
        assertThat(told).allSatisfy(way -> {
            assertThat(way.isMeasured()).isEqualTo(way.lack().isEmpty());
            assertThat(way.apart()).isLessThan(1e-5);
            assertThat(way.least()).isLessThanOrEqualTo(way.median());
        });
        assertThat(told.get(0).threads()).isEqualTo(1);
        assertThat(told.get(3).apart()).isZero();
    }

    @Test
    void winogradSaysWhyItDoesNotGo() throws SettingException {
        List<String> lacks = new ArrayList<>();
        for (ConvolutionPlan plan : plans()) {
            List<WayTime> told = new ArrayList<>();
            times(new Convolver(device).convolve(plan, picture(3, 20, 20)), told).run(JobControl.UNWATCHED);
            lacks.add(told.get(2).lack());
        }

        assertThat(lacks).containsExactly("", "one group only", "stride 1 only", "dilation 1 only", "padding up to 2 only", "", "3×3 kernels only");
    }

    @Test
    void countsTheProductsOfTheFormula() throws SettingException {
        ConvolutionPlan plan = plans().getFirst().withPadding(Padding.none());
        MultiplyAdds gray = MultiplyAdds.of(new Convolver(device).convolve(plan, picture(3, 12, 22)));
        MultiplyAdds each = MultiplyAdds.of(new Convolver(device).convolve(plan.withMixing(Mixing.EACH), picture(3, 12, 22)));
        List<WayTime> told = new ArrayList<>();
        times(new Convolver(device).convolve(plan, picture(3, 12, 22)), told).run(JobControl.UNWATCHED);

        assertThat(gray.written()).isEqualTo("1 · 10 · 20 · 1 · 3 · 3 = 1800");
        assertThat(each.count()).isEqualTo(5400);
        // 10x20 outputs are 3x5 tiles of 36 products.
        assertThat(told.get(2).products()).isEqualTo(540);
        assertThat(told.get(1).products()).isEqualTo(1800);
    }

    @Test
    void aStopInTheMidstOfAWayEndsAtOnceWithWhatIsMeasured() throws SettingException {
        Convolved convolved = new Convolver(device).convolve(plans().getFirst(), picture(3, 40, 50));
        List<WayTime> told = new ArrayList<>();

        JobOutcome<List<WayTime>> outcome = times(convolved, told).run(new JobControl() {
            @Override
            public boolean proceed() {
                return true;
            }

            @Override
            public boolean isStopped() {
                return told.size() == 1;
            }

            @Override
            public void report(Progress progress) {}
        });

        assertThat(outcome).isEqualTo(new JobOutcome.Stopped<>(told));
        assertThat(told).hasSize(1);
    }

    /** Each way begins cold, at 11 milliseconds for a reading of the clock, and ends warm, at a fifth of one. */
    @Test
    void onlyWarmRoundsAreMeasured() throws SettingException {
        Convolved convolved = new Convolver(device).convolve(plans().getFirst(), picture(1, 12, 12));
        List<WayTime> told = new ArrayList<>();
        AtomicLong now = new AtomicLong();
        AtomicLong step = new AtomicLong(11_000_000);
        LongSupplier warming = () -> now.addAndGet(step.updateAndGet(last -> Math.max(200_000, last * 99 / 100)));

        new ConvolutionTimes(convolved, device, warming, time -> {
            told.add(time);
            step.set(11_000_000);
        }).run(JobControl.UNWATCHED);

        assertThat(told).hasSize(4).allSatisfy(way -> {
            assertThat(way.median()).isEqualTo(0.2);
            assertThat(way.rounds()).isGreaterThan(200);
        });
    }

    private ConvolutionTimes times(Convolved convolved, List<WayTime> told) {
        return new ConvolutionTimes(convolved, device, () -> clock.addAndGet(20_000_000), told::add);
    }

    private static Picture picture(int channels, int height, int width) {
        SplittableRandom random = new SplittableRandom(5);
        Tensor values = Tensor.zeros(Shape.of(channels, height, width));
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = random.nextInt(256);
        }
        return Picture.ofBytes("drawn", values);
    }
}
