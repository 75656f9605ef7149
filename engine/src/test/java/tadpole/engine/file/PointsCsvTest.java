package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.PointSets;

class PointsCsvTest {

    @Nested
    class Reads {

        @ParameterizedTest
        @ValueSource(strings = {
            "x1,x2,class\n1,-2.5,frog\n0.5,3e-1,newt\n",
            "1;-2.5;frog\r\n0.5;0.3;newt",
            "1;-2,5;frog\r\n0,5;,3;newt",
            "\"a\"\t\"b\"\t\"c\"\n\n1\t-2.5\t\"frog\"\n0.5\t0.3\tnewt\n\n",
            "\uFEFF1 , -2.5 , frog\r0.5,0.3,newt",
        })
        void pointsHoweverTheyAreParted(String text) throws Exception {
            PointsCsv.Table table = PointsCsv.parse("my.csv", text);

            assertThat(table.make().type()).isEqualTo("points");
            assertThat(table.make().settings().decimals("points")).containsExactly(1, -2.5, 0, 0.5, 0.3, 1);
            assertThat(table.classes()).containsExactly("frog", "newt");
        }

        @Test
        void classesThatAreNumbersByTheirSize() throws Exception {
            PointsCsv.Table table = PointsCsv.parse("my.csv", "0,0,7\n0,1,-1\n0,2,07\n");

            assertThat(table.make().settings().decimals("points")).containsExactly(0, 0, 1, 0, 1, 0, 0, 2, 1);
            assertThat(table.classes()).containsExactly("-1", "7");
        }

        @Test
        void twoColumnsAsACurve() throws Exception {
            PointsCsv.Table table = PointsCsv.parse("my.csv", "x,y\n1,1\n2,4\n3,9\n");

            Dataset made = PointSets.make("mine", table.make());
            assertThat(made.isRegression()).isTrue();
            assertThat(made.train().size()).isEqualTo(3);
            assertThat(table.classes()).isEmpty();
        }

        @Test
        void asManyPointsAsAreTakenAndNoMore() throws Exception {
            String most = "x,y\n" + "1,2\n".repeat(PointsCsv.MOST);

            assertThat(PointsCsv.parse("my.csv", most).make().settings().decimals("pairs")).hasSize(2 * PointsCsv.MOST);
            assertThatThrownBy(() -> PointsCsv.parse("my.csv", most + "1,2\n"))
                    .hasMessage("my.csv, line 10002, column 1: At most 10000 points are taken, but here are more. Delete rows.");
            assertThatThrownBy(() -> PointsCsv.parse("my.csv", "1,2\n".repeat(PointsCsv.MOST + 1)))
                    .hasMessage("my.csv, line 10001, column 1: At most 10000 points are taken, but here are more. Delete rows.");
        }
    }

    @Nested
    class Refuses {

        @TempDir
        Path folder;

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {
            "1,2,a/3,x,b | my.csv, line 2, column 3: Here must stand a number from -1000000 to 1000000 with a decimal point, but it is \"x\".",
            "1,2,a/NaN,2,b | my.csv, line 2, column 1: Here must stand a number from -1000000 to 1000000 with a decimal point, but it is \"NaN\".",
            "1,2,a/1,Infinity,b | my.csv, line 2, column 3: Here must stand a number from -1000000 to 1000000 with a decimal point, but it is \"Infinity\".",
            "1,2/1,2e9 | my.csv, line 2, column 3: Here must stand a number from -1000000 to 1000000 with a decimal point, but it is \"2e9\".",
            "1,2,a/1,,b | my.csv, line 2, column 3: Here must stand a number from -1000000 to 1000000 with a decimal point, but it is \"\".",
            "1,2,0.5/1,2,1 | my.csv, line 1, column 5: Here must stand a class, a whole number or a word, but it is \"0.5\".",
            "1,2,a/1,2, | my.csv, line 2, column 5: Here must stand a class, a whole number or a word, but it is \"\".",
            "1,2,a/1,2 | my.csv, line 2, column 1: The rows before have 3 cells, but this one has 2. Fill or delete it.",
            "1,2,3,4 | my.csv, line 1, column 1: A row must have 3 cells, x1, x2 and class, or 2, x and y, parted by commas, semicolons or tabs, but this one has 4.",
            "just words | my.csv, line 1, column 1: A row must have 3 cells, x1, x2 and class, or 2, x and y, parted by commas, semicolons or tabs, but this one has 1.",
            "1,2,a/3,4,a | my.csv: all points are of class \"a\", but at least 2 classes are needed to tell apart.",
            "1,2,a | my.csv has 1 point, but at least 2 are needed: rows of x1, x2 and class, or of x and y.",
            "x,y | my.csv has no points, but at least 2 are needed: rows of x1, x2 and class, or of x and y.",
            "'' | my.csv has no points, but at least 2 are needed: rows of x1, x2 and class, or of x and y.",
        })
        void whatIsNoPoint(String rows, String message) {
            assertThatThrownBy(() -> PointsCsv.parse("my.csv", rows.replace("/", "\n"))).isInstanceOf(FileException.class).hasMessage(message);
        }

        @Test
        void elevenClasses() {
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i <= 10; i++) {
                rows.append("0,0,").append(i).append('\n');
            }

            assertThatThrownBy(() -> PointsCsv.parse("my.csv", rows.toString()))
                    .hasMessage("my.csv, line 11, column 5: At most 10 classes are taken, but \"10\" is one more.");
        }

        @Test
        void aPictureAnEmptyFileAFolderAndNothing() throws Exception {
            Path picture = Files.write(folder.resolve("frog.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xFF, 0});
            Path empty = Files.createFile(folder.resolve("empty.csv"));

            assertThatThrownBy(() -> PointsCsv.read(picture)).hasMessage("%s is not a table of points: it is no text in UTF-8.".formatted(picture));
            assertThatThrownBy(() -> PointsCsv.read(empty)).hasMessageStartingWith("empty.csv has no points");
            assertThatThrownBy(() -> PointsCsv.read(folder)).hasMessage("%s is a folder, not a table of points.".formatted(folder));
            assertThatThrownBy(() -> PointsCsv.read(folder.resolve("no.csv"))).hasMessage("There is no file %s.".formatted(folder.resolve("no.csv")));
        }
    }

    @Test
    void nobodyNeedsTheTableAnyMore() throws Exception {
        PointsCsv.Table table = PointsCsv.parse("my.csv", "1,2,a\n3,4,b\n");

        assertThat(PointSets.make("mine", table.make()).classes()).isEqualTo(List.of("0", "1"));
    }
}
