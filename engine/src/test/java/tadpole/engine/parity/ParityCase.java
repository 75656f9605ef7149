package tadpole.engine.parity;

import java.util.List;

/**
 * A small training that both sides make from the same numbers.
 *
 * @param tolerance the largest relative difference that counts as agreement, at any step
 */
public record ParityCase(Subject subject, List<Part> layers, Training training, Data data, double tolerance) {

    /**
     * What is on trial.
     *
     * @param kind layer, loss, optimizer or schedule
     * @param type of its recipe
     * @param with what is special about this case; may be empty
     */
    public record Subject(String kind, String type, String with) {

        @Override
        public String toString() {
            return with.isEmpty() ? type : type + ", " + with;
        }
    }

    /**
     * @param clipValue the largest number of a gradient let through; 0 for any
     * @param clipNorm  the greatest length of all gradients together; 0 for any
     */
    public record Training(Part loss, Part optimizer, Part schedule, int steps, int stepsAnEpoch, double clipValue, double clipNorm) {}

    /**
     * @param input   shape of one sample
     * @param values  whether targets are values, else classes
     * @param same    whether every step has the same batch
     * @param carried whether recurrent layers begin a step where the last one ended
     */
    public record Data(int[] input, int batch, boolean values, boolean same, boolean carried) {}

    @Override
    public String toString() {
        return subject.kind() + " " + subject;
    }
}
