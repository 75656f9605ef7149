package tadpole.engine.training;

/**
 * One number that training moves.
 *
 * @param parameter such as "linear1.weight"
 * @param index     its place in the parameter's row-major numbers, from 0
 */
public record Weight(String parameter, int index) {

    public Weight {
        if (index < 0) {
            throw new IllegalArgumentException("A weight's index must not be negative, but is " + index + ".");
        }
    }
}
