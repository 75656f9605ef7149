package tadpole.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tadpole.engine.file.FileException;
import tadpole.engine.file.JsonLayout;
import tadpole.engine.file.WalkFile;
import tadpole.engine.surface.CurveWalk;
import tadpole.engine.surface.UpdateRule;
import tadpole.engine.surface.Verdict;
import tadpole.engine.surface.WalkPlan;
import tadpole.engine.tensor.Device;

/** {@code tadpole walk}: goes down a curve of one number at several rates, and tells what became of each. */
@Command(name = "walk", description = "Goes down a curve at several rates: x, slope and loss after each step. "
        + "The last line on standard output is one JSON object with the verdicts.")
final class WalkCommand implements Callable<Integer> {

    @Parameters(paramLabel = "WALK.json", description = "The curve, the start, the steps, the optimizer and its rates.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandException {
        WalkPlan plan = plan();
        PrintWriter out = spec.commandLine().getOut();
        List<Map<String, Object>> paths = new ArrayList<>();
        try (Device device = Device.plain()) {
            for (double rate : plan.rates()) {
                CurveWalk walk = plan.walk(rate, device);
                Verdict verdict = Verdict.of(plan, walk);
                table(out, walk, verdict);
                paths.add(fields(walk, verdict));
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", plan.name());
        result.put("curve", plan.curve().key());
        result.put("optimizer", plan.optimizer().type());
        result.put("start", plan.start());
        result.put("paths", paths);
        out.println(JsonLayout.line(result));
        out.flush();
        return ExitCode.OK;
    }

    private WalkPlan plan() throws CommandException {
        try {
            return WalkFile.read(file);
        } catch (FileException wrong) {
            throw CommandException.wrongRequest(wrong.getMessage(), wrong);
        }
    }

    private static void table(PrintWriter out, CurveWalk walk, Verdict verdict) {
        out.println("rate %s: %s".formatted(UpdateRule.four(walk.rate()), verdict.sentence()));
        out.println("%6s %13s %13s %13s".formatted("step", "x", "slope", "loss"));
        for (int step = 0; step < walk.marks().size(); step++) {
            CurveWalk.Mark mark = walk.marks().get(step);
            out.println("%6d %13s %13s %13s".formatted(step, number(mark.x()), number(mark.here().slope()), number(mark.here().value())));
        }
        out.println();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.5g", value);
    }

    private static Map<String, Object> fields(CurveWalk walk, Verdict verdict) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rate", walk.rate());
        fields.put("verdict", verdict.word());
        fields.put("steps", walk.marks().size() - 1);
        fields.put("x", walk.last().x());
        fields.put("loss", walk.last().here().value());
        return fields;
    }
}
