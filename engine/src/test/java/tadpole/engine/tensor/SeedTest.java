package tadpole.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeedTest {

    @Test
    void theSameWayGivesTheSameSeed() {
        assertThat(new Seed(1).derive("order").derive(7)).isEqualTo(new Seed(1).derive("order").derive(7));
        assertThat(new Seed(5).generator().nextLong()).isEqualTo(new Seed(5).generator().nextLong());
    }

    /** Experiment files live longer than programs: these numbers must never change. */
    @Test
    void theNumbersOfASeedStayTheSameForever() {
        assertThat(new Seed(1).derive("order").value()).isEqualTo(6243689741487750214L);
        assertThat(new Seed(1).derive("order").derive(7).value()).isEqualTo(6790212896753036573L);
        assertThat(new Seed(1).generator().nextLong()).isEqualTo(-7995527694508729151L);
    }

    @Test
    void purposesAndNumbersGiveSeedsOfTheirOwn() {
        LongStream numbers = LongStream.range(-1000, 1000).map(i -> new Seed(1).derive(i).value());
        LongStream seeds = LongStream.range(-1000, 1000).map(i -> new Seed(i).derive("order").value());
        LongStream purposes = IntStream.range(0, 2000).mapToLong(i -> new Seed(1).derive("linear" + i + ".weight").value());

        assertThat(LongStream.concat(numbers, LongStream.concat(seeds, purposes)).boxed()).hasSize(6000).doesNotHaveDuplicates();
    }

    @Test
    void theOrderOfPurposesCounts() {
        assertThat(new Seed(1).derive("a").derive("b")).isNotEqualTo(new Seed(1).derive("b").derive("a"));
        assertThat(new Seed(1).derive("ab")).isNotEqualTo(new Seed(1).derive("ba"));
        assertThat(new Seed(1).derive(1).derive(2)).isNotEqualTo(new Seed(1).derive(2).derive(1));
    }

    @Test
    void neighborsDrawNumbersThatHaveNothingToDoWithEachOther() {
        double product = 0;
        int count = 20_000;
        for (int i = 0; i < count; i++) {
            RandomGenerator one = new Seed(1).derive("step").derive(i).generator();
            RandomGenerator next = new Seed(1).derive("step").derive(i + 1).generator();
            product += (one.nextDouble() - 0.5) * (next.nextDouble() - 0.5) * 12;
        }
        // Five standard deviations of a mean of products without correlation.
        assertThat(product / count).isCloseTo(0, within(5 / Math.sqrt(count)));
    }
}
