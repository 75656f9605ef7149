package tadpole.app.pane.train.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.app.job.WorkState;
import tadpole.app.pane.train.LabBench;
import tadpole.app.pane.train.Run;
import tadpole.engine.dataset.Split;
import tadpole.engine.evaluation.AnswerSheet;
import tadpole.engine.training.SampleChanges.Correction;

class MistakesModelTest {

    private final LabBench bench = new LabBench();
    private final BooleanProperty looks = new SimpleBooleanProperty(true);
    private final MistakesModel model = new MistakesModel(bench.lab(), Runnable::run, looks, () -> 0);
    private Run run;

    @BeforeEach
    void train() {
        run = bench.runToItsEnd();
        bench.pump().until(() -> answered().filter(now -> now.sight().step() == run.standsAt()).isPresent());
    }

    @AfterEach
    void end() {
        bench.close();
    }

    private Optional<Answered> answered() {
        return model.asking().answeredProperty().get();
    }

    private Picked picked() {
        bench.pump().until(() -> model.pickedProperty().get()
                .filter(now -> now.history().isPresent() && now.of() == answered().orElseThrow()).isPresent());
        return model.pickedProperty().get().orElseThrow();
    }

    private int[] shown() {
        var index = model.wall().contentProperty().get().orElseThrow().index();
        return IntStream.range(0, index.size()).map(index::imageAt).toArray();
    }

    private void ask(Part part) {
        model.asking().wantedProperty().set(Optional.of(part));
        bench.pump().until(() -> answered().filter(now -> now.part() == part).isPresent());
    }

    @Nested
    class Asked {

        @Test
        void theSheetIsThatOfTheMomentLookedAt() {
            Answered end = answered().orElseThrow();
            assertThat(end.isWhole()).isTrue();
            assertThat(end.confusion().total()).isEqualTo(end.split().size());

            bench.lab().lookAt(run, 0);
            bench.pump().until(() -> answered().filter(now -> now.sight().step() == 0).isPresent());

            assertThat(answered().orElseThrow().sheet().accuracy()).isLessThan(end.sheet().accuracy());
            bench.lab().lookAt(run);
            bench.pump().until(() -> answered().filter(now -> now.sight().step() == run.standsAt()).isPresent());
            assertThat(answered().orElseThrow().sheet().answers()).isEqualTo(end.sheet().answers());
        }

        @Test
        void nobodyIsAskedWhileNobodyLooks() {
            looks.set(false);
            bench.lab().lookAt(run, 0);
            bench.pump().until(() -> bench.lab().sightProperty().get().filter(now -> now.step() == 0).isPresent());
            assertThat(answered().orElseThrow().sight().step()).isEqualTo(run.standsAt());

            looks.set(true);
            bench.pump().until(() -> answered().filter(now -> now.sight().step() == 0).isPresent());
        }

        @Test
        void anotherPartCanBeChosen() {
            ask(Part.TRAINING);

            Split train = run.dataset().train();
            assertThat(answered().orElseThrow().split().size()).isEqualTo(train.size());
            assertThat(answered().orElseThrow().samples()).endsWith(" training images");
        }
    }

    @Nested
    class OnTheWall {

        @Test
        void theHardestStandFirst() {
            AnswerSheet sheet = answered().orElseThrow().sheet();
            float[] losses = new float[sheet.size()];
            IntStream.range(0, sheet.size()).forEach(i -> losses[sheet.samples()[i]] = sheet.losses()[i]);

            bench.pump().until(() -> shown().length == sheet.size()
                    && IntStream.range(1, sheet.size()).allMatch(i -> losses[shown()[i]] <= losses[shown()[i - 1]]));
            bench.pump().until(() -> picked().sample() == shown()[0]);
        }

        @Test
        void aCellShowsItsImagesOnly() {
            AnswerSheet sheet = answered().orElseThrow().sheet();
            Cell cell = new Cell(sheet.labels()[0], sheet.answers()[0]);

            model.cellProperty().set(Optional.of(cell));

            int count = answered().orElseThrow().confusion().count(cell.label(), cell.answer());
            bench.pump().until(() -> shown().length == count);
            assertThat(model.orderProperty().get()).isEqualTo(Order.CELL);
            assertThat(Arrays.stream(shown())).contains(sheet.samples()[0]).allMatch(i -> answered().orElseThrow().split().label(i) == cell.label());
        }

        @Test
        void thoseWhoseAnswerChangedMostComeFromTheRecordedMoments() {
            model.orderProperty().set(Order.CHANGED);

            bench.pump().until(() -> model.mindsProperty().get().isPresent());
            var history = model.mindsProperty().get().orElseThrow().history();
            int[] expected = Arrays.stream(history.mostChanged()).map(i -> history.samples()[i]).toArray();
            assertThat(expected).isNotEmpty();
            bench.pump().until(() -> Arrays.equals(shown(), expected));
            assertThat(history.steps()[0]).isZero();
        }

        @Test
        void whatAPersonPickedStaysPickedAtAnotherMoment() {
            picked();
            model.wall().pick(1);
            int second = shown()[1];
            bench.pump().until(() -> picked().sample() == second);

            bench.lab().lookAt(run, 0);
            bench.pump().until(() -> model.pickedProperty().get().filter(now -> now.of().sight().step() == 0).isPresent());
            assertThat(picked().sample()).isEqualTo(second);
        }

        @Test
        void thePickedImageIsThatOfTheDataSet() {
            Picked now = picked();

            var pick = bench.lab().desk().workspace().pickProperty().get().orElseThrow();
            assertThat(pick.test()).isTrue();
            assertThat(pick.index()).isEqualTo(now.place());
            float[] mine = new float[64];
            float[] theirs = new float[64];
            now.of().split().read(now.sample(), mine, 0);
            pick.dataset().test().orElseThrow().read(pick.index(), theirs, 0);
            assertThat(mine).isEqualTo(theirs);
            assertThat(now.history().orElseThrow().steps()).startsWith(0);
            assertThat(now.walk()).extracting(each -> each.layer()).contains("input", "linear1", "linear2");
        }
    }

    @Nested
    class Corrected {

        @Test
        void relabelsLeavesOutAndTakesBack() {
            ask(Part.TRAINING);
            bench.pump().until(() -> model.pickedProperty().get().filter(now -> now.of().part() == Part.TRAINING).isPresent());
            Picked now = picked();
            int other = (now.label() + 1) % 10;

            model.relabel(other);
            assertThat(model.corrections().allProperty().get()).containsExactly(new Correction(false, now.place(), OptionalInt.of(other)));
            assertThat(bench.lab().form().experiment().data().changes().corrections()).hasSize(1);
            model.leaveOut();
            assertThat(model.corrections().allProperty().get()).containsExactly(new Correction(false, now.place(), OptionalInt.empty()));
            model.corrections().undo();
            assertThat(model.corrections().allProperty().get()).containsExactly(new Correction(false, now.place(), OptionalInt.of(other)));
            model.relabel(now.label());
            assertThat(model.corrections().allProperty().get()).isEmpty();
            model.corrections().undo();
            model.corrections().undo();
            assertThat(model.corrections().undoableProperty().get()).isFalse();
        }

        @Test
        void trainsAgainWithThem() {
            picked();
            model.leaveOut();
            int all = run.dataset().test().orElseThrow().size();

            model.trainAgain();
            bench.pump().until(() -> bench.lab().runs().size() == 2 && bench.lab().runs().getLast().state() == WorkState.ENDED);

            Run again = bench.lab().runs().getLast();
            assertThat(again.nameProperty().get()).isEqualTo("1 correction");
            assertThat(again.start().data().changes().corrections()).hasSize(1);
            bench.pump().until(() -> answered().filter(now -> now.sight().run() == again && now.isWhole()).isPresent());
            assertThat(answered().orElseThrow().split().size()).isEqualTo(all - 1);
            assertThat(bench.lab().runs().getFirst()).isSameAs(run);
        }

        @Test
        void lookingAtTheFirstRunLeavesThemToBeBroughtBack() {
            picked();
            model.leaveOut();
            model.trainAgain();
            bench.pump().until(() -> bench.lab().runs().size() == 2 && bench.lab().runs().getLast().state() == WorkState.ENDED);

            bench.lab().lookAt(run);
            assertThat(model.corrections().allProperty().get()).isEmpty();
            model.corrections().undo();
            assertThat(model.corrections().allProperty().get()).hasSize(1);
        }
    }
}
