package tadpole.engine.inspect;

import java.util.List;
import tadpole.engine.dataset.Preparation;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Split;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.tensor.Shape;
import tadpole.engine.twin.Scope;

/** The arithmetic of one picture before any network has seen it: its raw numbers, and what the preparations make of them. Sample 0. */
public final class PreparedPicture implements Explainer {

    private final Shape shape;
    private final Shape preparedShape;
    private final float[] raw;
    private final float[] prepared;
    private final PreparationScope scope;

    public PreparedPicture(Split split, int sample, List<Preparation> preparations) {
        this.shape = split.shape();
        this.preparedShape = Preparations.shape(preparations, shape);
        this.raw = new float[Math.max(shape.size(), preparedShape.size())];
        split.read(sample, raw, 0);
        this.prepared = raw.clone();
        Preparations.apply(preparations, prepared, shape);
        this.scope = new PreparationScope(List.copyOf(preparations), shape, at -> new Explained(name(at), Expr.number(value(at), at)));
    }

    @Override
    public Arithmetic explain(Address address) {
        double value = value(address);
        Explained how = address instanceof Address.Input at ? scope.explain(at)
                : new Explained(name(address), Expr.number(value, address), "As the file has it.");
        return new Arithmetic(address, name(address), how.symbols(), how.numbers(), value, how.note());
    }

    private double value(Address address) {
        return switch (address) {
            case Address.Raw(int sample, int index) when sample == 0 && index >= 0 && index < shape.size() -> raw[index];
            case Address.Input(int sample, int index) when sample == 0 && index >= 0 && index < preparedShape.size() -> prepared[index];
            default -> throw new IllegalArgumentException("This picture has no number at " + address + ".");
        };
    }

    private Expr name(Address address) {
        return switch (address) {
            case Address.Raw at -> Expr.symbol("raw", Scope.place(shape, at.index()));
            case Address.Input at -> Expr.symbol("x", Scope.place(preparedShape, at.index()));
            default -> throw new IllegalArgumentException("A picture has no number at " + address + ".");
        };
    }
}
