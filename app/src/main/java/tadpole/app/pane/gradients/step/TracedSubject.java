package tadpole.app.pane.gradients.step;

import java.util.Map;
import java.util.TreeMap;
import tadpole.app.pane.gradients.Studied;
import tadpole.app.xray.Tracing;
import tadpole.engine.inspect.Snapshot;
import tadpole.engine.inspect.StepTrace;
import tadpole.engine.inspect.Tracer;
import tadpole.engine.inspect.XRay;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.twin.DoubleTensor;

/**
 * One step of a network on its samples, and what it brought.
 *
 * @param after the loss of the same samples once the parameters are updated
 */
record TracedSubject(Studied studied, StepTrace trace, XRay xray, double after) {

    /** @throws SettingException where the network cannot be stepped through; says why */
    static TracedSubject of(Studied studied, Device device) throws SettingException {
        if (studied.dataset().isRegression()) {
            throw new SettingException("%s has numbers as targets; here one steps through networks that tell classes apart. Choose another data set in Data."
                    .formatted(studied.dataset().title()));
        }
        Tracing.requireFew(studied.experiment().name(), studied.network(), studied.samples().size());
        Tracer tracer = new Tracer(studied.experiment(), studied.setup(), studied.dataset().classes(), device);
        int[] samples = studied.samples().stream().mapToInt(Integer::intValue).toArray();
        Snapshot start = Snapshot.of(studied.network());
        StepTrace trace = tracer.trace(start, studied.split(), samples);
        StepTrace next = tracer.trace(updated(start, trace), studied.split(), samples);
        return new TracedSubject(studied, trace, new XRay(trace), next.loss());
    }

    private static Snapshot updated(Snapshot start, StepTrace trace) {
        Map<String, Tensor> state = new TreeMap<>(start.state());
        trace.parameters().forEach(each -> state.put(each.name(), narrow(each.after())));
        return new Snapshot(state, Map.of(), 0);
    }

    private static Tensor narrow(DoubleTensor wide) {
        float[] data = new float[wide.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) wide.at(i);
        }
        return Tensor.of(wide.shape(), data);
    }
}
