package tadpole.app.chart;

/**
 * A moment that the chart marks.
 *
 * @param epoch where on the axis
 * @param text  such as "rate 0.01 → 0.005"
 */
public record Flag(double epoch, String text) {}
