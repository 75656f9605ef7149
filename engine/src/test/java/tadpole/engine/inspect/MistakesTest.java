package tadpole.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Flatten;
import tadpole.engine.proof.Drawn;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.TwinLayer;

class MistakesTest {

    private static final Map<String, Object> STANDARD = Map.of();

    record Case(String net, long seed, CheckSubject subject) {

        @Override
        public String toString() {
            return net + " " + seed;
        }
    }

    static Stream<Case> nets() {
        return LongStream.rangeClosed(1, 4).boxed().flatMap(MistakesTest::nets);
    }

    private static Stream<Case> nets(long seed) {
        try {
            return Stream.of(new Case("softmax", seed, Nets.softmax(seed)), new Case("dense", seed, Nets.dense(seed)),
                    new Case("convolutional", seed, Nets.convolutional(seed)));
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void everyMistakeIsBlamedWhereItSits(Case net) throws SettingException {
        for (Mistake mistake : Mistakes.ALL) {
            for (Place place : mistake.places(net.subject())) {
                Planted planted = new Planted(mistake, place);

                Verdict verdict = verdict(net.subject(), Optional.of(planted));

                assertThat(place.isGuessed(verdict.place())).as("%s in %s: %s", mistake.text().type(), place.key(), verdict).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void nothingIsBlamedWithoutAMistake(Case net) throws SettingException {
        assertThat(verdict(net.subject(), Optional.empty()).place()).isEqualTo(Place.NOWHERE);
    }

    @Test
    void everyMistakeCanSitSomewhere() throws SettingException {
        List<Case> nets = nets(1).toList();

        for (Mistake mistake : Mistakes.ALL) {
            assertThat(nets.stream().mapToInt(net -> mistake.places(net.subject()).size()).sum()).as(mistake.text().type()).isPositive();
        }
    }

    @Test
    void mistakesSitInEveryKindOfLayerThatCanHaveThem() throws SettingException {
        assertThat(places("droppedTranspose", Nets.dense(1))).containsExactly("linear2", "linear3");
        assertThat(places("maskOfGradient", Nets.dense(1))).containsExactly("relu1", "leakyRelu1");
        assertThat(places("missingBiasSum", Nets.convolutional(1))).contains("conv2d1", "linear1");
        assertThat(places("sign", Nets.convolutional(1))).containsExactly("conv2d1", "conv2d2", "linear1");
        assertThat(places("rowsToImage", Nets.convolutional(1))).containsExactly("conv2d2");
        assertThat(places("largeStart", Nets.dense(1))).containsExactly("start linear1", "start linear2", "start linear3");
    }

    private static List<String> places(String type, CheckSubject subject) throws SettingException {
        return Mistakes.find(type).places(subject).stream().map(Place::key).toList();
    }

    @Test
    void withOneSampleNobodySeesAForgottenMeanOrAMissingSum() throws SettingException {
        CheckSubject one = Nets.subject(Shape.of(6), List.of(Nets.linear(8), Nets.linear(4)), 1, 1);

        assertThat(places("forgottenMean", one)).isEmpty();
        assertThat(places("missingBiasSum", one)).isEmpty();
    }

    @Test
    void theForgottenMeanIsTellingByItsFactor() throws SettingException {
        Verdict verdict = verdict(Nets.dense(1), Optional.of(new Planted(Mistakes.find("forgottenMean"), Place.LOSS)));

        assertThat(verdict.because()).contains("5.000 times what it should be");
        assertThat(verdict.evidence()).isCloseTo(4.0 / 6, within(1e-6));
    }

    @Test
    void rowsToImageIsExactWhereTheKernelIsAsWideAsTheRowOfWindows() throws SettingException {
        assertThat(apart(5)).isZero();
        assertThat(apart(7)).isGreaterThan(0.1);
    }

    /** The largest difference between wrong and right at the input of a 3×3 convolution over one channel. */
    private static double apart(int side) throws SettingException {
        CheckSubject subject = Nets.subject(Shape.of(1, side, side), List.of(Conv2d.RECIPE.with(Map.of("out", 1, "kernel", 3)), Flatten.RECIPE.standard()), 1, 1);
        TwinChain chain = new TwinChain(subject, subject.copy(), Optional.empty());
        TwinLayer wrong = RowsToImage.MISTAKE.layer(chain.layer(0), subject.network().stages().getFirst());
        DoubleTensor x = chain.passing().getFirst();
        DoubleTensor dy = DoubleTensor.of(Drawn.normal(chain.passing().get(1).shape(), "dy"));
        DoubleTensor right = chain.layer(0).backward(x, dy, chain.conditions(0)).input();
        DoubleTensor found = wrong.backward(x, dy, chain.conditions(0)).input();
        double apart = 0;
        for (int i = 0; i < right.size(); i++) {
            apart = Math.max(apart, Math.abs(right.at(i) - found.at(i)));
        }
        return apart;
    }

    @Test
    void theLotDrawsDifferentMistakesAndTheSameForTheSameSeed() throws SettingException {
        CheckSubject subject = Nets.dense(1);
        Set<String> drawn = new HashSet<>();

        for (long seed = 0; seed < 30; seed++) {
            Planted planted = Planted.of(MistakePlan.DRAWN, subject, new Seed(seed));
            assertThat(Planted.of(MistakePlan.DRAWN, subject, new Seed(seed)).place()).isEqualTo(planted.place());
            drawn.add(planted.mistake().text().type());
        }

        assertThat(drawn).hasSizeGreaterThan(6);
    }

    @Test
    void whatCannotBeIsToldWithWhatCan() throws SettingException {
        CheckSubject subject = Nets.dense(1);

        assertThatThrownBy(() -> Planted.of(new MistakePlan("typo", ""), subject, new Seed(1)))
                .hasMessageStartingWith("There is no mistake \"typo\"; known are droppedTranspose, forgottenMean,");
        assertThatThrownBy(() -> Planted.of(new MistakePlan("droppedTranspose", "linear1"), subject, new Seed(1)))
                .hasMessage("\"droppedTranspose\" cannot sit in \"linear1\" here; it can sit in linear2, linear3.");
        assertThatThrownBy(() -> Planted.of(new MistakePlan("rowsToImage", ""), subject, new Seed(1)))
                .hasMessage("\"rowsToImage\" can sit nowhere in this network with these samples.");
    }

    @Test
    void aMistakeIsNotPlantedIntoTheEngineThatTrains() {
        assertThatThrownBy(() -> Nets.check(Nets.dense(1), Optional.of(new Planted(Mistakes.find("sign"), Place.layer("linear1"))), Map.of("precision", "float")))
                .isInstanceOf(SettingException.class).hasMessageContaining("set \"precision\" to \"double\"");
    }

    @Test
    void textsAreComplete() {
        List<String> types = new ArrayList<>();
        for (Mistake mistake : Mistakes.ALL) {
            MistakeText text = mistake.text();
            assertThat(List.of(text.name(), text.before(), text.after())).as(text.type()).noneMatch(String::isBlank);
            types.add(text.type());
        }
        assertThat(types).doesNotHaveDuplicates();
    }

    private static Verdict verdict(CheckSubject subject, Optional<Planted> planted) throws SettingException {
        return Verdict.of(Nets.check(subject, planted, STANDARD), Sanity.of(subject, planted));
    }
}
