package tadpole.parity.cases;

import tadpole.engine.parity.ParityCase;
import tadpole.parity.torch.Script;
import tadpole.parity.torch.TorchSide;

/**
 * A case with PyTorch's side of it.
 *
 * @param source where PyTorch's side of what is on trial comes from
 */
public record TorchCase(ParityCase given, Script script, TorchSide.Rates rates, Source source) {

    /** Where PyTorch's side of what is on trial comes from. */
    public enum Source {
        OPERATOR("its operator"),
        COMPOSED("composed of its operators"),
        FORMULA("its documented formula in its tensors"),
        SCHEDULE("its documented formula in Java"),
        OTHERS("another's formula in its tensors: PyTorch has none");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether PyTorch's own operators do it, not a formula written once more. */
        public boolean isPyTorch() {
            return this == OPERATOR || this == COMPOSED;
        }
    }
}
