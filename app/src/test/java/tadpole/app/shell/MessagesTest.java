package tadpole.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessagesTest {

    private final Messages messages = new Messages();

    private String last() {
        return messages.lastProperty().get().text();
    }

    @Test
    void keepsTheThreeNewestFailures() {
        messages.failed("First.");
        messages.failed("Second.");
        messages.failed("Third.");
        messages.failed("Second.");
        messages.failed("Fourth.");

        assertThat(messages.failures()).containsExactly("Fourth.", "Second.", "Third.");
        assertThat(last()).isEqualTo("Fourth.");
    }

    @Test
    void whatSucceedsEndsWhatFailedBefore() {
        messages.failed("frog.png: is a PNG.");
        messages.done("CIFAR-10 opened.");

        assertThat(messages.failures()).isEmpty();
        assertThat(last()).isEqualTo("CIFAR-10 opened.");
    }

    @Test
    void closingAFailureTakesItFromTheStatusBarToo() {
        messages.failed("frog.png: is a PNG.");
        messages.close("frog.png: is a PNG.");

        assertThat(messages.failures()).isEmpty();
        assertThat(last()).isEmpty();
    }

    @Test
    void closingAnOlderFailureKeepsTheLastMessage() {
        messages.failed("First.");
        messages.failed("Second.");
        messages.close("First.");

        assertThat(messages.failures()).containsExactly("Second.");
        assertThat(last()).isEqualTo("Second.");
    }
}
