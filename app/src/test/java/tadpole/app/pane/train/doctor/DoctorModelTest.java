package tadpole.app.pane.train.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tadpole.app.job.WorkState;
import tadpole.app.pane.train.Lab;
import tadpole.app.pane.train.LabBench;
import tadpole.app.pane.train.Run;

class DoctorModelTest {

    private final LabBench bench = new LabBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void ofABranchBeforeItLeftItSaysWhatWasKnownOfTheParent() {
        Lab lab = bench.lab();
        Run parent = bench.runToItsEnd();
        lab.lookAt(parent, 50);
        lab.branch(parent.start(), "rate 0.1");
        bench.pump().until(() -> lab.runs().size() == 2 && lab.runs().getLast().state() == WorkState.ENDED);
        Run branch = lab.runs().getLast();
        DoctorModel model = new DoctorModel(lab, () -> { });

        lab.lookAt(branch, 30);

        assertThat(model.now().when()).isEqualTo("as of step 30");
        assertThat(model.now().diagnosis()).isEqualTo(parent.doctor().at(30));
    }
}
