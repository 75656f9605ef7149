package tadpole.engine.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tadpole.engine.training.Experiment;

/** Every rule there is. */
public final class Rules {

    /**
     * What explains others stands before them: raw inputs make gradients explode, and a rate that is too high silences units. The first
     * that is ill is the main cause, else the first that is suspect. A new rule is one new file and one line here.
     */
    static final List<Rule> ALL = List.of(
            new RawInputs(),
            new UnshuffledData(),
            new Labels(),
            new LossMisfit(),
            new StaleGradients(),
            new SummedGradients(),
            new TinyBatches(),
            new AlikeStart(),
            new Exploding(),
            new FirstLoss(),
            new StrongDecay(),
            new StrongDropout(),
            new Vanishing(),
            new RateTooHigh(),
            new DeadRelus(),
            new TightClip(),
            new RateTooLow(),
            new LostNumbers(),
            new EarlyEnd(),
            new Overfitting(),
            new LinearCollapse(),
            new Stuck());

    private Rules() {}

    /** What the rules say, the main cause first. */
    static Diagnosis diagnose(long step, int epoch, Symptoms symptoms) {
        List<Finding> findings = new ArrayList<>();
        ALL.forEach(rule -> rule.look(symptoms).ifPresent(findings::add));
        findings.sort(Comparator.comparing(Finding::state).reversed());
        return new Diagnosis(step, epoch, findings);
    }

    /**
     * The check that any network should pass: about twenty images learned by heart.
     *
     * @param classes how many the data set has, at least 2
     */
    public static Trial byHeart(Experiment experiment, int classes) {
        return Trials.byHeart(experiment, classes);
    }
}
