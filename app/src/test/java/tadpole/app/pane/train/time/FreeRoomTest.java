package tadpole.app.pane.train.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreeRoomTest {

    private final FreeRoom row = new FreeRoom(0, 400);

    @Test
    void wordsGoBesideTheHandleAtTheEndOfARun() {
        assertThat(row.nearest(300, 100)).hasValue(300);
        assertThat(row.without(344, 400).nearest(300, 100)).hasValue(344 - FreeRoom.GAP - 100);
    }

    @Test
    void theyGoToTheNearestPlaceThatCoversNothing() {
        FreeRoom taken = row.without(150, 200).without(210, 260);

        assertThat(taken.nearest(160, 80)).hasValue(150 - FreeRoom.GAP - 80);
        assertThat(taken.nearest(240, 80)).hasValue(260 + FreeRoom.GAP);
        assertThat(row.nearest(390, 50)).hasValue(350);
    }

    @Test
    void whereNothingIsFreeThereIsNoPlace() {
        assertThat(row.without(100, 300).nearest(0, 120)).isEmpty();
        assertThat(row.nearest(0, 500)).isEmpty();
    }

    @Test
    void oneMomentIsOne() {
        assertThat(TimeModel.recordedText(1, 1 << 20)).startsWith("recorded: 1 moment, ");
        assertThat(TimeModel.recordedText(2, 1 << 20)).startsWith("recorded: 2 moments, ");
    }
}
