package tadpole.app.pane.gradients.check;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.engine.inspect.CheckSubject;
import tadpole.engine.inspect.Mistake;
import tadpole.engine.inspect.Mistakes;
import tadpole.engine.inspect.Place;
import tadpole.engine.inspect.Planted;

/** Find the bug: what is planted, what one guessed, and the score of this session. */
final class Hunt {

    enum Phase {
        OFF,
        SEARCHING,
        FOUND,
        SHOWN
    }

    /**
     * Where the search is.
     *
     * @param said  what came of the last guess, or a hint; empty at the beginning
     * @param wrong whether the last guess was
     */
    record State(Phase phase, Optional<Planted> planted, String said, boolean wrong) {

        static final State OFF = new State(Phase.OFF, Optional.empty(), "", false);

        boolean isOver() {
            return phase == Phase.FOUND || phase == Phase.SHOWN;
        }
    }

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OFF);
    private int right;
    private int tried;
    private int hints;
    private boolean missed;

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    State state() {
        return state.get();
    }

    /** Those that show somewhere in this network; takes some steps of it. */
    static List<Mistake> fitting(CheckSubject subject) {
        return Mistakes.ALL.stream().filter(each -> !each.places(subject).isEmpty()).toList();
    }

    /** A search begins. */
    void take(Planted planted) {
        hints = 0;
        missed = false;
        state.set(new State(Phase.SEARCHING, Optional.of(planted), "", false));
    }

    Optional<Planted> planted() {
        return state.get().planted();
    }

    boolean isSearching() {
        return state.get().phase() == Phase.SEARCHING;
    }

    /** @param evidence the number that shows it */
    void guess(Place place, String evidence) {
        Planted planted = planted().orElseThrow();
        tell(planted.place().isGuessed(place), planted, "It is not %s.".formatted(place.words()), evidence);
    }

    /** @param type of a mistake */
    void guess(Mistake mistake, String evidence) {
        Planted planted = planted().orElseThrow();
        tell(planted.mistake() == mistake, planted, "It is not \"%s\".".formatted(mistake.text().name()), evidence);
    }

    private void tell(boolean hit, Planted planted, String no, String evidence) {
        if (!isSearching()) {
            return;
        }
        if (hit) {
            tried++;
            right += missed ? 0 : 1;
            state.set(new State(Phase.FOUND, Optional.of(planted), solution("Right: ", planted, evidence), false));
        } else {
            missed = true;
            state.set(new State(Phase.SEARCHING, Optional.of(planted), no + (evidence.isEmpty() ? "" : " Look again: " + evidence), true));
        }
    }

    /** First what to look for, then the place. */
    void hint() {
        if (!isSearching()) {
            return;
        }
        Planted planted = planted().orElseThrow();
        hints++;
        String said = hints == 1 ? planted.mistake().text().before() : "It sits in %s.".formatted(planted.place().words());
        missed |= hints > 1;
        state.set(new State(Phase.SEARCHING, Optional.of(planted), said, false));
    }

    /** Gives up. */
    void show(String evidence) {
        if (isSearching()) {
            Planted planted = planted().orElseThrow();
            tried++;
            state.set(new State(Phase.SHOWN, Optional.of(planted), solution("It was: ", planted, evidence), false));
        }
    }

    void end() {
        state.set(State.OFF);
    }

    private static String solution(String begin, Planted planted, String evidence) {
        return "%s%s, in %s. %s%s".formatted(begin, planted.mistake().text().name(), planted.place().words(), evidence.isEmpty() ? "" : evidence + " ",
                planted.mistake().text().after());
    }

    /** "3 of 4 found at the first guess"; empty before the first. */
    String score() {
        return tried == 0 ? "" : "%d of %d found at the first guess".formatted(right, tried);
    }
}
