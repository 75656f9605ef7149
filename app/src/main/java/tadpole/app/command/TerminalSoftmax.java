package tadpole.app.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import tadpole.app.chart.Digits;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.JsonLayout;
import tadpole.engine.file.SoftmaxFile;
import tadpole.engine.inspect.BatchSum;
import tadpole.engine.inspect.LogSoftmaxCell;
import tadpole.engine.inspect.LoopsAndVectors;
import tadpole.engine.inspect.SoftmaxNumbers;
import tadpole.engine.inspect.SoftmaxPlan;
import tadpole.engine.inspect.SoftmaxStart;
import tadpole.engine.inspect.StartCount;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

/** The numbers of the softmax room on a terminal: tables on standard error, one line of JSON at the end. */
final class TerminalSoftmax {

    private final SoftmaxPlan plan;
    private final boolean time;
    private final RunRequest request;
    private final TerminalJob job;
    private final PrintWriter err;

    TerminalSoftmax(SoftmaxPlan plan, boolean time, RunRequest request, Surroundings surroundings, PrintWriter out, PrintWriter err) {
        this.plan = plan;
        this.time = time;
        this.request = request;
        this.job = new TerminalJob(request, surroundings, out, err);
        this.err = err;
    }

    void run() throws CommandException {
        job.run((dataset, device, interruption) -> {
            try {
                return line(dataset, device, interruption);
            } catch (SettingException misfit) {
                throw request.refusal(misfit);
            }
        });
    }

    private String line(Dataset dataset, Device device, Interruption interruption) throws CommandException, SettingException {
        SoftmaxStart start = new SoftmaxStart(plan.picture(), dataset);
        job.open(List.of("softmax.json"), folder -> {
            SoftmaxFile.write(folder.resolve("softmax.json"), plan);
            return folder;
        });
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", plan.name());
        fields.putAll(logits(SoftmaxNumbers.of(plan)));
        fields.put("picture", picture(start));
        fields.put("starts", starts(start.count()));
        fields.put("batches", batches(start.batches()));
        LoopsAndVectors work = new LoopsAndVectors(start, device);
        fields.put("loops", loops(time ? job.result(work.run(interruption)) : work.compare()));
        err.flush();
        return JsonLayout.line(fields);
    }

    private Map<String, Object> logits(SoftmaxNumbers numbers) {
        tell("class        logit            p        float p");
        float[] narrow = numbers.floatProbabilities();
        for (int i = 0; i < numbers.classes(); i++) {
            tell("%5d %12s %12s   %12s%s", i, four(numbers.logit(i)), four(numbers.probability(i)), four(narrow[i]), i == numbers.right() ? "   right" : "");
        }
        tell("sum of p %s; loss %s nats, %s bits; ln %d is %s", four(numbers.sum()), four(numbers.nats()), four(numbers.bits()), numbers.classes(),
                four(numbers.chance()));
        tell("");
        tell("ln p of the right class");
        List<Object> ways = new ArrayList<>();
        for (LogSoftmaxCell cell : numbers.ways(numbers.right())) {
            tell("%-26s %-7s %14s  %s", cell.way().formula(), cell.precision().label(), four(cell.value()), words(cell));
            ways.add(way(cell));
        }
        tell("");
        tell("Jacobian");
        List<Object> jacobian = new ArrayList<>();
        for (int i = 0; i < numbers.classes(); i++) {
            List<Object> row = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < numbers.classes(); j++) {
                row.add(json(numbers.jacobian(i, j)));
                text.append(String.format(Locale.ROOT, "%12s", four(numbers.jacobian(i, j))));
            }
            jacobian.add(row);
            tell("%s", text);
        }
        tell("");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("probabilities", list(probabilities(numbers)));
        fields.put("nats", json(numbers.nats()));
        fields.put("bits", json(numbers.bits()));
        fields.put("logSoftmax", ways);
        fields.put("jacobian", jacobian);
        fields.put("gradient", list(numbers.gradient()));
        fields.put("product", list(numbers.product()));
        fields.put("shortcut", list(numbers.shortcut()));
        return fields;
    }

    private static String words(LogSoftmaxCell cell) {
        return switch (cell.verdict()) {
            case RIGHT -> "right";
            case INEXACT -> "inexact: " + cell.sentence();
            case FAILS -> "fails: " + cell.sentence();
        };
    }

    private static Map<String, Object> way(LogSoftmaxCell cell) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("way", cell.way().name());
        fields.put("precision", cell.precision().label());
        fields.put("value", json(cell.value()));
        fields.put("verdict", cell.verdict());
        return fields;
    }

    private Map<String, Object> picture(SoftmaxStart start) {
        SoftmaxNumbers numbers = start.numbers();
        List<String> classes = start.dataset().classes();
        tell("%s, %s picture %d, %s; W and b of deviation %s, seed %d", start.dataset().title(), plan.picture().test() ? "test" : "training", plan.picture().index(),
                classes.get(start.label()), Digits.shortest(plan.picture().deviation()), plan.picture().seed());
        for (int i = 0; i < numbers.classes(); i++) {
            tell("%-12s %12s %12s%s", classes.get(i), four(numbers.logit(i)), four(numbers.probability(i)), i == start.label() ? "   right" : "");
        }
        tell("loss %s nats; ln %d is %s", four(numbers.nats()), numbers.classes(), four(numbers.chance()));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("label", classes.get(start.label()));
        fields.put("answer", classes.get(start.answer()));
        fields.put("logits", list(IntStream.range(0, numbers.classes()).mapToDouble(numbers::logit).toArray()));
        fields.put("probabilities", list(probabilities(numbers)));
        fields.put("loss", json(numbers.nats()));
        return fields;
    }

    private Map<String, Object> starts(StartCount count) {
        tell("%d starts: a wrong class over %s in %.0f %% of them, over %s in %.0f %%, the right one first in %.0f %%; loss %s on average, median %s, %s to %s; 20 and more in %.0f %%",
                count.starts(), four(StartCount.LIKELY), 100 * count.likelyShare(), four(StartCount.SURE), 100 * count.sureShare(), 100 * count.rightShare(), four(count.meanLoss()),
                four(count.median()), four(count.least()), four(count.greatest()), 100 * count.shareFrom(20));
        tell("");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("starts", count.starts());
        fields.put("wrongOver0.9", count.likelyShare());
        fields.put("wrongOver0.99", count.sureShare());
        fields.put("right", count.rightShare());
        fields.put("meanLoss", count.meanLoss());
        fields.put("medianLoss", count.median());
        fields.put("leastLoss", count.least());
        fields.put("greatestLoss", count.greatest());
        fields.put("lossOf20", count.shareFrom(20));
        return fields;
    }

    private List<Object> batches(List<BatchSum> sums) {
        tell("batch     loss summed   averaged     norm of dW and db: summed   averaged");
        List<Object> rows = new ArrayList<>();
        for (BatchSum each : sums) {
            tell("%5d %15s %10s %30s %10s", each.size(), four(each.loss()), four(each.meanLoss()), four(each.gradientLength()), four(each.meanGradientLength()));
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("size", each.size());
            fields.put("sumLoss", each.loss());
            fields.put("meanLoss", each.meanLoss());
            fields.put("sumGradient", each.gradientLength());
            fields.put("meanGradient", each.meanGradientLength());
            rows.add(fields);
        }
        tell("");
        return rows;
    }

    private Map<String, Object> loops(LoopsAndVectors.Comparison both) {
        tell("loops against vectors, %d samples: loss %s apart, gradient %s apart (%s to %s)", both.samples(), four(both.lossApart()), four(both.gradientApart()),
                both.agrees() ? "equal" : "NOT equal", Digits.shortest(LoopsAndVectors.TOLERANCE));
        tell("%s", both.isMeasured() ? String.format(Locale.ROOT, "loops %s ms, vectors %s ms on one thread and %s ms on %d: %s times",
                four(1000 * both.loopSeconds()), four(1000 * both.oneThreadSeconds()), four(1000 * both.vectorSeconds()), both.threads(), four(both.ratio())) : "not measured yet: --time takes the time");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("samples", both.samples());
        fields.put("lossApart", both.lossApart());
        fields.put("gradientApart", both.gradientApart());
        fields.put("agree", both.agrees());
        fields.put("loopSeconds", both.isMeasured() ? both.loopSeconds() : null);
        fields.put("vectorSeconds", both.isMeasured() ? both.vectorSeconds() : null);
        fields.put("oneThreadSeconds", both.isMeasured() ? both.oneThreadSeconds() : null);
        fields.put("ratio", both.isMeasured() ? both.ratio() : null);
        return fields;
    }

    private static double[] probabilities(SoftmaxNumbers numbers) {
        return IntStream.range(0, numbers.classes()).mapToDouble(numbers::probability).toArray();
    }

    private static List<Object> list(double[] values) {
        return Arrays.stream(values).mapToObj(TerminalSoftmax::json).toList();
    }

    /** JSON has no word for what is no number: there it is a text. A zero has no sign. */
    private static Object json(double value) {
        return Double.isFinite(value) ? value + 0.0 : Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf";
    }

    private static String four(double value) {
        return Digits.shortest(value);
    }

    private void tell(String format, Object... values) {
        err.printf(Locale.ROOT, format + "%n", values);
    }
}
