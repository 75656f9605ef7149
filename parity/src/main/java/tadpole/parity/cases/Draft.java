package tadpole.parity.cases;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import tadpole.engine.parity.ParityCase;
import tadpole.engine.parity.ParityCase.Data;
import tadpole.engine.parity.ParityCase.Subject;
import tadpole.engine.parity.ParityCase.Training;
import tadpole.engine.parity.Part;
import tadpole.engine.schedule.Move;
import tadpole.parity.cases.TorchCase.Source;
import tadpole.parity.torch.Script;
import tadpole.parity.torch.TorchSide.Rates;

/** A case being written: a small network trained by SGD with cross-entropy, unless said otherwise. */
final class Draft {

    static final double RATE = 0.1;

    private final Subject subject;
    private int[] input = {4};
    private int batch = 5;
    private boolean values;
    private boolean same;
    private List<Part> layers = List.of(Part.of("linear", Map.of("out", 5)), Part.of("tanh"), Part.of("linear", Map.of("out", 3)));
    private List<String> forward = List.of("y = torch.linear(torch.tanh(torch.linear(x, p[0], p[1])), p[2], p[3])");
    private Part loss = Part.of("crossEntropy");
    private List<String> judged = List.of("l = torch.cross_entropy_loss(y, t)");
    private Part optimizer = Part.of("sgd", Map.of("rate", RATE));
    private List<String> update = List.of("torch._fused_sgd_(p, g, [], weight_decay=0., momentum=0., lr=lr, dampening=0., nesterov=False, "
            + "maximize=False, is_first_step=False)");
    private boolean again;
    private int work;
    private Part schedule = Part.of("constant");
    private Rates rates;
    private int steps = 20;
    private boolean carried;
    private double clipValue;
    private double clipNorm;
    private double tolerance = 1e-5;

    Draft(String kind, String type, String with) {
        subject = new Subject(kind, type, with);
    }

    Draft input(int... shape) {
        input = shape;
        return this;
    }

    Draft batch(int size) {
        batch = size;
        return this;
    }

    /** Targets are values. */
    Draft values() {
        values = true;
        return this;
    }

    /** Every step has the same batch. */
    Draft same() {
        same = true;
        return this;
    }

    Draft layers(Part... all) {
        layers = List.of(all);
        return this;
    }

    /** PyTorch's lines; the last makes y. */
    Draft forward(String... lines) {
        forward = List.of(lines);
        return this;
    }

    Draft loss(Part part, String... lines) {
        loss = part;
        judged = List.of(lines);
        return this;
    }

    Draft optimizer(Part part, String... lines) {
        optimizer = part;
        update = List.of(lines);
        return this;
    }

    /** The update asks the batch again and keeps so many numbers. */
    Draft again(int numbers) {
        again = true;
        work = numbers;
        return this;
    }

    Draft schedule(Part part, Rates theirs) {
        schedule = part;
        rates = theirs;
        return this;
    }

    Draft steps(int number) {
        steps = number;
        return this;
    }

    /** Each step begins at the last one's states, which PyTorch's lines put into b. */
    Draft carried() {
        carried = true;
        return this;
    }

    Draft clipValue(double most) {
        clipValue = most;
        return this;
    }

    Draft clipNorm(double most) {
        clipNorm = most;
        return this;
    }

    /** PyTorch's clip_grad_value_ and clip_grad_norm_, which are written in Python. */
    private List<String> clipping() {
        if (clipValue > 0) {
            return List.of("for i in range(len(g)):", "  torch.clamp_(g[i], -%s, %s)".formatted(clipValue, clipValue));
        }
        if (clipNorm > 0) {
            return List.of("q = torch.zeros([1])", "for i in range(len(g)):", "  torch.add_(q, torch.sum(torch.mul(g[i], g[i])))",
                    "q = torch.clamp_max(torch.mul(torch.reciprocal(torch.add(torch.sqrt(q), 1e-06)), %s), 1.)".formatted(clipNorm),
                    "for i in range(len(g)):", "  torch.mul_(g[i], q)");
        }
        return List.of();
    }

    Draft within(double difference) {
        tolerance = difference;
        return this;
    }

    TorchCase by(Source source) {
        double base = ((Number) optimizer.settings().getOrDefault("rate", 0.01)).doubleValue();
        Rates constant = _ -> new Move(base, OptionalDouble.empty());
        return new TorchCase(new ParityCase(subject, layers, new Training(loss, optimizer, schedule, steps, 5, clipValue, clipNorm),
                new Data(input, batch, values, same, carried), tolerance),
                new Script(forward, judged, Stream.concat(clipping().stream(), update.stream()).toList(), again, work), rates == null ? constant : rates, source);
    }
}
