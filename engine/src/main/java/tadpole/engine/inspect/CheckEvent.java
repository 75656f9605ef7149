package tadpole.engine.inspect;

import java.util.List;

/** What a gradient check tells while it runs. */
public sealed interface CheckEvent {

    /**
     * The analytic gradients are there; nothing is checked yet.
     *
     * @param tensors with their analytic gradients, first of the parameters, then of what passes
     */
    record Began(double loss, List<CheckedTensor> tensors, double analyticSeconds) implements CheckEvent {

        public Began {
            tensors = List.copyOf(tensors);
        }
    }

    /**
     * Some numbers of one tensor are checked.
     *
     * @param tensor  place in the list of {@link Began}
     * @param places  in the tensor
     * @param numeric beside them
     * @param crossed beside them
     * @param seconds that all numeric gradients took so far
     */
    record Checked(int tensor, int[] places, double[] numeric, boolean[] crossed, double seconds) implements CheckEvent {}
}
