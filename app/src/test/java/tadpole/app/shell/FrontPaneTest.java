package tadpole.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

class FrontPaneTest {

    private final PaneEntry data = entry("data");
    private final PaneEntry train = entry("train");

    private static PaneEntry entry(String id) {
        return new PaneEntry(id, id, Material2OutlinedAL.APPS, PaneEntry.Group.LOOK, _ -> {
            throw new AssertionError("No pane is made before it is shown.");
        });
    }

    @Test
    void beginsWhereOneLeft() {
        assertThat(new FrontPane(List.of(data, train), "train").entry()).contains(train);
    }

    @Test
    void beginsWithTheFirstWhereThatPaneIsGone() {
        assertThat(new FrontPane(List.of(data, train), "studio").entry()).contains(data);
        assertThat(new FrontPane(List.of(), "studio").entry()).isEmpty();
    }

    @Test
    void opensByTheId() {
        FrontPane front = new FrontPane(List.of(data, train), "data");

        front.open("train");

        assertThat(front.entry()).contains(train);
        assertThatThrownBy(() -> front.open("studio")).hasMessage("There is no pane \"studio\".");
    }

    @Test
    void theTypeGrowsAndShrinksInSteps() {
        TypeSize size = new TypeSize(104);
        assertThat(size.percent()).isEqualTo(100);

        size.larger();
        size.larger();
        assertThat(size.percent()).isEqualTo(130);
        for (int i = 0; i < 9; i++) {
            size.smaller();
        }
        assertThat(size.percent()).isEqualTo(85);
        size.standard();
        assertThat(size.percent()).isEqualTo(100);
        assertThat(new TypeSize(9000).percent()).isEqualTo(175);
    }
}
