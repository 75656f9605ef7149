package tadpole.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UiFeedTest {

    private final UiQueue ui = new UiQueue();
    private final List<List<Integer>> batches = new ArrayList<>();
    private final UiFeed<Integer> feed = new UiFeed<>(ui, batches::add);

    @Test
    void deliversWhatCameInBetweenAsOneBatchInOrder() {
        IntStream.range(0, 1000).forEach(feed::accept);

        assertThat(ui.size()).isEqualTo(1);
        ui.runAll();
        assertThat(batches).containsExactly(IntStream.range(0, 1000).boxed().toList());
    }

    @Test
    void beginsANewBatchAfterADelivery() {
        feed.accept(1);
        ui.runAll();
        feed.accept(2);
        feed.accept(3);
        ui.runAll();

        assertThat(batches).containsExactly(List.of(1), List.of(2, 3));
    }

    @Test
    void flushingLeavesNothingForLater() {
        feed.accept(1);
        feed.flush();
        ui.runAll();

        assertThat(batches).containsExactly(List.of(1));
    }

    @Test
    void anEventDuringADeliveryWaitsForTheNext() {
        List<Integer> received = new ArrayList<>();
        List<UiFeed<Integer>> self = new ArrayList<>();
        UiFeed<Integer> echoing = new UiFeed<>(ui, batch -> {
            received.addAll(batch);
            if (batch.contains(1)) {
                self.getFirst().accept(2);
            }
        });
        self.add(echoing);

        echoing.accept(1);
        ui.runAll();

        assertThat(received).containsExactly(1, 2);
    }

    @Test
    void losesNothingFromAnotherThreadAndKeepsOneWaiting() throws InterruptedException {
        Thread other = Thread.ofPlatform().start(() -> IntStream.range(0, 100_000).forEach(feed::accept));
        int most = 0;
        while (other.isAlive()) {
            most = Math.max(most, ui.size());
            ui.runAll();
        }
        other.join();
        ui.runAll();

        assertThat(most).isLessThanOrEqualTo(1);
        assertThat(batches.stream().flatMap(List::stream).toList()).isEqualTo(IntStream.range(0, 100_000).boxed().toList());
    }
}
