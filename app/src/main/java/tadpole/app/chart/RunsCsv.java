package tadpole.app.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tadpole.engine.file.CsvCell;
import tadpole.engine.file.FileException;
import tadpole.engine.file.MetricsCsv;
import tadpole.engine.file.SafeFile;
import tadpole.engine.training.TrainingEvent;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingEvent.HeldOut;
import tadpole.engine.training.TrainingEvent.Stepped;

/** Runs as tables: every kept step and every epoch, all digits. A copy is taken on the thread of the curves, and written on any other. */
public final class RunsCsv {

    private static final String HEADER = "run,seed,kind,step,epoch,seconds,loss,accuracy,rate,heldOutLoss,heldOutAccuracy\n";

    /** A run as it stands. @param seconds of work after each event */
    private record Copy(String name, long seed, List<TrainingEvent> events, List<Double> seconds) {}

    private final List<Copy> copies = new ArrayList<>();

    /** Copies what is there now. */
    public void add(String name, long seed, RunCurves run) {
        List<TrainingEvent> events = new ArrayList<>();
        run.log().replay(events::add);
        copies.add(new Copy(name, seed, events, events.stream().map(event -> run.seconds(event.step())).toList()));
    }

    /** All of them in one table, each line with its run. */
    public void write(Path file) throws FileException {
        SafeFile.write(file, out -> {
            out.write(HEADER.getBytes(StandardCharsets.UTF_8));
            for (Copy copy : copies) {
                write(copy, out);
            }
        });
    }

    private static void write(Copy copy, OutputStream out) throws IOException {
        String begin = "%s,%s,".formatted(CsvCell.of(copy.name()), copy.seed());
        for (int i = 0; i < copy.events().size(); i++) {
            String row = row(copy.events().get(i), copy.seconds().get(i));
            if (!row.isEmpty()) {
                out.write((begin + row).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String row(TrainingEvent event, double seconds) {
        return switch (event) {
            case Stepped now -> "step,%s,%s,%s,%s,%s,%s,,\n".formatted(now.step(), now.epoch(), seconds(seconds), now.loss(),
                    now.hasAccuracy() ? String.valueOf(now.accuracy()) : "", now.rate());
            case EpochEnded now -> "epoch,%s,%s,%s,%s,%s,,%s\n".formatted(now.step(), now.epoch(), seconds(seconds), now.train().loss(),
                    now.train().hasAccuracy() ? String.valueOf(now.train().accuracy()) : "", now.heldOut().map(RunsCsv::heldOut).orElse(","));
            case TrainingEvent.Changed _ -> "";
        };
    }

    private static String heldOut(HeldOut heldOut) {
        return "%s,%s".formatted(heldOut.evaluation().loss(), heldOut.evaluation().hasAccuracy() ? String.valueOf(heldOut.evaluation().accuracy()) : "");
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    /** The one run that was added, as {@link MetricsCsv} writes what happens. */
    public void writeMetrics(Path file) throws FileException {
        try (MetricsCsv csv = MetricsCsv.open(file)) {
            copies.getFirst().events().forEach(csv::add);
        }
    }
}
