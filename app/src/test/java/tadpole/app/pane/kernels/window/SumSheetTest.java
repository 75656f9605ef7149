package tadpole.app.pane.kernels.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static tadpole.app.pane.kernels.TestBench.modelOf;
import static tadpole.app.pane.kernels.TestBench.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.pane.kernels.KernelsModel.Place;
import tadpole.engine.convolution.Filter;
import tadpole.engine.convolution.Kernel;
import tadpole.engine.convolution.Mixing;
import tadpole.engine.convolution.Padding;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class SumSheetTest {

    private static final Picture DRAWN = Picture.ofBytes("drawn", Tensor.of(Shape.of(1, 3, 3), 82, 77, 113, 80, 94, 108, 97, 103, 96));

    private static SumSheet sheet(KernelsModel model, int y, int x) {
        model.placeProperty().set(Optional.of(new Place(0, y, x)));
        return SumSheet.of(model.window().orElseThrow());
    }

    @Test
    void writesTheDrawingsSum() {
        SumSheet sheet = sheet(modelOf(DRAWN), 1, 1);

        assertThat(sheet.channels().getFirst().terms()).extracting(SumSheet.Term::text).containsExactly(
                "82 × -1 = -82", "77 × 0 = 0", "113 × 1 = 113", "80 × -2 = -160", "94 × 0 = 0", "108 × 2 = 216", "97 × -1 = -97", "103 × 0 = 0", "96 × 1 = 96");
        assertThat(List.of(sheet.positive(), sheet.negative(), sheet.bias(), sheet.result())).containsExactly("425", "-339", "0", "86");
        assertThat(sheet.isExact()).isTrue();
        assertThat(WindowWords.after(sheet)).isEqualTo("bias 0 · no ReLU");
    }

    @Test
    void paddingIsShownAsSuch() {
        SumSheet.Term corner = sheet(modelOf(DRAWN), 0, 0).channels().getFirst().terms().getFirst();

        assertThat(corner.text()).isEqualTo("0 × -1 = 0");
        assertThat(WindowWords.where(corner)).contains("padding at y -1, x -1: a zero");
    }

    @Test
    void reluTellsWhatItCutAway() {
        KernelsModel model = modelOf(DRAWN);
        model.change(plan -> plan.withRelu(true).withFilters(List.of(new Filter(List.of(plan.filters().getFirst().kernels().getFirst().flipped()), 1.5f))));
        SumSheet sheet = sheet(model, 1, 1);

        assertThat(sheet.result()).isEqualTo("0");
        assertThat(WindowWords.after(sheet)).isEqualTo("bias 1.5 · ReLU makes 0 of -84.5");
    }

    @Test
    void aPocketCalculatorAgreesOrItSaysRounded() {
        KernelsModel model = modelOf(picture(3, 12, 12));
        Kernel gaussian = Kernel.of(3, 3, 0.07511361f, 0.1238414f, 0.07511361f, 0.1238414f, 0.20417996f, 0.1238414f, 0.07511361f, 0.1238414f, 0.07511361f);
        Kernel eighths = Kernel.of(3, 3, 0.0625f, 0.125f, 0.0625f, 0.125f, 0.25f, 0.125f, 0.0625f, 0.125f, 0.0625f);
        for (Mixing mixing : Mixing.values()) {
            for (Kernel kernel : List.of(gaussian, eighths, Kernel.of(1, 1, 0.1f), Kernel.of(1, 3, -1, 0, 1), Kernel.zeros(9, 9))) {
                model.change(plan -> plan.withMixing(mixing).withFilters(List.of(new Filter(List.of(kernel), 0.5f))));
                for (int place = 0; place < 12; place++) {
                    checkArithmetic(sheet(model, place, 11 - place));
                }
            }
        }
        assertThat(sheet(model, 5, 5).isExact()).isTrue();
    }

    private static void checkArithmetic(SumSheet sheet) {
        for (SumSheet.OfChannel channel : sheet.channels()) {
            for (SumSheet.Term term : channel.terms()) {
                BigDecimal product = new BigDecimal(term.pixel()).multiply(new BigDecimal(term.weight()));
                if (term.isExact()) {
                    assertThat(new BigDecimal(term.value())).isEqualByComparingTo(product);
                } else {
                    assertThat(term.relation()).isEqualTo("≈");
                    assertThat(new BigDecimal(term.value()).round(new MathContext(2)).doubleValue())
                            .isCloseTo(product.doubleValue(), withinPercentage(6));
                }
            }
        }
        BigDecimal total = new BigDecimal(sheet.positive()).add(new BigDecimal(sheet.negative())).add(new BigDecimal(sheet.bias()));
        if (sheet.isExact()) {
            assertThat(new BigDecimal(sheet.result())).isEqualByComparingTo(total);
            assertThat(sheet.channels().stream().flatMap(each -> each.terms().stream()).allMatch(SumSheet.Term::isExact)).isTrue();
        } else {
            double shown = Double.parseDouble(sheet.result());
            assertThat(shown).isCloseTo(sheet.sum().sum(), within(1e-3 * Math.max(1, Math.abs(shown))));
        }
    }

    @Test
    void aTenthOfNinetyIsNineWithoutRounding() {
        KernelsModel model = modelOf(Picture.ofBytes("gray", Tensor.of(Shape.of(1, 2, 2), 90, 90, 90, 7)));
        model.change(plan -> plan.withPadding(Padding.none()).withFilters(List.of(new Filter(List.of(Kernel.of(1, 2, 0.1f, -0.3f)), 0))));
        SumSheet sheet = sheet(model, 1, 0);

        assertThat(sheet.isExact()).isTrue();
        assertThat(List.of(sheet.positive(), sheet.negative(), sheet.result())).containsExactly("9", "-2.1", "6.9");
        assertThat(sheet.allDigits()).isEqualTo("the engine's layer: 6.8999996\nin double: 6.900000050663948\n0.1 as a float is 0.100000001490116");
    }

    @Test
    void nothingTimesALongWeightIsExactlyNothing() {
        KernelsModel model = modelOf(Picture.ofBytes("black", Tensor.zeros(Shape.of(1, 2, 2))));
        model.change(plan -> plan.withFilters(List.of(new Filter(List.of(Kernel.of(1, 1, 0.07511361f)), 0))));

        assertThat(sheet(model, 0, 0).isExact()).isTrue();
        assertThat(sheet(model, 0, 0).channels().getFirst().terms().getFirst().text()).isEqualTo("0 × 0.07511 = 0");
    }

    @Test
    void cancelledNumbersAreZeroNotRoundingNoise() {
        KernelsModel model = modelOf(Picture.ofBytes("even", Tensor.of(Shape.of(1, 2, 2), 200, 200, 200, 200)));
        model.change(plan -> plan.withPadding(Padding.none()).withFilters(List.of(new Filter(List.of(Kernel.of(2, 2, 0.1f, -0.1f, 0.3f, -0.3f)), 0))));

        assertThat(sheet(model, 0, 0).result()).isEqualTo("0");
    }

    @Test
    void eachChannelOfALayerHasItsSum() {
        KernelsModel model = modelOf(picture(3, 4, 4));
        model.change(plan -> plan.withMixing(Mixing.SUM));
        SumSheet sheet = sheet(model, 2, 2);

        assertThat(sheet.channels()).hasSize(3);
        BigDecimal sum = sheet.channels().stream().map(each -> new BigDecimal(each.sum())).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(sheet.result());
    }
}
