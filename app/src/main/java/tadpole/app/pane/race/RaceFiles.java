package tadpole.app.pane.race;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tadpole.app.chart.ChartException;
import tadpole.app.chart.ChartFiles;
import tadpole.app.chart.RacePicture;
import tadpole.app.chart.RatesPicture;
import tadpole.app.experiment.Example;
import tadpole.app.experiment.Examples;
import tadpole.app.shell.Desk;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.FileException;
import tadpole.engine.file.FileHead;
import tadpole.engine.file.RaceCsv;
import tadpole.engine.file.RaceFile;
import tadpole.engine.file.SafeFile;
import tadpole.engine.training.RacePlan;
import tadpole.engine.training.RaceResult;

/** Reads and writes the pane's files beside the JavaFX thread, and says how it went. */
final class RaceFiles {

    private final Desk desk;
    private final Executor background;

    RaceFiles(Desk desk, Executor background) {
        this.desk = desk;
        this.background = background;
    }

    /** @param use gets the races that come with Tadpole, lesson by lesson, on the JavaFX thread */
    void look(Examples examples, Consumer<List<Example>> use) {
        Optional<Dataset> open = desk.workspace().datasetProperty().get();
        work(() -> {
            List<Example> races = examples.all(FileHead.Kind.RACE, open);
            desk.jobs().ui().execute(() -> use.accept(races));
            return "";
        });
    }

    /** @param use gets the race on the JavaFX thread; not told where the file cannot be used */
    void open(Path file, Consumer<RacePlan> use) {
        work(() -> {
            RacePlan plan = RaceFile.read(file);
            desk.jobs().ui().execute(() -> use.accept(plan));
            return "Opened %s.".formatted(file.getFileName());
        });
    }

    void save(Path file, RacePlan plan) {
        work(() -> {
            RaceFile.write(file, plan);
            return "Saved %s.".formatted(file.getFileName());
        });
    }

    /** race.png, race.svg, race-rates.png and race-rates.svg. */
    void saveCharts(Path folder, RaceResult result) {
        work(() -> {
            try {
                ChartFiles.write(RacePicture.of(result), folder, "race");
                ChartFiles.write(RatesPicture.of(result), folder, "race-rates");
            } catch (ChartException noFonts) {
                throw new IOException(noFonts.getMessage(), noFonts);
            }
            return "Saved race.png, race.svg, race-rates.png and race-rates.svg.";
        });
    }

    /** Final losses of all runs. */
    void saveTable(Path file, RaceResult result) {
        work(() -> {
            SafeFile.write(file, out -> out.write(RaceCsv.ends(result).getBytes(StandardCharsets.UTF_8)));
            return "Saved %s.".formatted(file.getFileName());
        });
    }

    private interface Work {
        String run() throws FileException, IOException;
    }

    private void work(Work work) {
        background.execute(() -> {
            try {
                String done = work.run();
                if (!done.isEmpty()) {
                    desk.jobs().ui().execute(() -> desk.messages().done(done));
                }
            } catch (FileException | IOException fault) {
                desk.jobs().ui().execute(() -> desk.messages().failed(fault.getMessage()));
            }
        });
    }
}
