package tadpole.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunningListTest {

    @Test
    void isOneAndTheSameSoThatItsListenersAreNotLost() {
        Jobs jobs = new Jobs(Runnable::run);

        assertThat(jobs.running()).isSameAs(jobs.running());
    }
}
