package tadpole.engine.design;

import java.util.List;
import java.util.Optional;
import tadpole.engine.design.Fault.Fix;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/** Layers that take sequences. */
final class SequenceSizes {

    private SequenceSizes() {}

    static LayerSize embedding(Spec spec, Shape input) throws NoFitException {
        int size = spec.settings().whole("size");
        if (input.rank() != 1) {
            throw new NoFitException(Fault.of("Embedding takes a row of word numbers, one a time, but is given %s.".formatted(input), "",
                    Optional.empty(), Sizes.remove()));
        }
        Shape output = Shape.of(input.at(0), size);
        long weights = Sizes.parameter(spec, output, spec.settings().whole("vocabulary"), size);
        return new LayerSize(output, weights, 0, output.size() + input.size(), 0);
    }

    static LayerSize dropout(Spec spec, Shape input) throws NoFitException {
        if (input.rank() != 2) {
            throw new NoFitException(Fault.of("Variational dropout takes time×features, but is given %s.".formatted(input), "", Optional.of(input),
                    Sizes.instead("Take dropout instead", Specs.of("dropout", java.util.Map.of("p", spec.settings().decimal("p")))), Sizes.remove()));
        }
        return LayerSize.plain(input, 2L * input.size() + input.at(1));
    }

    /**
     * A recurrent layer with so many gates. The inputs' part of the sums counts at every time; words are looked up and cost no products.
     */
    static LayerSize recurrent(Spec spec, Shape input, int gates) throws NoFitException {
        Settings settings = spec.settings();
        int vocabulary = settings.whole("vocabulary");
        int hidden = settings.whole("hidden");
        boolean last = settings.choice("output").equals("last");
        requireSequence(spec, input, vocabulary, last ? Optional.of(Shape.of(hidden)) : Optional.empty());
        int time = input.at(0);
        Shape output = last ? Shape.of(hidden) : Shape.of(time, hidden);
        long width = (long) gates * hidden;
        long ofInputs = Sizes.parameter(spec, output, width, vocabulary > 0 ? vocabulary : input.at(1));
        long ofHidden = Sizes.parameter(spec, output, width, hidden);
        long products = time * (ofHidden + (vocabulary > 0 ? 0 : ofInputs));
        long memory = time * (2 * width + 3L * hidden) + (vocabulary > 0 ? input.size() : time * width + 2L * input.size());
        long prepared = (vocabulary > 0 ? 2 * ofInputs : 0) + 2 * ofHidden;
        return new LayerSize(output, ofInputs + ofHidden + 2 * width, products, output.size() + memory, prepared);
    }

    private static void requireSequence(Spec spec, Shape input, int vocabulary, Optional<Shape> likely) throws NoFitException {
        String label = Specs.recipe(spec.type()).label();
        if (vocabulary > 0 && input.rank() != 1) {
            throw new NoFitException(new Fault("%s takes a row of word numbers where its vocabulary is set, but is given %s.".formatted(label, input), "",
                    input.rank() == 2 ? List.of(Sizes.instead("Set its vocabulary to 0", Specs.with(spec, "vocabulary", 0L)), Sizes.remove())
                            : List.of(Sizes.remove()), likely));
        }
        if (vocabulary == 0 && input.rank() != 2) {
            List<Fix> fixes = input.rank() == 1 ? List.of(Sizes.before("Add embedding", "embedding", spec), Sizes.remove()) : List.of(Sizes.remove());
            throw new NoFitException(new Fault("%s takes time×features, but is given %s.".formatted(label, input), "", fixes, likely));
        }
    }
}
