package tadpole.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaletteModelTest {

    private final PaletteModel model = new PaletteModel();

    @BeforeEach
    void fill() {
        model.fill(List.of(entry("Train", "Start training"), entry("Train", "Stop training"), entry("Data", "Open data"), entry("", "Use the dark theme")));
    }

    private static PaletteModel.Entry entry(String place, String label) {
        return new PaletteModel.Entry(place, Action.of(label, new SimpleBooleanProperty(true), () -> {}));
    }

    private List<String> found(String typed) {
        model.narrow(typed);
        return model.found().stream().map(entry -> entry.action().label()).toList();
    }

    @Test
    void showsEverythingBeforeOneTypes() {
        assertThat(found("")).containsExactly("Start training", "Stop training", "Open data", "Use the dark theme");
        assertThat(found("   ")).hasSize(4);
    }

    @Test
    void keepsWhatHoldsEveryWordInAnyOrderAndCase() {
        assertThat(found("TRAIN st")).containsExactly("Start training", "Stop training");
        assertThat(found("theme dark")).containsExactly("Use the dark theme");
    }

    @Test
    void findsByThePaneToo() {
        assertThat(found("data")).containsExactly("Open data");
    }

    @Test
    void whatBeginsSoComesFirst() {
        model.fill(List.of(entry("", "Restart"), entry("", "Start")));

        assertThat(found("start")).containsExactly("Start", "Restart");
    }

    @Test
    void findsNothingForNonsense() {
        assertThat(found("xyz")).isEmpty();
    }
}
