package tadpole.engine.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.inspect.Arithmetic;
import tadpole.engine.inspect.Explainer;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Parameter;

/**
 * The arithmetic inside the recurrent layers of a model that has read a text: every gate leads to the sum that goes into it, the sum to
 * weights, inputs and the state before, and so on down to the first token. States are the engine's floats; the gates between two of them,
 * which the engine does not keep, are computed in double from these floats.
 */
public final class GateXRay implements Explainer {

    private static final String SUM = "sum ";

    private final CellTrace trace;
    private final Network network;
    private final Map<String, Parameter> parameters = new HashMap<>();

    public GateXRay(CellTrace trace) {
        this.trace = trace;
        this.network = trace.model().network();
        network.parameters().forEach(each -> parameters.put(each.name(), each));
    }

    /** The gates of a layer's cell in the order of its weights: i, f, g, o or r, z, n; none of a plain RNN. */
    public static List<String> gates(Network.Stage stage) {
        return switch (stage.spec().type()) {
            case "lstm" -> List.of("i", "f", "g", "o");
            case "gru" -> List.of("r", "z", "n");
            default -> List.of();
        };
    }

    /** What one sees of a unit at a time, in the order in which it is computed: its gates, then its states; of a plain RNN its sum and its state. */
    public static List<String> shown(Network.Stage stage) {
        return switch (stage.spec().type()) {
            case "lstm" -> List.of("i", "f", "g", "o", "c", "h");
            case "gru" -> List.of("r", "z", "n", "h");
            default -> List.of(SUM.strip(), "h");
        };
    }

    @Override
    public Arithmetic explain(Address address) {
        return switch (address) {
            case Address.Cell cell when isThere(cell) -> cell(cell);
            case Address.Weight weight when parameters.containsKey(weight.parameter()) && weight.index() >= 0
                    && weight.index() < parameters.get(weight.parameter()).size() -> weight(weight);
            default -> throw new IllegalArgumentException("This text model has no number at " + address + ".");
        };
    }

    private boolean isThere(Address.Cell cell) {
        Optional<Network.Stage> stage = find(cell.stage());
        return stage.isPresent() && cell.time() >= -1 && cell.time() < trace.length() && cell.unit() >= 0
                && cell.unit() < RecurrentStages.hidden(stage.get()) && names(stage.get()).contains(cell.name());
    }

    private static List<String> names(Network.Stage stage) {
        List<String> names = new ArrayList<>(shown(stage));
        gates(stage).forEach(gate -> names.add(SUM + gate));
        if (stage.spec().type().equals("gru")) {
            names.add(SUM + "hn");
        }
        return names;
    }

    private Optional<Network.Stage> find(String name) {
        return RecurrentStages.of(network).stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private Arithmetic weight(Address.Weight address) {
        Parameter parameter = parameters.get(address.parameter());
        int columns = parameter.value().shape().rank() > 1 ? parameter.value().shape().at(1) : 1;
        Expr name = columns == 1 ? Expr.symbol(address.parameter(), Integer.toString(address.index()))
                : Expr.symbol(address.parameter(), Integer.toString(address.index() / columns), Integer.toString(address.index() % columns));
        float value = parameter.value().data()[address.index()];
        return new Arithmetic(address, name, name, Expr.number(value), value, "It was learned, not computed from the text.");
    }

    private Arithmetic cell(Address.Cell cell) {
        Expr name = name(cell);
        if (cell.time() < 0) {
            return new Arithmetic(cell, name, name, Expr.number(0), 0, "Before the first token all states are zero.");
        }
        Network.Stage stage = find(cell.stage()).orElseThrow();
        Formula formula = formula(stage, cell);
        return new Arithmetic(cell, name, formula.symbols(), formula.numbers(), value(stage, cell), note(stage, cell));
    }

    private record Formula(Expr symbols, Expr numbers) {}

    private Formula formula(Network.Stage stage, Address.Cell cell) {
        if (cell.name().startsWith(SUM.strip())) {
            return sum(stage, cell);
        }
        At at = new At(stage, cell);
        return switch (stage.spec().type() + " " + cell.name()) {
            case "lstm i", "lstm f", "lstm o", "gru r", "gru z" -> at.bent(Function.SIGMOID);
            case "lstm g" -> at.bent(Function.TANH);
            case "lstm c" -> new Formula(
                    Expr.sum(Expr.product(symbol("f", "t"), symbol("c", "t-1")), Expr.product(symbol("i", "t"), symbol("g", "t"))),
                    Expr.sum(Expr.product(at.here("f"), at.before("c")), Expr.product(at.here("i"), at.here("g"))));
            case "lstm h" -> new Formula(Expr.product(symbol("o", "t"), Expr.call(Function.TANH, symbol("c", "t"))),
                    Expr.product(at.here("o"), Expr.call(Function.TANH, at.here("c"))));
            case "gru n" -> new Formula(
                    Expr.call(Function.TANH, Expr.sum(symbol("s", "n"), Expr.product(symbol("r", "t"), symbol("s", "hn")))),
                    Expr.call(Function.TANH, Expr.sum(at.here(SUM + "n"), Expr.product(at.here("r"), at.here(SUM + "hn")))));
            case "gru h" -> new Formula(
                    Expr.sum(Expr.product(Expr.minus(Expr.number(1), symbol("z", "t")), symbol("n", "t")), Expr.product(symbol("z", "t"), symbol("h", "t-1"))),
                    Expr.sum(Expr.product(Expr.minus(Expr.number(1), at.here("z")), at.here("n")), Expr.product(at.here("z"), at.before("h"))));
            default -> new Formula(bend(stage, symbol("s", "t")), bend(stage, at.here(SUM.strip())));
        };
    }

    /** One unit at one time. */
    private final class At {

        private final Network.Stage stage;
        private final Address.Cell cell;

        At(Network.Stage stage, Address.Cell cell) {
            this.stage = stage;
            this.cell = cell;
        }

        Expr here(String name) {
            return number(stage, new Address.Cell(cell.stage(), cell.time(), name, cell.unit()));
        }

        Expr before(String name) {
            return number(stage, new Address.Cell(cell.stage(), cell.time() - 1, name, cell.unit()));
        }

        Formula bent(Function by) {
            return new Formula(Expr.call(by, symbol("s", cell.name())), Expr.call(by, here(SUM + cell.name())));
        }
    }

    private static Expr bend(Network.Stage stage, Expr sum) {
        return switch (stage.spec().settings().choice("nonlinearity")) {
            case "relu" -> Expr.call(Function.MAX, Expr.number(0), sum);
            case "sigmoid" -> Expr.call(Function.SIGMOID, sum);
            default -> Expr.call(Function.TANH, sum);
        };
    }

    private Expr number(Network.Stage stage, Address.Cell at) {
        return Expr.number(value(stage, at), at);
    }

    private double value(Network.Stage stage, Address.Cell cell) {
        return cell.name().equals("h") || cell.name().equals("c") ? trace.at(cell.stage(), cell.name(), cell.time(), cell.unit())
                : formula(stage, cell).numbers().value();
    }

    /** W x + b + W h + b of one gate; of a GRU's n the two halves stand apart. */
    private Formula sum(Network.Stage stage, Address.Cell cell) {
        boolean hiddenAlone = cell.name().equals(SUM + "hn");
        boolean inputAlone = stage.spec().type().equals("gru") && cell.name().equals(SUM + "n");
        String gate = hiddenAlone ? "n" : cell.name().substring(SUM.strip().length()).strip();
        int row = Math.max(0, gates(stage).indexOf(gate)) * RecurrentStages.hidden(stage) + cell.unit();
        List<Expr> symbols = new ArrayList<>();
        List<Expr> numbers = new ArrayList<>();
        if (!hiddenAlone) {
            fromInput(stage, cell, row, symbols, numbers);
        }
        if (!inputAlone) {
            fromHidden(stage, cell, row, symbols, numbers);
        }
        return new Formula(new Expr.Sum(symbols), new Expr.Sum(numbers));
    }

    private void fromInput(Network.Stage stage, Address.Cell cell, int row, List<Expr> symbols, List<Expr> numbers) {
        numbers.add(weight(stage, "bias_ih_l0", row));
        symbols.add(Expr.symbol("b", "ih"));
        String weights = stage.name() + ".weight_ih_l0";
        int features = parameters.get(weights).value().shape().at(1);
        Optional<Network.Stage> below = RecurrentStages.before(network, stage.name());
        if (below.isEmpty()) {
            numbers.add(weight(stage, "weight_ih_l0", row * features + trace.id(cell.time())));
            symbols.add(Expr.symbol("W", "ih", "token"));
            return;
        }
        symbols.add(new Expr.SumOver("k", Expr.product(Expr.symbol("W", "ih", "k"), symbol("x", "k"))));
        for (int k = 0; k < features; k++) {
            numbers.add(Expr.product(weight(stage, "weight_ih_l0", row * features + k), input(below.get(), cell.time(), k, features)));
        }
    }

    private Expr input(Network.Stage below, int time, int k, int features) {
        return below.spec().type().equals("embedding") ? weight(below, "weight", trace.id(time) * features + k)
                : number(below, new Address.Cell(below.name(), time, "h", k));
    }

    private void fromHidden(Network.Stage stage, Address.Cell cell, int row, List<Expr> symbols, List<Expr> numbers) {
        int hidden = RecurrentStages.hidden(stage);
        numbers.add(weight(stage, "bias_hh_l0", row));
        symbols.add(Expr.symbol("b", "hh"));
        symbols.add(new Expr.SumOver("k", Expr.product(Expr.symbol("W", "hh", "k"), Expr.symbol("h", "t-1", "k"))));
        for (int k = 0; k < hidden; k++) {
            numbers.add(Expr.product(weight(stage, "weight_hh_l0", row * hidden + k),
                    number(stage, new Address.Cell(stage.name(), cell.time() - 1, "h", k))));
        }
    }

    private Expr weight(Network.Stage stage, String name, int index) {
        String full = stage.name() + "." + name;
        return Expr.number(parameters.get(full).value().data()[index], new Address.Weight(full, index));
    }

    private static Expr symbol(String name, String index) {
        return Expr.symbol(name, index);
    }

    private static Expr name(Address.Cell cell) {
        boolean sum = cell.name().startsWith(SUM.strip());
        String gate = sum ? cell.name().substring(SUM.strip().length()).strip() : "";
        String unit = Integer.toString(cell.unit());
        String time = Integer.toString(cell.time() + 1);
        return !sum ? Expr.symbol(cell.name(), time, unit) : gate.isEmpty() ? Expr.symbol("s", time, unit) : Expr.symbol("s", gate, time, unit);
    }

    private String note(Network.Stage stage, Address.Cell cell) {
        String where = "In " + stage.name() + ", unit " + cell.unit() + ", at token " + (cell.time() + 1) + ". ";
        return where + switch (cell.name()) {
            case "i" -> "The input gate: how much of g is written.";
            case "f" -> "The forget gate: how much of the memory before is kept.";
            case "g" -> "What could be written into the memory.";
            case "o" -> "The output gate: how much of the memory is shown.";
            case "c" -> "The memory: the kept part of what was, and the new.";
            case "r" -> "The reset gate: how much of the state before is looked at.";
            case "z" -> "The update gate: how much of the state before is kept.";
            case "n" -> "What could be the new state.";
            case "h" -> "What the layer gives, and remembers for the next token.";
            default -> RecurrentStages.before(network, stage.name()).isEmpty() && !cell.name().equals(SUM + "hn")
                    ? "The input is a one-hot row: only the weight of this token counts." : "";
        };
    }
}
