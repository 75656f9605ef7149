package tadpole.engine.convolution;

/**
 * What one way of a convolution took.
 *
 * @param label    as a person reads it
 * @param threads  on how many
 * @param median   milliseconds, of all rounds; 0 where it was not measured
 * @param least    milliseconds
 * @param rounds   that were measured, after a warm-up
 * @param products multiplications that this way makes between picture and kernel
 * @param apart    the largest difference of an output to the engine's, relative to the largest output
 * @param lack     why there is no figure; empty where there is one
 */
public record WayTime(String label, int threads, double median, double least, int rounds, long products, double apart, String lack) {

    static WayTime without(String label, String lack) {
        return new WayTime(label, 0, 0, 0, 0, 0, 0, lack);
    }

    public boolean isMeasured() {
        return rounds > 0;
    }
}
