package tadpole.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatLayoutTest {

    private static HeatGroup group(int tiles, int rows, int columns) {
        HeatGroup.Mark[] marks = new HeatGroup.Mark[tiles * rows * columns];
        Arrays.fill(marks, HeatGroup.Mark.NONE);
        return new HeatGroup("w", "", rows, columns, new double[marks.length], marks);
    }

    @ParameterizedTest
    @CsvSource({"560, 460", "1100, 700", "320, 300"})
    void findsEveryCellWhereItIsDrawn(double width, double height) {
        List<HeatGroup> groups = List.of(group(10, 28, 28), group(10, 1, 1), group(1, 5, 20), group(200, 1, 1));
        HeatLayout layout = HeatLayout.of(groups, width, height);

        for (int g = 0; g < groups.size(); g++) {
            for (int i = 0; i < groups.get(g).errors().length; i += 7) {
                HeatLayout.Place place = new HeatLayout.Place(g, i);
                HeatLayout.Box box = layout.box(place);
                if (box.y() + box.size() / 2 < layout.bottom()) {
                    assertThat(layout.at(box.x() + box.size() / 2, box.y() + box.size() / 2)).as("%s", place).contains(place);
                }
            }
        }
    }

    @Test
    void takesTheLargestCellsThatHaveRoom() {
        assertThat(HeatLayout.of(List.of(group(30, 1, 1)), 600, 400).cell()).isEqualTo(16);
        HeatLayout full = HeatLayout.of(List.of(group(100, 28, 28)), 576, 420);
        assertThat(full.isWhole()).isTrue();
        assertThat(full.cell()).isLessThan(3);
        assertThat(HeatLayout.of(List.of(group(3000, 28, 28)), 576, 420).isWhole()).isFalse();
    }

    @Test
    void findsNothingBetweenTheTilesAndBesideThem() {
        HeatLayout layout = HeatLayout.of(List.of(group(4, 3, 3)), 600, 400);
        HeatLayout.Box last = layout.box(new HeatLayout.Place(0, 2));

        assertThat(layout.at(last.x() + last.size() + 5, last.y() + 2)).isEmpty();
        assertThat(layout.at(1, 1)).isEmpty();
        assertThat(layout.at(599, 399)).isEmpty();
    }

    @Test
    void hasNoCellsWithoutGroups() {
        assertThat(HeatLayout.of(List.of(), 600, 400).at(100, 100)).isEmpty();
        assertThat(HeatLayout.of(List.of(), 600, 400).isWhole()).isTrue();
    }
}
