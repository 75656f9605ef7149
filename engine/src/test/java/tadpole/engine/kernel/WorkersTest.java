package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everyTaskRunsOnce(int threads) {
        try (Workers workers = new Workers(threads)) {
            for (int tasks : new int[] {0, 1, 2, 3, 1000}) {
                AtomicIntegerArray times = new AtomicIntegerArray(tasks);

                workers.run(tasks, times::incrementAndGet);

                for (int n = 0; n < tasks; n++) {
                    assertThat(times.get(n)).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void theCallerAndTheWorkersRunAtOnce() {
        try (Workers workers = new Workers(3)) {
            CountDownLatch together = new CountDownLatch(3);

            workers.run(3, _ -> {
                together.countDown();
                awaitQuietly(together);
            });

            assertThat(together.getCount()).isZero();
        }
    }

    @Test
    void aParkedWorkerWakesUpAgain() {
        try (Workers workers = new Workers(2)) {
            for (int round = 0; round < 20; round++) {
                while (workers.parked() < 1) {
                    Thread.onSpinWait();
                }
                CountDownLatch together = new CountDownLatch(2);

                workers.run(2, _ -> {
                    together.countDown();
                    awaitQuietly(together);
                });
            }
        }
    }

    @Test
    void aFailureIsToldEvenWhenTheWorkWasStopped() {
        try (Workers workers = new Workers(2)) {
            AtomicBoolean stopped = new AtomicBoolean();
            CountDownLatch together = new CountDownLatch(2);

            assertThatThrownBy(() -> Workers.untilStopped(stopped::get, () -> workers.run(4, n -> {
                together.countDown();
                awaitQuietly(together);
                stopped.set(true);
                if (n == 0) {
                    throw new IllegalStateException("broken");
                }
            }))).hasMessage("broken");
        }
    }

    @Test
    void aSecondCallerWakesTheWorkersThatAreFree() {
        try (Workers workers = new Workers(4)) {
            CountDownLatch first = new CountDownLatch(2);
            CountDownLatch release = new CountDownLatch(1);
            Thread.ofPlatform().start(() -> workers.run(2, _ -> {
                first.countDown();
                awaitQuietly(release);
            }));
            awaitQuietly(first);
            while (workers.parked() < 1) {
                Thread.onSpinWait();
            }
            CountDownLatch together = new CountDownLatch(2);

            workers.run(2, _ -> {
                together.countDown();
                awaitQuietly(together);
            });

            release.countDown();
            assertThat(together.getCount()).isZero();
        }
    }

    @Test
    void anIdleWorkerTakesNoMoreThanAMomentOfProcessorTime() {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        try (Workers workers = new Workers(2)) {
            AtomicReference<Thread> helper = new AtomicReference<>();
            CountDownLatch together = new CountDownLatch(2);
            workers.run(2, _ -> {
                if (Thread.currentThread().getName().startsWith("tadpole-kernel")) {
                    helper.set(Thread.currentThread());
                }
                together.countDown();
                awaitQuietly(together);
            });
            long before = clock.getThreadCpuTime(helper.get().threadId());

            while (workers.parked() < 1) {
                Thread.onSpinWait();
            }

            assertThat(clock.getThreadCpuTime(helper.get().threadId()) - before).isLessThan(5_000_000);
        }
    }

    @Test
    void everyThreadBeginsWithItsOwnPart() {
        List<Integer> order = new ArrayList<>();
        Batch batch = new Batch(8, order::add, Thread.currentThread(), 4);

        batch.work(3);

        assertThat(order).containsExactly(6, 7, 0, 1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void oneThreadAloneTakesThePartsOfAll(int tasks) {
        AtomicIntegerArray times = new AtomicIntegerArray(tasks);
        Batch batch = new Batch(tasks, times::incrementAndGet, Thread.currentThread(), 4);

        batch.work(2);
        batch.await();

        for (int n = 0; n < tasks; n++) {
            assertThat(times.get(n)).isEqualTo(1);
        }
    }

    @Test
    void severalCallersAndNestedCallsGetAlong() {
        try (Workers workers = new Workers(3)) {
            AtomicInteger sum = new AtomicInteger();
            Runnable caller = () -> workers.run(50, _ -> workers.run(20, _ -> sum.incrementAndGet()));

            CompletableFuture.allOf(CompletableFuture.runAsync(caller), CompletableFuture.runAsync(caller)).join();

            assertThat(sum).hasValue(2000);
        }
    }

    @Test
    void theFirstFailureComesBackAfterAllOtherTasks() {
        try (Workers workers = new Workers(2)) {
            AtomicInteger done = new AtomicInteger();

            assertThatThrownBy(() -> workers.run(100, n -> {
                done.incrementAndGet();
                if (n == 7) {
                    throw new IllegalStateException("seven");
                }
            })).isInstanceOf(IllegalStateException.class).hasMessage("seven");

            assertThat(done).hasValue(100);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void afterAStopEachThreadEndsItsTaskAndBeginsNoOther(int threads) {
        try (Workers workers = new Workers(threads)) {
            AtomicBoolean stopped = new AtomicBoolean();
            AtomicInteger begun = new AtomicInteger();
            AtomicBoolean wentOn = new AtomicBoolean();

            boolean toTheEnd = Workers.untilStopped(stopped::get, () -> {
                workers.run(100_000, _ -> {
                    begun.incrementAndGet();
                    stopped.set(true);
                });
                wentOn.set(true);
            });

            assertThat(toTheEnd).isFalse();
            assertThat(wentOn).isFalse();
            assertThat(begun.get()).isBetween(1, threads);
        }
    }

    @Test
    void aStopConcernsOnlyTheWorkItWasGivenFor() {
        try (Workers workers = new Workers(2)) {
            AtomicInteger done = new AtomicInteger();

            boolean stopped = Workers.untilStopped(() -> true, () -> workers.run(10, _ -> done.incrementAndGet()));
            workers.run(10, _ -> done.incrementAndGet());
            boolean whole = Workers.untilStopped(() -> false, () -> workers.run(10, _ -> done.incrementAndGet()));

            assertThat(stopped).isFalse();
            assertThat(whole).isTrue();
            assertThat(done).hasValue(20);
        }
    }

    /** Each of these took seconds; the tasks are what counts, for a task takes a few milliseconds at most. */
    @ParameterizedTest
    @CsvSource({"3, 1, 1", "5, 1, 2", "3, 2, 1", "1, 1, 0"})
    void aStopEndsAHugeConvolutionWithinAFewTasks(int kernel, int stride, int padding) {
        try (Workers workers = new Workers(2)) {
            Convolution convolution = Kernels.best(workers).convolution(
                    new ConvolutionShape(16, 256, 56, 56, 256, kernel, kernel, stride, padding, 1, 1));
            float[] x = new float[convolution.shape().inputSize()];
            float[] y = new float[convolution.shape().outputSize()];
            float[] weights = new float[convolution.shape().weightSize()];
            float[] prepared = new float[convolution.preparedSize()];
            float[] back = new float[convolution.preparedBackwardSize()];
            convolution.prepare(weights, prepared);
            convolution.prepareBackward(weights, back);
            Workspace workspace = new Workspace();

            assertThat(tasksAfterAStop(() -> convolution.forward(x, prepared, new float[0], false, y, workspace))).isLessThanOrEqualTo(2);
            assertThat(tasksAfterAStop(() -> convolution.inputGradient(y, back, x, workspace))).isLessThanOrEqualTo(2);
            assertThat(tasksAfterAStop(() -> convolution.addWeightGradient(x, y, weights, workspace))).isLessThanOrEqualTo(2);
        }
    }

    /** How many tasks are begun after the third was asked for: each task asks first whether it is still wanted. */
    private static int tasksAfterAStop(Runnable work) {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger allowed = new AtomicInteger();
        boolean toTheEnd = Workers.untilStopped(() -> {
            boolean stopped = asked.incrementAndGet() > 3;
            allowed.addAndGet(stopped ? 0 : 1);
            return stopped;
        }, work);
        assertThat(toTheEnd).isFalse();
        return allowed.get() - 1;
    }

    @Test
    void afterCloseTheCallerWorksAlone() {
        Workers workers = new Workers(2);
        workers.close();
        AtomicInteger sum = new AtomicInteger();

        workers.run(10, sum::addAndGet);

        assertThat(sum).hasValue(45);
    }

    @Test
    void refusesNoThread() {
        assertThatThrownBy(() -> new Workers(0).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The number of threads must be at least 1, but is 0.");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
