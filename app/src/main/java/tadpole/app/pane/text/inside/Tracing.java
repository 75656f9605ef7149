package tadpole.app.pane.text.inside;

import java.util.List;
import tadpole.engine.job.Job;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.language.CellTrace;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.Piece;
import tadpole.engine.tensor.Device;

/** Lets a model read a text. */
record Tracing(LanguageModel model, String text, Device device) implements Job<Traced> {

    @Override
    public String name() {
        return "Reading with " + model.title();
    }

    @Override
    public JobOutcome<Traced> run(JobControl control) {
        List<Piece> pieces = model.tokenizer().pieces(text);
        CellTrace trace = CellTrace.read(model, pieces.stream().mapToInt(Piece::id).toArray(), device, control::proceed);
        List<Piece> read = pieces.subList(0, trace.length());
        Traced traced = new Traced(read.isEmpty() ? "" : text.substring(0, read.getLast().to()), read, trace);
        return trace.length() == pieces.size() ? new JobOutcome.Finished<>(traced) : new JobOutcome.Stopped<>(traced);
    }
}
