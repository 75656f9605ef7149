package tadpole.app.pane.train.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tadpole.app.job.WorkState;
import tadpole.app.pane.train.LabBench;
import tadpole.app.pane.train.Run;

class TimeModelTest {

    private final LabBench bench = new LabBench();
    private final TimeModel model = new TimeModel(bench.lab());

    @AfterEach
    void close() {
        bench.close();
    }

    private Run branch(Run parent, String change) {
        int before = bench.lab().runs().size();
        bench.lab().lookAt(parent, 50);
        bench.lab().branch(parent.start(), change);
        bench.pump().until(() -> bench.lab().runs().size() > before && bench.lab().runs().getLast().state() == WorkState.ENDED);
        return bench.lab().runs().getLast();
    }

    @Test
    void saysWhatTheRunIsThatABranchLeft() {
        Run parent = bench.runToItsEnd();

        branch(parent, "rate 0.1");
        assertThat(model.lanes()).extracting(TimeModel.Lane::text).containsExactly("without rate 0.1, to 120");
        branch(parent, "without rate 0.5");
        assertThat(model.lanes()).extracting(TimeModel.Lane::text).containsExactly("with rate 0.5, to 120");
        branch(parent, "");
        assertThat(model.lanes()).extracting(TimeModel.Lane::text).containsExactly("the run it left, to 120");
    }
}
