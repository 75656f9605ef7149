package tadpole.app.pane.kernels.backward;

import java.util.ArrayList;
import java.util.List;
import tadpole.app.chart.Digits;
import tadpole.app.pane.kernels.ChannelNames;
import tadpole.app.pane.kernels.Printed;
import tadpole.app.pane.kernels.TermsView;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.ImageRows;
import tadpole.engine.convolution.KernelGradients;
import tadpole.engine.convolution.WindowSum;

/**
 * One gradient in words and numbers.
 *
 * @param title  what it is called
 * @param rule   how it is computed, in symbols
 * @param terms  that are written out
 * @param lines  the same as text
 * @param result the sum, as a calculator finds it from the printed terms
 * @param note   what else there is to say; may be empty
 */
record WrittenGradient(KernelGradients of, Focus at, String title, String rule, List<KernelGradients.Term> terms, List<TermsView.Term> lines, String result, String note) {

    /** More are only counted and summed. */
    static final int MOST = 90;

    static WrittenGradient of(BackwardModel model, KernelGradients of, Focus at) {
        return switch (at) {
            case Focus.Pixel pixel -> ofPixel(of, pixel);
            case Focus.Weight weight -> ofWeight(model, of, weight);
            case Focus.Output output -> ofOutput(model, of, output);
        };
    }

    private static WrittenGradient ofPixel(KernelGradients of, Focus.Pixel at) {
        KernelGradients.GradientSum sum = of.pixel(at.channel(), at.y(), at.x(), MOST);
        String note = sum.count() == 0 ? "No window holds this pixel: the stride passes over it." : ("These are the %s cells of dRows = dy · wᵀ that came from"
                + " this pixel; rows back to image (col2im) adds them up.").formatted(Digits.count(sum.count()));
        return new WrittenGradient(of, at, "Pixel y %d, x %d%s".formatted(at.y(), at.x(), channel(of.convolved(), at.channel())), "dx = sum of dy · w, over its windows",
                sum.terms(), lines(of, sum.terms()), result(sum), note);
    }

    private static WrittenGradient ofWeight(BackwardModel model, KernelGradients of, Focus.Weight at) {
        KernelGradients.GradientSum sum = of.weight(at.filter(), at.channel(), at.u(), at.v(), MOST);
        boolean flips = of.convolved().plan().flip();
        return new WrittenGradient(of, at, "Weight %d,%d%s%s".formatted(at.u(), at.v(), flips ? " as it slides" : "", channel(of.convolved(), at.channel())),
                "dW = sum of dy · x, over all places", sum.terms(), lines(of, sum.terms()), result(sum), typed(model, of, at));
    }

    /** From the layer's weight to the number that was typed. */
    private static String typed(BackwardModel model, KernelGradients of, Focus.Weight at) {
        if (!model.isTreated()) {
            return "";
        }
        Convolved convolved = of.convolved();
        int u = convolved.plan().flip() ? convolved.plan().height() - 1 - at.u() : at.u();
        int v = convolved.plan().flip() ? convolved.plan().width() - 1 - at.v() : at.v();
        boolean shared = convolved.groups() > 1;
        String how = convolved.plan().divides(of.kernelTyped(at.filter(), at.channel()))
                ? "gain / S · (dW - sum of dW · k / S), since every number typed moves the sum S"
                : "gain %s · dW".formatted(Printed.factor(convolved.plan().gain()));
        return "By the number typed at %d,%d: %s%s = %s.".formatted(u, v, how, shared ? ", summed over the channels that share it" : "",
                Printed.number(of.typed(at.filter(), at.channel()).data()[u * convolved.plan().width() + v]));
    }

    private static WrittenGradient ofOutput(BackwardModel model, KernelGradients of, Focus.Output at) {
        ImageRows rows = new ImageRows(of.convolved(), at.filter());
        float dy = of.dyAt(at.filter(), at.y(), at.x());
        List<KernelGradients.Term> terms = new ArrayList<>();
        for (int column = 0; column < Math.min(MOST, rows.columns()); column++) {
            WindowSum.Product met = rows.cell(rows.row(at.y(), at.x()), column);
            terms.add(new KernelGradients.Term(at.filter(), at.y(), at.x(), dy, met, met.weight()));
        }
        List<TermsView.Term> lines = terms.stream().map(term -> new TermsView.Term("%s %s × %s".formatted(place(of, term), Printed.number(term.dy()),
                Printed.factor(term.factor())), term.value() == 0, term.met().isPadding())).toList();
        boolean cut = of.convolved().plan().relu() && rows.output(rows.row(at.y(), at.x())) <= 0;
        String why = cut ? "ReLU cut this output to 0, so no gradient passes: dy = 0." : model.choiceProperty().get().about();
        return new WrittenGradient(of, at, "Output y %d, x %d".formatted(at.y(), at.x()), "goes back to its window: dy · w", terms, lines,
                "dy = " + Printed.number(dy), why);
    }

    /** The pixel that is given something; one of the padding gives it to the pixel it copies, or to none. */
    private static String place(KernelGradients of, KernelGradients.Term term) {
        String channel = of.convolved().weight().shape().at(1) > 1 ? ChannelNames.brief(of.convolved(), term.met().channel()) + " " : "";
        return term.met().sourceRow() < 0 ? channel + "zero:" : "%sx(%d,%d):".formatted(channel, term.met().sourceRow(), term.met().sourceColumn());
    }

    private static List<TermsView.Term> lines(KernelGradients of, List<KernelGradients.Term> terms) {
        boolean several = of.convolved().channels() > 1 && of.convolved().groups() == 1;
        return terms.stream().map(term -> new TermsView.Term("%s(%d,%d): %s × %s".formatted(several ? "f" + (term.filter() + 1) + " " : "", term.y(), term.x(),
                Printed.number(term.dy()), Printed.factor(term.factor())), term.value() == 0, term.met().isPadding())).toList();
    }

    private static String result(KernelGradients.GradientSum sum) {
        long left = sum.count() - sum.terms().size();
        double printed = left > 0 ? sum.sum()
                : Printed.sum(sum.terms().stream().map(term -> new double[] {term.dy(), term.factor()}).toList());
        return (left > 0 ? "and %s more\n".formatted(Digits.count(left)) : "") + "= " + Printed.result(sum.value(), printed);
    }

    private static String channel(Convolved of, int channel) {
        return of.picture().channels() > 1 ? " · " + ChannelNames.brief(of, channel) : "";
    }
}
