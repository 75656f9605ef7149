package tadpole.engine.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.tensor.Tensor;

class StreamsTest {

    @ParameterizedTest
    @CsvSource({"101, 4, 7", "101, 5, 20", "2, 50, 50", "3, 1, 1", "1000, 50, 50", "64, 9, 10"})
    void predictsEveryTokenButTheFirstOnceFromTheOneBefore(int length, int count, int sequence) {
        Streams streams = new Streams(IntStream.range(0, length).toArray(), count, sequence);

        int[] predicted = new int[length];
        int[] expectedNext = new int[streams.count()];
        for (int step = 0; step < streams.steps(); step++) {
            Tensor inputs = streams.inputs(step);
            int[] targets = streams.targets(step);
            int time = streams.time(step);
            assertTrue(time >= 1 && time <= sequence);
            for (int stream = 0; stream < streams.count(); stream++) {
                for (int t = 0; t < time; t++) {
                    int at = stream * time + t;
                    assertEquals(inputs.data()[at] + 1, targets[at]);
                    predicted[targets[at]]++;
                    if (step > 0 || t > 0) {
                        assertEquals(expectedNext[stream], (int) inputs.data()[at]);
                    }
                    expectedNext[stream] = targets[at];
                }
            }
        }

        int left = length - 1 - streams.tokens();
        assertTrue(left >= 0 && left < streams.count());
        int[] once = IntStream.range(0, length).map(id -> id == 0 || id > streams.tokens() ? 0 : 1).toArray();
        assertArrayEquals(once, predicted);
    }

    @Test
    void givesAShortTextFewerStreams() {
        assertEquals(2, new Streams(new int[21], 50, 10).count());
    }

    @Test
    void refusesATextOfOneToken() {
        String said = assertThrows(IllegalArgumentException.class, () -> new Streams(new int[1], 1, 1)).getMessage();

        assertEquals("A text to learn from needs at least two tokens, but has 1.", said);
    }
}
