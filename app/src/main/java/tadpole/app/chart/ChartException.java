package tadpole.app.chart;

/** A chart that cannot be drawn on this machine: one sentence with what to do. */
public final class ChartException extends Exception {

    private static final long serialVersionUID = 1L;

    ChartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
