package tadpole.app.pane.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresRoomTest {

    @Test
    void showsLessInLessRoom() {
        assertThat(FiguresRoom.of(50)).isEqualTo(FiguresRoom.ALL);
        assertThat(FiguresRoom.of(30)).isEqualTo(FiguresRoom.WITHOUT_SPEED);
        assertThat(FiguresRoom.of(22)).isEqualTo(FiguresRoom.SMALL);
        assertThat(FiguresRoom.of(10)).isEqualTo(FiguresRoom.SMALL_WITHOUT_LOSS);
    }

    @Test
    void theSpeedGoesFirst() {
        assertThat(FiguresRoom.WITHOUT_SPEED.hasSpeed()).isFalse();
        assertThat(FiguresRoom.WITHOUT_SPEED.hasLoss()).isTrue();
        assertThat(FiguresRoom.WITHOUT_SPEED.isSmall()).isFalse();
    }
}
