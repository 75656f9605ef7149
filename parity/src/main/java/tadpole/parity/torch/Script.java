package tadpole.parity.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What PyTorch runs, in TorchScript. It knows the batch x, the target t, whether it is training (train), the parameters p, the
 * running figures and the states carried b, and the masks m; in the update also the gradients g, the states s0, s1, s2 (a tensor like each
 * parameter, zeros at first), a work tensor w, the rate lr, the momentum mu and the number of the step, from 0.
 *
 * @param forward makes y
 * @param loss    makes l of y and t
 * @param update  changes p, s0, s1, s2 and w in place
 * @param again   whether the update evaluates the batch again: self.again(x, t, k, p, b, m) gives the loss and all gradients in one row
 * @param work    how many numbers the work tensor has
 */
public record Script(List<String> forward, List<String> loss, List<String> update, boolean again, int work) {

    private static final String BATCH = "x: Tensor, t: Tensor, k: Tensor, p: List[Tensor], b: List[Tensor], m: List[Tensor]";

    /** All that PyTorch is given. */
    public String text() {
        List<String> lines = new ArrayList<>(List.of(
                "class Case(Module):", "  __parameters__ = []", "  __buffers__ = []", "  training : bool"));
        lines.add("  def forward(self: __torch__.Case, " + BATCH + ") -> List[Tensor]:");
        lines.add("    train = bool(k)");
        Stream.concat(forward.stream(), loss.stream()).map("    "::concat).forEach(lines::add);
        lines.add("    return [y, l]");
        if (again) {
            lines.add(LineSearch.TEXT.replace("BATCH", BATCH).stripTrailing());
        }
        lines.add("  def update(self: __torch__.Case, " + BATCH
                + ", g: List[Tensor], s0: List[Tensor], s1: List[Tensor], s2: List[Tensor], steps: List[Tensor], w: Tensor, n: Tensor) -> Tensor:");
        lines.addAll(List.of("    lr = float(n[0])", "    mu = float(n[1])", "    step = int(n[2])",
                "    for i in range(len(p)):", "      torch.add_(steps[i], 1)"));
        update.stream().map("    "::concat).forEach(lines::add);
        lines.add("    return n");
        return String.join("\n", lines) + "\n";
    }

    /** The lines that are on trial: of a layer, loss or optimizer; none of a schedule. */
    public List<String> program(String kind) {
        return switch (kind) {
            case "layer" -> forward;
            case "loss" -> loss;
            case "optimizer" -> again ? List.of("see CurvedUpdates in module parity") : update;
            default -> List.of();
        };
    }
}
