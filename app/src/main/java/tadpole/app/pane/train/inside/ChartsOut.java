package tadpole.app.pane.train.inside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import tadpole.app.chart.ChartException;
import tadpole.app.chart.ChartFiles;
import tadpole.app.chart.Zoom;
import tadpole.app.pane.train.Lab;
import tadpole.app.pane.train.Run;
import tadpole.app.pane.train.Sight;
import tadpole.engine.file.FileException;
import tadpole.engine.file.SafeFile;

/** Writes what was measured inside into files: each chart as PNG and SVG, the numbers as CSV. */
final class ChartsOut {

    private final Lab lab;
    private final Supplier<String> layer;
    private final BooleanBinding possible;

    /** @param layer whose histograms are written */
    ChartsOut(Lab lab, Supplier<String> layer) {
        this.lab = lab;
        this.layer = layer;
        this.possible = Bindings.createBooleanBinding(() -> lab.runProperty().get().isPresent(), lab.runProperty());
    }

    BooleanBinding possible() {
        return possible;
    }

    void ask(Window owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Save updates, histograms and rate as PNG, SVG and CSV into a folder");
        Optional.ofNullable(chooser.showDialog(owner)).ifPresent(folder -> save(folder.toPath()));
    }

    void save(Path folder) {
        Optional<Run> run = lab.runProperty().get();
        Optional<Sight> sight = lab.sightProperty().get();
        String of = layer.get();
        lab.background().execute(() -> {
            Optional<String> trouble = write(run, sight, of, folder);
            lab.desk().jobs().ui().execute(() -> trouble.ifPresentOrElse(lab.desk().messages()::failed,
                    () -> lab.desk().messages().done("Saved the charts of Inside and their numbers into %s.".formatted(folder))));
        });
    }

    /** Gives what went wrong. */
    private static Optional<String> write(Optional<Run> run, Optional<Sight> sight, String layer, Path folder) {
        try {
            ChartFiles.write(VitalCharts.ratio(run, sight, layer, Zoom.EVERYTHING), folder, "updates");
            ChartFiles.write(VitalCharts.rate(run, sight, true, Zoom.EVERYTHING), folder, "rate-momentum");
            if (run.isPresent()) {
                table(folder.resolve("vitals.csv"), VitalCharts.csv(run.get()));
            }
            if (run.isPresent() && !layer.isEmpty()) {
                for (VitalCharts.Spread spread : VitalCharts.Spread.values()) {
                    ChartFiles.write(VitalCharts.histograms(run, sight, layer, spread, Zoom.EVERYTHING), folder,
                            "histograms-%s-%s".formatted(spread.toString().toLowerCase(Locale.ROOT), layer));
                }
                table(folder.resolve("histograms-%s.csv".formatted(layer)), VitalCharts.csv(run.get(), layer));
            }
            return Optional.empty();
        } catch (ChartException | FileException | IOException failed) {
            return Optional.of(failed.getMessage());
        }
    }

    private static void table(Path file, String text) throws FileException, IOException {
        SafeFile.write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
