package tadpole.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Split;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.training.Moment;
import tadpole.engine.training.TinyData;
import tadpole.engine.training.TinyExperiment;

class ChangedMindsTest {

    private static final int[] SOME = {0, 17, 80, 299};

    private final Device device = Device.cpu(1);
    private final Trained trained = Trained.of(TinyExperiment.of(3).rate(0.5), TinyData.overlapping(100, 300, 3));
    private final Split split = trained.network().samples();
    private final long[] steps = trained.moments().stream().mapToLong(Moment::step).toArray();

    private AnswerHistory history(int... samples) {
        return ((JobOutcome.Finished<AnswerHistory>) new ChangedMinds(trained.recording()::at, steps, trained.network(), split, samples, device)
                .run(JobControl.UNWATCHED)).result();
    }

    /** Asked moment by moment, by hand. */
    private List<AnswerSheet> sheets() {
        List<AnswerSheet> sheets = new ArrayList<>();
        for (Moment moment : trained.moments()) {
            Network network = trained.network().copy();
            network.state().forEach(each -> each.tensor().set(moment.tensors().get("network/" + each.name())));
            network.parameters().forEach(Parameter::changed);
            Examination asked = new Examination(trained.network(), network, split, java.util.stream.IntStream.range(0, split.size()).toArray(), device);
            asked.run(JobControl.UNWATCHED);
            sheets.add(asked.soFar());
        }
        return sheets;
    }

    @Test
    void everyMomentIsAskedForItself() {
        AnswerHistory history = history(SOME);
        List<AnswerSheet> sheets = sheets();

        assertThat(history.steps()).isEqualTo(steps).contains(0, 5, 10, 15, 20);
        for (int moment = 0; moment < steps.length; moment++) {
            for (int i = 0; i < SOME.length; i++) {
                assertThat(history.answers()[moment][i]).isEqualTo(sheets.get(moment).answers()[SOME[i]]);
                assertThat(history.confidence()[moment][i]).isEqualTo(sheets.get(moment).confidence()[SOME[i]]);
                assertThat(history.ofLabel()[moment][i]).isEqualTo(sheets.get(moment).ofLabel()[SOME[i]]);
                assertThat(history.labels()[i]).isEqualTo(split.label(SOME[i]));
            }
        }
    }

    @Test
    void thoseThatChangedMostAreFirst() {
        AnswerHistory history = history(java.util.stream.IntStream.range(0, 300).toArray());
        List<AnswerSheet> sheets = sheets();

        int[] changes = new int[300];
        for (int moment = 1; moment < sheets.size(); moment++) {
            for (int i = 0; i < 300; i++) {
                changes[i] += sheets.get(moment).answers()[i] != sheets.get(moment - 1).answers()[i] ? 1 : 0;
            }
        }
        int[] most = history.mostChanged();
        assertThat(most).isNotEmpty().doesNotHaveDuplicates().hasSize((int) java.util.Arrays.stream(changes).filter(each -> each > 0).count());
        for (int i = 0; i < most.length; i++) {
            assertThat(history.changes(most[i])).isEqualTo(changes[most[i]]);
            assertThat(i == 0 || changes[most[i]] <= changes[most[i - 1]]).isTrue();
        }
    }

    @Test
    void stoppedItGivesTheMomentsAskedSoFar() {
        JobOutcome<AnswerHistory> outcome = new ChangedMinds(trained.recording()::at, steps, trained.network(), split, SOME, device).run(Trained.asking(4));

        assertThat(outcome).isInstanceOfSatisfying(JobOutcome.Stopped.class,
                stopped -> assertThat(((AnswerHistory) stopped.resultSoFar()).steps()).containsExactly(0, 5));
    }

    @Test
    void aStepThatIsNotRecordedIsNotAskedTwice() {
        AnswerHistory history = ((JobOutcome.Finished<AnswerHistory>) new ChangedMinds(trained.recording()::at, new long[] {0, 3, 5, 7, 9, 10}, trained.network(), split, SOME, device)
                .run(JobControl.UNWATCHED)).result();

        assertThat(history.steps()).containsExactly(0, 5, 10);
    }

    @Test
    void aMomentThatCannotBeReadIsSaid() {
        JobOutcome<AnswerHistory> outcome = new ChangedMinds(_ -> {
            throw new java.io.IOException("The file of step 5 is gone.");
        }, steps, trained.network(), split, SOME, device).run(JobControl.UNWATCHED);

        assertThat(outcome).isInstanceOfSatisfying(JobOutcome.Failed.class, failed -> assertThat(failed.message()).isEqualTo("The file of step 5 is gone."));
    }

    @Test
    void spreadKeepsTheFirstAndTheLast() {
        assertThat(ChangedMinds.spread(new long[] {0, 1, 2, 3, 4, 5, 6}, 3)).containsExactly(0, 3, 6);
        assertThat(ChangedMinds.spread(new long[] {0, 1}, 3)).containsExactly(0, 1);
        assertThat(ChangedMinds.spread(new long[0], 3)).isEmpty();
    }
}
