package tadpole.app.xray;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.Arithmetic;

/** Which numbers are lit now: the explained one and its sources, those of one kind alike (all weights, all inputs). */
public record Lit(Map<Address, Mark> marks) {

    public static final Lit NOTHING = new Lit(Map.of());

    public Lit {
        marks = Map.copyOf(marks);
    }

    static Lit of(Arithmetic arithmetic) {
        Map<Address, Mark> marks = new HashMap<>();
        List<Class<?>> kinds = new ArrayList<>();
        for (Address source : arithmetic.sources()) {
            if (!kinds.contains(source.getClass())) {
                kinds.add(source.getClass());
            }
            marks.put(source, Mark.ofKind(kinds.indexOf(source.getClass())));
        }
        marks.put(arithmetic.of(), Mark.SELF);
        return new Lit(marks);
    }

    public Optional<Mark> at(Address address) {
        return Optional.ofNullable(marks.get(address));
    }
}
