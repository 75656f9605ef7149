package tadpole.app.pane.gradients.step;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tadpole.app.pane.gradients.PlaceNames;
import tadpole.app.xray.Tone;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.StepTrace;
import tadpole.engine.tensor.Shape;
import tadpole.engine.twin.DoubleTensor;

/** Makes sheets of the tensors of a traced step, as one of its samples has them. */
final class Sheets {

    private final StepTrace trace;
    private final int sample;
    private final PlaceNames names;

    Sheets(StepTrace trace, int sample) {
        this.trace = trace;
        this.sample = sample;
        this.names = PlaceNames.of(trace.step().layers(), trace.step().classes(), trace.input().shape().perSample());
    }

    Sheet raw() {
        return ofSample("Raw", trace.raw(), -1, index -> new Address.Raw(sample, index), _ -> Tone.gray(0, 255));
    }

    Sheet input() {
        return ofSample("x, prepared", trace.input(), -1, index -> new Address.Input(sample, index), Sheets::pictured);
    }

    /** What a layer gives; -1 for the prepared input. */
    Sheet output(int layer) {
        if (layer < 0) {
            return input();
        }
        boolean folded = isFlatten(layer);
        return ofSample(trace.stages().get(layer).name() + (folded ? " gives, drawn as the picture" : " gives"), trace.stages().get(layer).output(), layer,
                index -> new Address.Activation(layer, sample, index), folded ? Sheets::pictured : Tone::fitting);
    }

    Sheet outputGradient(int layer) {
        String name = layer < 0 ? "x" : trace.stages().get(layer).name();
        DoubleTensor gradient = layer < 0 ? trace.inputGradient() : trace.stages().get(layer).gradient();
        return ofSample("∂L/∂" + name, gradient, layer, index -> new Address.ActivationGradient(layer, sample, index), Tone::signed);
    }

    Optional<Sheet> probabilities() {
        return trace.probabilities().map(p -> ofSample("softmax", p, trace.stages().size() - 1, index -> new Address.Probability(sample, index),
                _ -> new Tone(Tone.Kind.MAGNITUDE, 0, 1)));
    }

    /** The losses of all samples. */
    Sheet sampleLosses() {
        double[] losses = trace.sampleLosses().stream().mapToDouble(Double::doubleValue).toArray();
        Shape shape = Shape.of(losses.length);
        return sheet(losses.length == 1 ? "Loss" : "Loss of each picture", shape, losses, Mosaic.of(shape), Address.SampleLoss::new, Integer::toString, Tone::magnitude);
    }

    Sheet loss() {
        Shape one = Shape.of(1);
        return sheet("Mean loss", one, new double[] {trace.loss()}, Mosaic.of(one), _ -> new Address.Loss(), Integer::toString, Tone::magnitude);
    }

    Sheet weight(StepTrace.Moved moved, String title) {
        return ofParameter(moved, title, moved.before(), index -> new Address.Weight(moved.name(), index));
    }

    Sheet weightGradient(StepTrace.Moved moved) {
        return ofParameter(moved, "∂L/∂" + moved.name(), moved.gradient(), index -> new Address.WeightGradient(moved.name(), index));
    }

    Sheet updated(StepTrace.Moved moved) {
        return ofParameter(moved, "after", moved.after(), index -> new Address.Updated(moved.name(), index));
    }

    Sheet change(StepTrace.Moved moved) {
        double[] change = new double[moved.before().size()];
        Arrays.setAll(change, i -> moved.after().at(i) - moved.before().at(i));
        return ofParameter(moved, "after - before", new DoubleTensor(moved.shape(), change), index -> new Address.Updated(moved.name(), index));
    }

    /** @param layer that gives it; -1 for what goes into the first */
    private Sheet ofSample(String title, DoubleTensor batch, int layer, IntFunction<Address> address, Function<double[], Tone> tone) {
        Shape shape = batch.shape().perSample();
        int from = sample * batch.columns();
        double[] numbers = Arrays.copyOfRange(batch.data(), from, from + batch.columns());
        List<String> classes = trace.step().classes();
        boolean named = layer == trace.stages().size() - 1 && classes.size() == batch.columns();
        return sheet(title, shape, numbers, layout(shape, layer), address, index -> named ? classes.get(index) : place(shape, index), tone);
    }

    /** What a picture was flattened to is shown as the picture. */
    private Mosaic layout(Shape shape, int layer) {
        return isFlatten(layer) ? Mosaic.of(trace.step().layers().get(layer).input()) : Mosaic.of(shape);
    }

    private boolean isFlatten(int layer) {
        return layer >= 0 && trace.step().layers().get(layer).spec().type().equals("flatten");
    }

    private Sheet ofParameter(StepTrace.Moved moved, String title, DoubleTensor numbers, IntFunction<Address> address) {
        Shape shape = moved.shape();
        Shape picture = trace.input().shape().perSample();
        boolean seesPictures = shape.rank() == 2 && picture.rank() == 3 && shape.at(1) == picture.size();
        return sheet(title, shape, numbers.data(), seesPictures ? Mosaic.rows(shape, picture) : Mosaic.of(shape), address,
                index -> names.of(moved.name(), shape, index), Tone::signed);
    }

    private static Sheet sheet(String title, Shape shape, double[] numbers, Mosaic layout, IntFunction<Address> address,
            IntFunction<String> place, Function<double[], Tone> tone) {
        String sizes = IntStream.range(0, shape.rank()).mapToObj(i -> Integer.toString(shape.at(i))).collect(Collectors.joining(" × "));
        return new Sheet(title, sizes, layout, mosaic -> mosaic.cells(title, numbers, address, place, tone));
    }

    private static String place(Shape shape, int index) {
        StringBuilder place = new StringBuilder();
        int rest = index;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            place.insert(0, rest % shape.at(axis) + (axis == shape.rank() - 1 ? "" : ", "));
            rest /= shape.at(axis);
        }
        return place.toString();
    }

    /** Pixels that were only divided stay gray; centered ones have a sign. */
    private static Tone pictured(double[] numbers) {
        return Arrays.stream(numbers).anyMatch(each -> each < 0) ? Tone.signed(numbers)
                : Tone.gray(0, Arrays.stream(numbers).max().orElse(1));
    }
}
