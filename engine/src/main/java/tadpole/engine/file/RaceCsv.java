package tadpole.engine.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tadpole.engine.training.RaceEvent;
import tadpole.engine.training.RacePlan;
import tadpole.engine.training.RaceResult;
import tadpole.engine.training.RaceRun;

/**
 * A race as a table, written while it happens. Column {@code kind} tells the lines apart: a "step" is one batch of one run,
 * a "run" the end of one with its final loss, empty where it diverged, and its figures on the test images where the race looks
 * at them. {@code laneRate} is the rate that names the run,
 * {@code rate} what its schedule made of it at this step; seeds are those of the experiment files.
 */
public final class RaceCsv implements AutoCloseable {

    private static final String HEADER = "kind,optimizer,laneRate,seed,step,loss,accuracy,rate,finalLoss,diverged,testLoss,testAccuracy\n";

    private final Path path;
    private final SafeFile file;
    private final RacePlan plan;

    private RaceCsv(Path path, SafeFile file, RacePlan plan) throws IOException {
        this.path = path;
        this.file = file;
        this.plan = plan;
        write(HEADER);
    }

    public static RaceCsv open(Path path, RacePlan plan) throws FileException {
        try {
            return new RaceCsv(path, SafeFile.open(path), plan);
        } catch (IOException failed) {
            throw SafeFile.failure(path, failed);
        }
    }

    /** @throws UncheckedIOException where the disk does not take it */
    public void add(RaceEvent event) {
        String who = who(plan, event.lane());
        try {
            switch (event) {
                case RaceEvent.Began _ -> {}
                case RaceEvent.Stepped(_, long step, double loss, double accuracy, double rate) ->
                    write("step,%s,%s,%s,%s,%s,,,,\n".formatted(who, step, loss, Double.isNaN(accuracy) ? "" : accuracy, rate));
                case RaceEvent.Ended(var run) -> {
                    write("run,%s,%s\n".formatted(who, end(run, ",,,,")));
                    file.out().flush();
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("%s cannot be written: %s.".formatted(path, Causes.inWords(failed)), failed);
        }
    }

    /** The ends of all runs as a table, without their steps. */
    public static String ends(RaceResult result) {
        StringBuilder table = new StringBuilder("optimizer,rate,seed,steps,finalLoss,diverged,testLoss,testAccuracy\n");
        for (RaceRun run : result.runs()) {
            table.append("%s,%s\n".formatted(who(result.plan(), run.lane()), end(run, ",")));
        }
        return table.toString();
    }

    private static String who(RacePlan plan, RacePlan.Lane lane) {
        return "%s,%s,%s".formatted(CsvCell.of(plan.contestants().get(lane.contestant()).label()), lane.rate(), plan.seed(lane.seed()));
    }

    private static String end(RaceRun run, String gap) {
        return "%s%s%s,%s,%s".formatted(run.trace().seen(), gap, run.diverged().isPresent() ? "" : run.finalLoss(), run.diverged().isPresent(),
                run.test().map(test -> test.loss() + "," + (test.hasAccuracy() ? test.accuracy() : "")).orElse(","));
    }

    /** Puts the table, as far as it got, in its place. */
    @Override
    public void close() throws FileException {
        try (file) {
            file.keep();
        } catch (IOException failed) {
            throw SafeFile.failure(path, failed);
        }
    }

    private void write(String line) throws IOException {
        file.out().write(line.getBytes(StandardCharsets.UTF_8));
    }
}
