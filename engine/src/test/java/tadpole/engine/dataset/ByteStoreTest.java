package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteStoreTest {

    private static final byte[] CONTENT = new byte[700_000];

    static {
        new Random(3).nextBytes(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 300_000, 699_999, 700_000, 700_001, 2_000_000})
    void givesBackWhatCameWhateverWasExpected(long trusted) throws IOException {
        ByteStore store = new ByteStore(trusted);

        store.add(CONTENT, 0, 1000);
        store.fill(trickle(1000), CONTENT.length);

        assertThat(store.size()).isEqualTo(CONTENT.length);
        assertThat(store.take(CONTENT.length)).isEqualTo(CONTENT);
    }

    @Test
    void takesNoMoreThanWanted() throws IOException {
        ByteStore store = new ByteStore(10);

        store.fill(trickle(0), 500_000);

        assertThat(store.size()).isEqualTo(500_000);
    }

    @Test
    void givesFewerWhereFewerAreAskedFor() throws IOException {
        ByteStore store = new ByteStore(10);
        store.fill(trickle(0), CONTENT.length);

        assertThat(store.take(3)).containsExactly(CONTENT[0], CONTENT[1], CONTENT[2]);
    }

    /** Never gives more than 4097 bytes at once. */
    private static InputStream trickle(int from) {
        return new ByteArrayInputStream(CONTENT, from, CONTENT.length - from) {

            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 4097));
            }
        };
    }
}
