package tadpole.app.pane.train;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import tadpole.app.chart.ChartException;
import tadpole.app.chart.ChartFiles;
import tadpole.app.chart.Drawing;
import tadpole.app.chart.RunsCsv;
import tadpole.engine.file.FileException;

/** Writes what a chart shows: as PNG or SVG, and its numbers as CSV; the ending of the file's name decides. */
public final class Exports {

    /** What exports the chart in front is called in every room. */
    public static final String LABEL = "Export the chart as PNG, SVG or CSV";

    private static final List<ExtensionFilter> KINDS = List.of(
            new ExtensionFilter("Picture (PNG)", "*.png"), new ExtensionFilter("Drawing with text (SVG)", "*.svg"), new ExtensionFilter("Numbers (CSV)", "*.csv"));

    private final Lab lab;
    private final Supplier<Window> owner;

    public Exports(Lab lab, Supplier<Window> owner) {
        this.lab = lab;
        this.owner = owner;
    }

    /** Asks where it shall go. @param name of the file, without ending */
    public void ask(String name, Supplier<? extends Drawing> chart, Supplier<RunsCsv> numbers) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the chart as PNG, SVG or CSV");
        chooser.getExtensionFilters().setAll(KINDS);
        chooser.setInitialFileName(name + ".png");
        Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath)
                .ifPresent(file -> save(ended(file, chooser.getSelectedExtensionFilter()), chart, numbers));
    }

    /** The whole run, each kept step and each epoch. */
    public void askMetrics(Run run) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the metrics of the run");
        chooser.getExtensionFilters().setAll(KINDS.getLast());
        chooser.setInitialFileName("metrics.csv");
        Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath).ifPresent(file -> saveMetrics(ended(file, KINDS.getLast()), run));
    }

    public void saveMetrics(Path file, Run run) {
        RunsCsv numbers = new RunsCsv();
        numbers.add(run.nameProperty().get(), run.start().seed(), run.curves());
        work(file, run.curves().log().every(), () -> numbers.writeMetrics(file));
    }

    /** @param chart as it is seen now. @param numbers of all runs on it */
    public void save(Path file, Supplier<? extends Drawing> chart, Supplier<RunsCsv> numbers) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            RunsCsv csv = numbers.get();
            work(file, 1, () -> csv.write(file));
        } else if (name.endsWith(".svg")) {
            Drawing drawing = chart.get();
            work(file, 1, () -> ChartFiles.writeSvg(drawing, file));
        } else if (name.endsWith(".png")) {
            Drawing drawing = chart.get();
            work(file, 1, () -> ChartFiles.writePng(drawing, file));
        } else {
            lab.desk().messages().failed("%s: a chart is exported as .png, .svg or .csv. Give the file one of these endings.".formatted(file.getFileName()));
        }
    }

    private static Path ended(Path file, ExtensionFilter kind) {
        boolean has = file.getFileName().toString().contains(".");
        return has || kind == null ? file : file.resolveSibling(file.getFileName() + kind.getExtensions().getFirst().substring(1));
    }

    private interface Work {
        void run() throws ChartException, FileException, IOException;
    }

    private void work(Path file, int every, Work work) {
        lab.background().execute(() -> {
            try {
                work.run();
                String kept = every == 1 ? "" : " It has every %d. step: longer runs are kept so.".formatted(every);
                lab.desk().jobs().ui().execute(() -> lab.desk().messages().done("Saved %s.%s".formatted(file.getFileName(), kept)));
            } catch (ChartException | FileException | IOException fault) {
                lab.desk().jobs().ui().execute(() -> lab.desk().messages().failed(fault.getMessage()));
            }
        });
    }
}
