package tadpole.app.pane.studio.harmonize;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tadpole.engine.file.FileException;
import tadpole.engine.file.GifFilm;
import tadpole.engine.file.PngFrames;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;

/** Writes the moments of a run as an animated GIF, or as PNG frames into a folder. Stopped, it leaves nothing behind. */
final class FilmExport implements Job<Integer> {

    private static final int DELAY_MILLIS = 200;
    /** The first and the last moment stand longer. */
    private static final int LONG_MILLIS = 1200;
    private static final String GIF = ".gif";

    private final List<Frame> frames;
    private final Path to;

    /** @param to a file that ends in .gif, or a folder */
    FilmExport(List<Frame> frames, Path to) {
        this.frames = List.copyOf(frames);
        this.to = to;
    }

    @Override
    public String name() {
        return "Writing the film " + to.getFileName();
    }

    @Override
    public JobOutcome<Integer> run(JobControl control) {
        try (tadpole.engine.file.Film film = to.toString().toLowerCase(Locale.ROOT).endsWith(GIF) ? GifFilm.open(to) : PngFrames.open(to)) {
            for (int i = 0; i < frames.size(); i++) {
                if (!control.proceed()) {
                    return new JobOutcome.Stopped<>(0);
                }
                film.add(frames.get(i).picture().picture(), i == 0 || i == frames.size() - 1 ? LONG_MILLIS : DELAY_MILLIS);
                control.report(new Progress(i + 1, frames.size(), "picture %d of %d".formatted(i + 1, frames.size())));
            }
            film.keep();
            return new JobOutcome.Finished<>(frames.size());
        } catch (FileException failed) {
            return new JobOutcome.Failed<>(failed.getMessage(), failed);
        }
    }
}
