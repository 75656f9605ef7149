package tadpole.app.pane.studio.harmonize;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import tadpole.app.shell.Desk;
import tadpole.app.shell.FileWork;
import tadpole.engine.file.SafeFile;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureFile;

/** Writes what came of a run: the picture, the film. */
final class HarmonizeFiles {

    private final HarmonizeModel model;
    private final Desk desk;
    private final FileWork work;

    /** @param background where files are written */
    HarmonizeFiles(HarmonizeModel model, Desk desk, Executor background) {
        this.model = model;
        this.desk = desk;
        this.work = new FileWork(desk, background);
    }

    /** The picture that the canvas shows as the result. */
    void savePicture(Path file) {
        model.shown().ifPresentOrElse(picture -> write(file, picture), () -> desk.messages().failed("There is no result yet: harmonize first."));
    }

    void saveFilm(Path to) {
        List<Frame> frames = model.filmProperty().get().frames();
        if (frames.isEmpty()) {
            desk.messages().failed("There is no film yet: harmonize first.");
            return;
        }
        desk.jobs().start(new FilmExport(frames, to), outcome -> {
            switch (outcome) {
                case JobOutcome.Finished<Integer>(Integer count) -> desk.messages().done("Saved %d pictures as %s.".formatted(count, to.getFileName()));
                case JobOutcome.Stopped<Integer> _ -> desk.messages().done("The film was not saved.");
                case JobOutcome.Failed<Integer>(String why, _) -> desk.messages().failed(why);
            }
        });
    }

    private void write(Path file, Picture picture) {
        work.save(file, to -> SafeFile.write(to, out -> PictureFile.write(picture, out)));
    }
}
