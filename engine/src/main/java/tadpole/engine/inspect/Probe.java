package tadpole.engine.inspect;

import java.util.List;
import java.util.Optional;
import tadpole.engine.layer.Network;
import tadpole.engine.twin.Conditions;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.Gradients;
import tadpole.engine.twin.TwinLayer;

/** One right step of a subject in double: what mistakes are tried on, to see where they show. */
final class Probe {

    private static final double LEAST_NORM = 0.05;
    private static final double LEAST_DISTANCE = 1e-7;

    private final CheckSubject subject;
    private final TwinChain chain;
    private final List<DoubleTensor> gradients;

    Probe(CheckSubject subject) {
        this.subject = subject;
        this.chain = new TwinChain(subject, subject.copy(), Optional.empty());
        this.gradients = chain.gradients();
    }

    CheckSubject subject() {
        return subject;
    }

    Network network() {
        return subject.network();
    }

    /** Whether a layer's backward would differ visibly: in its own parameters, or in those of the layers before it. */
    boolean shows(int k, TwinLayer wrong) {
        DoubleTensor x = chain.passing().get(k);
        DoubleTensor dy = gradients.get(network().parameters().size() + k + 1);
        Conditions conditions = chain.conditions(k);
        Gradients right = chain.layer(k).backward(x, dy, conditions);
        Gradients found = wrong.backward(x, dy, conditions);
        boolean learnedBefore = network().stages().subList(0, k).stream().anyMatch(stage -> !stage.layer().parameters().isEmpty());
        if (learnedBefore && differ(right.input(), found.input())) {
            return true;
        }
        for (int p = 0; p < right.parameters().size(); p++) {
            if (differ(right.parameters().get(p), found.parameters().get(p))) {
                return true;
            }
        }
        return false;
    }

    TwinLayer layer(int k) {
        return chain.layer(k);
    }

    private static boolean differ(DoubleTensor right, DoubleTensor found) {
        Norm norm = new Norm();
        for (int i = 0; i < right.size(); i++) {
            norm.add(found.at(i), right.at(i));
        }
        return norm.value() > LEAST_NORM && norm.distance() > LEAST_DISTANCE;
    }
}
