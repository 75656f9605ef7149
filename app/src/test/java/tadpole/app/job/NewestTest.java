package tadpole.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestTest {

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<String> answered = new ArrayList<>();
    private final Newest<String> newest = new Newest<>(tasks::add, answered::add);

    private void run() {
        while (!tasks.isEmpty()) {
            tasks.poll().run();
        }
    }

    @Test
    void ofManyQuestionsTheLastIsAnsweredOnce() {
        newest.ask("one");
        newest.ask("two");
        newest.ask("three");
        assertThat(tasks).hasSize(1);
        run();

        assertThat(answered).containsExactly("three");
    }

    @Test
    void theNextOneIsAnsweredAfterIt() {
        newest.ask("one");
        run();
        newest.ask("two");
        run();

        assertThat(answered).containsExactly("one", "two");
    }

    @Test
    void whatIsDroppedIsNotAnsweredButWhatFollowsIs() {
        newest.ask("one");
        newest.drop();
        newest.ask("two");
        newest.drop();
        newest.ask("three");
        run();

        assertThat(answered).containsExactly("three");
    }

    @Test
    void aQuestionAskedWhileOneIsAnsweredComesNext() {
        Newest<Integer> counting = newestThatAsksOn();
        counting.ask(1);
        run();

        assertThat(answered).containsExactly("1", "2", "3");
    }

    private Newest<Integer> newestThatAsksOn() {
        List<Newest<Integer>> self = new ArrayList<>();
        self.add(new Newest<>(tasks::add, now -> {
            answered.add(now.toString());
            if (now < 3) {
                self.getFirst().ask(now + 1);
            }
        }));
        return self.getFirst();
    }

    @Test
    void anAnswerThatFailsLeavesRoomForTheNext() {
        Newest<String> failing = new Newest<>(tasks::add, question -> {
            if (question.equals("bad")) {
                throw new IllegalStateException("It failed.");
            }
            answered.add(question);
        });
        failing.ask("bad");
        assertThatIllegalStateException().isThrownBy(this::run);
        failing.ask("good");
        run();

        assertThat(answered).containsExactly("good");
    }
}
