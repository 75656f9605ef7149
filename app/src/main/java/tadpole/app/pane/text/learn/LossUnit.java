package tadpole.app.pane.text.learn;

import java.util.function.DoubleUnaryOperator;
import tadpole.engine.language.Level;

/** In what a loss is told. */
enum LossUnit {
    NATS("Nats", nats -> nats),
    BITS("Bits", nats -> nats / Math.log(2)),
    PERPLEXITY("Perplexity", Math::exp);

    private final String label;
    private final DoubleUnaryOperator ofNats;

    LossUnit(String label, DoubleUnaryOperator ofNats) {
        this.label = label;
        this.ofNats = ofNats;
    }

    String label() {
        return label;
    }

    double of(double nats) {
        return ofNats.applyAsDouble(nats);
    }

    /** Such as "bits per character". */
    String words(Level level) {
        return switch (this) {
            case NATS -> "nats per " + level.one();
            case BITS -> "bits per " + level.one();
            case PERPLEXITY -> "perplexity, log axis";
        };
    }
}
