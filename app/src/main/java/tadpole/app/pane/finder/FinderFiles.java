package tadpole.app.pane.finder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import tadpole.app.chart.ChartException;
import tadpole.app.chart.ChartFiles;
import tadpole.app.chart.SweepPicture;
import tadpole.app.shell.Desk;
import tadpole.engine.file.FileException;
import tadpole.engine.file.SweepCsv;
import tadpole.engine.training.Sweep;

/** Writes what was found, beside the JavaFX thread, and says how that went. */
final class FinderFiles {

    private final Desk desk;
    private final Executor background;

    FinderFiles(Desk desk, Executor background) {
        this.desk = desk;
        this.background = background;
    }

    /** lr-finder.png and lr-finder.svg. */
    void saveCharts(SweepPicture picture, Path folder) {
        save(() -> {
            try {
                ChartFiles.write(picture, folder, "lr-finder");
            } catch (ChartException noFonts) {
                throw new IOException(noFonts.getMessage(), noFonts);
            }
            return "Saved lr-finder.png and lr-finder.svg.";
        });
    }

    void saveTable(Sweep sweep, Path file) {
        save(() -> {
            try (SweepCsv table = SweepCsv.open(file)) {
                sweep.steps().forEach(table::add);
            }
            return "Saved %s.".formatted(file.getFileName());
        });
    }

    private interface Work {
        String run() throws FileException, IOException;
    }

    private void save(Work work) {
        background.execute(() -> {
            try {
                String done = work.run();
                desk.jobs().ui().execute(() -> desk.messages().done(done));
            } catch (FileException | IOException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        });
    }
}
