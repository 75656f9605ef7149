package tadpole.engine.layer;

import java.util.Map;
import java.util.TreeMap;

/** The states of all recurrent layers of a pass between two forwards. */
final class CarriedStates {

    private boolean carry;
    private final Map<String, float[]> states = new TreeMap<>();

    void carry(boolean now) {
        carry = now;
        if (!now) {
            states.clear();
        }
    }

    boolean carries() {
        return carry;
    }

    Map<String, float[]> copy() {
        Map<String, float[]> copy = new TreeMap<>();
        states.forEach((name, state) -> copy.put(name, state.clone()));
        return copy;
    }

    void restore(Map<String, float[]> before) {
        if (!carry) {
            throw new IllegalStateException("States are given back to a pass that carries none. Switch it on with carryStates(true).");
        }
        states.clear();
        before.forEach((name, state) -> states.put(name, state.clone()));
    }

    void forget() {
        states.clear();
    }

    /** @param size of all sequences together */
    float[] of(String name, int size) {
        float[] state = states.get(name);
        if (state == null) {
            state = new float[size];
            states.put(name, state);
        }
        if (state.length != size) {
            throw new IllegalStateException("%s carries %d numbers, but this batch has %d. Forget the states, or go on with as many sequences."
                    .formatted(name, state.length, size));
        }
        return state;
    }
}
