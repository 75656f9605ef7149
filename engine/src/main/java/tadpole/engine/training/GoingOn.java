package tadpole.engine.training;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tadpole.engine.optimizer.Optimizer;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/** Puts the tensors of a moment into the parts of a run that is to go on from it. */
final class GoingOn {

    private final Moment from;
    private final Setup setup;

    GoingOn(Moment from, Setup setup) {
        this.from = from;
        this.setup = setup;
    }

    /** @throws SettingException in one sentence where the network has other tensors than the moment */
    void network() throws SettingException {
        Map<String, Tensor> given = from.tensors(Moment.NETWORK);
        List<NamedTensor> wanted = setup.network().state();
        for (NamedTensor each : wanted) {
            requireFit("", each, given);
        }
        Set<String> known = wanted.stream().map(NamedTensor::name).collect(Collectors.toSet());
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw misfit("has %s, but this network does not", name);
            }
        }
        if (from.best().isPresent()) {
            for (NamedTensor each : wanted) {
                requireFit("best ", each, from.tensors(Moment.BEST));
            }
        }
        wanted.forEach(each -> each.tensor().set(given.get(each.name())));
        setup.network().parameters().forEach(Parameter::changed);
    }

    /**
     * What the optimizer remembers, where it is of the same type as the moment's; else it begins anew. What settings that
     * changed do not need is left out, what they need beside it begins anew.
     */
    void optimizer(Spec spec) throws SettingException {
        if (!spec.type().equals(from.optimizer().type()) || !sameOrder()) {
            return;
        }
        Map<String, Tensor> memory = from.tensors(Moment.OPTIMIZER);
        requireWhole(memory);
        try {
            setup.optimizer().takeOver(memory);
        } catch (IllegalArgumentException damaged) {
            throw misfit("is damaged: %s", damaged.getMessage());
        }
    }

    /** Gradients that were not zeroed. */
    void stale(Learner learner) throws SettingException {
        Map<String, Tensor> stale = from.tensors(Moment.STALE);
        for (Parameter each : setup.network().parameters()) {
            if (stale.containsKey(each.name())) {
                requireFit("stale ", new NamedTensor(each.name(), each.value()), stale);
            }
        }
        learner.restoreStale(stale);
    }

    /** A new optimizer that goes on with the memory of another where it is of the same type. */
    static Optimizer make(Spec spec, Spec before, Optimizer old) {
        Optimizer made = recipe(spec.type()).maker().make(spec.settings());
        if (spec.type().equals(before.type())) {
            made.takeOver(old.state());
        }
        return made;
    }

    private static Recipe<OptimizerMaker> recipe(String type) {
        return Optimizers.ALL.stream().filter(each -> each.type().equals(type)).findFirst().orElseThrow();
    }

    /** Rows over all parameters mean something in their own order only. */
    private boolean sameOrder() {
        return List.copyOf(from.tensors(Moment.NETWORK).keySet()).equals(setup.network().state().stream().map(NamedTensor::name).toList());
    }

    /** What is remembered of one parameter is remembered of all, and in its shape; a row has as many numbers as there are. */
    private void requireWhole(Map<String, Tensor> memory) throws SettingException {
        List<Parameter> parameters = setup.network().parameters();
        Set<String> kinds = parameters.stream()
                .flatMap(parameter -> memory.keySet().stream()
                        .filter(name -> name.startsWith(parameter.name() + "."))
                        .map(name -> name.substring(parameter.name().length())))
                .collect(Collectors.toSet());
        for (Parameter parameter : parameters) {
            for (String kind : kinds) {
                requireFit("optimizer's ", new NamedTensor(parameter.name() + kind, parameter.value()), memory);
            }
        }
        int all = parameters.stream().mapToInt(Parameter::size).sum();
        for (Map.Entry<String, Tensor> each : memory.entrySet()) {
            boolean isOfOne = parameters.stream().anyMatch(parameter -> each.getKey().startsWith(parameter.name() + "."));
            int size = each.getValue().size();
            if (!isOfOne && size != 1 && size != all) {
                throw misfit("has %s of %d numbers, but this network has %d", "the optimizer's " + each.getKey(), size, all);
            }
        }
    }

    private void requireFit(String kind, NamedTensor wanted, Map<String, Tensor> given) throws SettingException {
        Tensor found = given.get(wanted.name());
        if (found == null) {
            throw misfit("has no %s", kind + wanted.name());
        }
        if (!found.shape().equals(wanted.tensor().shape())) {
            throw misfit("has %s as %s, but this network has it as %s", kind + wanted.name(), found.shape(), wanted.tensor().shape());
        }
    }

    private SettingException misfit(String what, Object... with) {
        return new SettingException("The recorded moment of step %d %s. Go on with layers of the same parameters, or train from the start."
                .formatted(from.step(), what.formatted(with)));
    }
}
