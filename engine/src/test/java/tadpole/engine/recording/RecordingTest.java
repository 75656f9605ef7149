package tadpole.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobControl;
import tadpole.engine.layer.Relu;
import tadpole.engine.optimizer.Adam;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Moment;
import tadpole.engine.training.Onlooker;
import tadpole.engine.training.TinyData;
import tadpole.engine.training.TinyExperiment;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;

/** Runs of ten steps an epoch. */
class RecordingTest {

    private static final ToLongFunction<Trainer> STANDING_CLOCK = _ -> 0;

    private final Dataset data = TinyData.clouds(100, 20, 3);

    @TempDir
    private Path temporary;

    private static Experiment experiment(int epochs) {
        return new TinyExperiment().layers(TinyExperiment.linear(64), Relu.RECIPE.standard(), TinyExperiment.linear(3)).optimizer(Adam.RECIPE.standard()).plan("epochs", epochs).build();
    }

    private static Recording recording(Room room) {
        return recording(room, Runnable::run);
    }

    private static Recording recording(Room room, Consumer<Runnable> beside) {
        return new Recording(room, beside, STANDING_CLOCK);
    }

    private Trainer record(Recording recording, int epochs) {
        try (Device device = Device.cpu(1)) {
            Trainer trainer = new Trainer(experiment(epochs), data, device, _ -> {});
            trainer.watch(recording);
            recording.begin(trainer);
            trainer.run(JobControl.UNWATCHED);
            recording.keep(trainer.moment());
            return trainer;
        } catch (SettingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    private Recording recorded(Room room, int epochs) {
        Recording recording = recording(room);
        record(recording, epochs);
        return recording;
    }

    private static Room plenty() {
        return new Room(1000, 1L << 30, Optional.empty(), 0);
    }

    private long momentBytes() throws IOException {
        return recorded(plenty(), 1).at(5).orElseThrow().bytes();
    }

    @Nested
    class WhileThereIsRoom {

        @Test
        void keepsEachStep() throws IOException {
            Recording recording = recorded(plenty(), 3);

            assertThat(recording.steps()).containsExactly(LongStream.rangeClosed(0, 30).toArray());
            assertThat(recording.count()).isEqualTo(31);
            assertThat(recording.has(17)).isTrue();
            assertThat(recording.has(31)).isFalse();
            assertThat(recording.at(17).orElseThrow().step()).isEqualTo(17);
            assertThat(recording.at(99).orElseThrow().step()).isEqualTo(30);
            assertThat(recording.bytes()).isEqualTo(recording.memoryBytes()).isPositive();
            assertThat(recording.policy()).startsWith("Kept are the start, the end of each epoch, the last step and, between them, each step.");
        }

        @Test
        void theMomentAtTheEndOfAnEpochIsTheOneAfterIt() throws IOException {
            Moment moment = recorded(plenty(), 2).at(10).orElseThrow();

            assertThat(moment.epoch()).isEqualTo(1);
            assertThat(moment.position()).isZero();
        }

        @Test
        void anEmptyOneHasNothing() throws IOException {
            Recording recording = recording(plenty());

            assertThat(recording.at(3)).isEmpty();
            assertThat(recording.steps()).isEmpty();
            assertThat(recording.bytes()).isZero();
        }

        @Test
        void recordingChangesNoBitOfTheTraining() throws SettingException {
            Trainer watched = record(recording(plenty()), 3);
            Trainer alone;
            try (Device device = Device.cpu(1)) {
                alone = new Trainer(experiment(3), data, device, _ -> {});
                alone.run(JobControl.UNWATCHED);
            }

            assertSame(watched.moment(), alone.moment());
        }
    }

    @Nested
    class WhenARunGetsLong {

        @Test
        void stepsBetweenAreFurtherAndFurtherApart() {
            Recording recording = recorded(new Room(8, 1L << 30, Optional.empty(), 0), 5);

            assertThat(recording.steps()).containsExactly(0, 8, 10, 16, 20, 24, 30, 32, 40, 48, 50);
            assertThat(recording.policy()).contains("every 8th step");
        }

        @Test
        void endsOfEpochsAreThinnedTooAndTheLastStays() {
            Recording recording = recorded(new Room(8, 1L << 30, Optional.empty(), 0), 21);

            long[] steps = recording.steps();
            assertThat(Arrays.stream(steps).filter(step -> step % 40 == 0)).containsExactly(0L, 40L, 80L, 120L, 160L, 200L);
            assertThat(steps[steps.length - 1]).isEqualTo(210);
            assertThat(recording.count()).isLessThanOrEqualTo(18);
            assertThat(recording.policy()).contains("the end of every 4th epoch");
        }

        @Test
        void whatIsPinnedStays() {
            Recording recording = recording(new Room(8, 1L << 30, Optional.empty(), 0));
            try (Device device = Device.cpu(1)) {
                Trainer trainer = new Trainer(experiment(20), data, device, _ -> {
                    recording.pin(3);
                    recording.pin(10);
                });
                trainer.watch(recording);
                recording.begin(trainer);
                trainer.run(JobControl.UNWATCHED);
            } catch (SettingException mistake) {
                throw new AssertionError(mistake);
            }

            assertThat(recording.has(3)).isTrue();
            assertThat(recording.has(10)).isTrue();
            assertThat(recording.has(5)).isFalse();
        }
    }

    @Nested
    class WhereMemoryIsShort {

        @Test
        void itIsNeverExceededAndStartAndEndStay() throws IOException {
            long memory = 6 * momentBytes();

            Recording recording = recorded(new Room(64, memory, Optional.empty(), 0), 6);

            assertThat(recording.memoryBytes()).isPositive().isLessThanOrEqualTo(memory);
            assertThat(recording.steps()).startsWith(0).endsWith(60).hasSizeGreaterThan(3);
            requireExact(recording);
        }

        @Test
        void oneThatIsTooSmallForTwoMomentsKeepsStartAndEnd() throws IOException {
            Recording recording = recorded(new Room(64, 10, Optional.empty(), 0), 6);

            assertThat(recording.steps()).startsWith(0).endsWith(60);
            assertThat(recording.count()).isLessThanOrEqualTo(3);
            requireExact(recording);
        }

        @Test
        void goesToDiskWhereThereIsAFolder() throws IOException {
            long memory = 4 * momentBytes();
            Path folder = temporary.resolve("run");

            Recording recording = recorded(new Room(64, memory, Optional.of(folder), 1L << 30), 6);

            assertThat(recording.count()).isEqualTo(61);
            assertThat(recording.memoryBytes()).isLessThanOrEqualTo(memory);
            assertThat(recording.diskBytes()).isPositive().isEqualTo(filesIn(folder));
            requireExact(recording);
        }

        @Test
        void diskIsBoundedToo() throws IOException {
            long memory = 4 * momentBytes();
            Path folder = temporary.resolve("run");

            Recording recording = recorded(new Room(64, memory, Optional.of(folder), 3 * momentBytes()), 6);

            assertThat(filesIn(folder)).isEqualTo(recording.diskBytes()).isPositive().isLessThanOrEqualTo(3 * momentBytes());
            assertThat(recording.memoryBytes()).isLessThanOrEqualTo(memory);
            assertThat(recording.steps()).startsWith(0).endsWith(60);
            requireExact(recording);
        }

        @Test
        void aFolderThatCannotBeWrittenIsToldAndRecordingGoesOn() throws IOException {
            Path file = Files.writeString(temporary.resolve("file"), "");
            long memory = 4 * momentBytes();

            Recording recording = recorded(new Room(64, memory, Optional.of(file.resolve("run")), 1L << 30), 6);

            assertThat(recording.fault().orElseThrow()).contains("run cannot be written to").endsWith("older moments are left out instead.");
            assertThat(recording.policy()).endsWith(recording.fault().get());
            assertThat(recording.memoryBytes()).isLessThanOrEqualTo(memory);
            requireExact(recording);
        }

        @Test
        void aSettledRunLeavesMemory() throws IOException {
            Recording recording = recorded(new Room(64, 1L << 30, Optional.of(temporary.resolve("run")), 1L << 30), 6);
            int count = recording.count();

            recording.settle();

            assertThat(recording.memoryBytes()).isZero();
            assertThat(recording.diskBytes()).isPositive();
            assertThat(recording.count()).isEqualTo(count);
            requireExact(recording);
        }

        @Test
        void aSettledRunThatGoesOnIsRecordedFurther() throws IOException, SettingException {
            Recording recording = recorded(new Room(64, 1L << 30, Optional.of(temporary.resolve("run")), 1L << 30), 3);
            recording.settle();

            try (Device device = Device.cpu(1)) {
                Trainer further = new Trainer(experiment(6), data, device, _ -> {}, recording.at(30).orElseThrow());
                further.watch(recording);
                recording.begin(further);
                further.run(JobControl.UNWATCHED);
            }

            assertThat(recording.steps()).containsExactly(LongStream.rangeClosed(0, 60).toArray());
            assertThat(recording.memoryBytes()).isPositive();
            Recording all = recorded(plenty(), 6);
            PackedTest.assertSameBits(recording.at(17).orElseThrow().tensors(), all.at(17).orElseThrow().tensors());
            assertSame(recording.at(47).orElseThrow(), all.at(47).orElseThrow());
        }

        @Test
        void aSettledRunWithoutFolderIsPacked() throws IOException {
            Recording recording = recorded(new Room(64, 1L << 30, Optional.empty(), 0), 6);
            long before = recording.memoryBytes();

            recording.settle();

            assertThat(recording.memoryBytes()).isLessThan(before);
            requireExact(recording);
        }

        @Test
        void aSettledRunWithoutFolderLeavesMostOfItsMemory() throws IOException {
            long memory = 31 * momentBytes();
            Recording recording = recorded(new Room(64, memory, Optional.empty(), 0), 6);

            recording.settle();

            assertThat(recording.memoryBytes()).isLessThanOrEqualTo(Math.max(memory / 16, 3 * momentBytes()));
            assertThat(recording.has(0)).isTrue();
            assertThat(recording.has(60)).isTrue();
            requireExact(recording);
        }

        @Test
        void momentsThatWereAskedForAreThinnedAtLast() throws IOException {
            long memory = 12 * momentBytes();
            Recording recording = recording(new Room(64, memory, Optional.empty(), 0));

            recordAndKeepEach(recording, 6);

            assertThat(recording.memoryBytes()).isLessThanOrEqualTo(memory);
            assertThat(recording.has(0)).isTrue();
            assertThat(recording.has(60)).isTrue();
            requireExact(recording);
        }

        /** As where a setting is changed by hand before each step. */
        private void recordAndKeepEach(Recording recording, int epochs) {
            try (Device device = Device.cpu(1)) {
                List<Moment> all = new ArrayList<>();
                Trainer trainer = new Trainer(experiment(epochs), data, device, _ -> {});
                trainer.watch(new Onlooker() {
                    @Override
                    public void afterStep(Trainer now, TrainingEvent.Stepped event) {
                        if (event.step() % 10 != 0) {
                            all.add(now.moment());
                        }
                    }
                });
                recording.begin(trainer);
                trainer.run(JobControl.UNWATCHED);
                all.add(trainer.moment());
                all.forEach(recording::keep);
            } catch (SettingException mistake) {
                throw new AssertionError(mistake);
            }
        }

        /** Each moment is to the bit what another recording of the same run has that kept all as they were. */
        private void requireExact(Recording recording) throws IOException {
            Recording all = recorded(plenty(), 6);
            for (long step : recording.steps()) {
                assertSame(recording.at(step).orElseThrow(), all.at(step).orElseThrow());
            }
        }

        private static long filesIn(Path folder) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.mapToLong(each -> each.toFile().length()).sum();
            }
        }
    }

    @Nested
    class OnDisk {

        private Path folder;
        private Recording recording;

        @BeforeEach
        void settle() {
            folder = temporary.resolve("run");
            recording = recorded(new Room(64, 1L << 30, Optional.of(folder), 1L << 30), 2);
            recording.settle();
        }

        @Test
        void trainingGoesOnFromAFileToTheSameBits() throws IOException, SettingException {
            Moment moment = recording.at(13).orElseThrow();

            try (Device device = Device.cpu(1)) {
                Trainer further = new Trainer(moment.experiment(), data, device, _ -> {}, moment);
                further.run(JobControl.UNWATCHED);
                assertSame(further.moment(), recording.at(20).orElseThrow());
            }
        }

        @Test
        void aFileThatIsGoneIsToldAndTheOthersAreThere() throws IOException {
            Files.delete(folder.resolve("step-13.tadpole-moment"));

            assertThatThrownBy(() -> recording.at(13)).isInstanceOf(IOException.class).hasMessageMatching(
                    "The recorded step 13 is lost: .*step-13.tadpole-moment is gone. Look at another step.");
            assertThat(recording.at(14).orElseThrow().step()).isEqualTo(14);
        }

        @Test
        void aFileThatWasChangedIsTold() throws IOException {
            for (long step : List.of(3, 4, 5)) {
                Path file = folder.resolve("step-" + step + ".tadpole-moment");
                byte[] bytes = Files.readAllBytes(file);
                if (step == 3) {
                    bytes[bytes.length / 2] ^= 1;
                } else if (step == 4) {
                    bytes = Arrays.copyOf(bytes, bytes.length / 2);
                } else {
                    bytes[0] = 100;
                }
                Files.write(file, bytes);

                assertThatThrownBy(() -> recording.at(step)).isInstanceOf(IOException.class).hasMessageMatching(
                        "The recorded step %d is lost: .* was changed since it was written. Look at another step.".formatted(step));
            }
        }

        @Test
        void closingDeletesTheFilesAndTheFolder() throws IOException {
            recording.close();

            assertThat(folder).doesNotExist();
            assertThat(recording.bytes()).isZero();
            assertThat(recording.at(3)).isEmpty();
        }

        @Test
        void closingLeavesWhatIsNotItsOwn() throws IOException {
            Path other = Files.writeString(folder.resolve("notes.txt"), "mine");

            recording.close();

            assertThat(other).exists();
        }

        @Test
        void nothingIsRecordedAfterClosing() {
            recording.close();

            record(recording, 1);

            assertThat(recording.count()).isZero();
            assertThat(folder).doesNotExist();
        }
    }

    @Nested
    class BesideTheTraining {

        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Test
        void nothingIsPackedOnTheTrainingThreadAndWhoFallsBehindLeavesStepsOut() throws IOException {
            long memory = 6 * momentBytes();
            Recording recording = recording(new Room(64, memory, Optional.empty(), 0), waiting::add);

            record(recording, 6);

            assertThat(waiting).hasSize(1);
            assertThat(recording.memoryBytes()).isLessThanOrEqualTo(memory + 2 * momentBytes());
            assertThat(recording.count()).isLessThan(12);
            waiting.remove().run();
            assertThat(recording.memoryBytes()).isLessThanOrEqualTo(memory);
            assertThat(waiting).isEmpty();
        }

        @Test
        void closingInTheMiddleLeavesNoFile() throws IOException {
            Path folder = temporary.resolve("run");
            Recording recording = recording(new Room(64, 1L << 30, Optional.of(folder), 1L << 30), waiting::add);
            record(recording, 2);
            recording.settle();

            recording.close();
            waiting.remove().run();

            assertThat(folder).doesNotExist();
        }

        @Test
        void anExecutorThatIsOverIsNoFailure() throws IOException {
            long memory = 6 * momentBytes();
            Recording recording = recording(new Room(64, memory, Optional.empty(), 0), _ -> {
                throw new RejectedExecutionException("over");
            });

            record(recording, 2);

            assertThat(recording.steps()).startsWith(0).endsWith(20);
        }

        @Test
        void stepsAreLeftOutWhereCopyingTakesTooLong() {
            long[] now = {0};
            Recording slow = new Recording(plenty(), Runnable::run, _ -> now[0] += 1_000_000);

            record(slow, 100);

            assertThat(slow.count()).isBetween(100 + 5, 100 + 100);
            assertThat(slow.policy()).endsWith("Steps were left out where recording would have taken more than 1 % of the time.");
        }
    }

    private static void assertSame(Moment one, Moment other) {
        assertThat(one).usingRecursiveComparison().ignoringFields("tally.seconds", "tensors").isEqualTo(other);
        PackedTest.assertSameBits(one.tensors(), other.tensors());
    }
}
