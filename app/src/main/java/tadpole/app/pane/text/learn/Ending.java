package tadpole.app.pane.text.learn;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tadpole.engine.language.Level;

/** What a run reached, in one line, and what to try next. */
record Ending(LearnFigures figures, List<Baseline> baselines, Level level) {

    String words() {
        if (figures.step() == 0) {
            return "Stopped before the first step.";
        }
        boolean validated = Double.isFinite(figures.best());
        double reached = validated ? figures.best() : figures.loss();
        String where = String.format(Locale.ROOT, "%s %.3f nats per %s, perplexity %.4g", validated ? "Validation" : "Training", reached, level.one(), Math.exp(reached));
        Optional<Baseline> beaten = baselines.stream().filter(each -> each.nats() > reached).min(Comparator.comparingDouble(Baseline::nats));
        Optional<Baseline> ahead = baselines.stream().filter(each -> each.nats() <= reached).max(Comparator.comparingDouble(Baseline::nats));
        String against = beaten.map(each -> ": better than " + each.name()).orElse("") + ahead.map(each -> (beaten.isPresent() ? ", not yet as good as " : ": not yet as good as ") + each.name()).orElse("");
        return where + against + ". " + advice(ahead.isPresent());
    }

    private String advice(boolean behind) {
        if (behind) {
            return "Train longer, or with more units.";
        }
        if (Double.isFinite(figures.validation()) && figures.validation() > figures.best() + 0.02) {
            return "Validation rose again: try dropout, or fewer epochs.";
        }
        return "Write with it, or look inside.";
    }
}
