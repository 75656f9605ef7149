package tadpole.engine.doctor;

import java.util.List;
import java.util.Optional;

/**
 * What the doctor says of a run at one moment.
 *
 * @param step     how many steps were made
 * @param epoch    how many epochs were behind
 * @param findings the main cause first, then what it may explain, then what is well
 */
public record Diagnosis(long step, int epoch, List<Finding> findings) {

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** What is to be mended first; empty where all is well. */
    public Optional<Finding> cause() {
        return findings.stream().filter(each -> each.state() != Finding.State.WELL).findFirst();
    }
}
