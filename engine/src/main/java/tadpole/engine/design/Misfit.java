package tadpole.engine.design;

import java.util.List;

/**
 * What does not fit, or fits and is hardly meant.
 *
 * @param sentence what, and what there is instead
 * @param formula  with its numbers, such as "(28 + 2·0 - 5)/2 + 1 = 12.5"; empty where none shows it
 * @param refused  whether no run starts with it; else it is a remark
 */
public record Misfit(String sentence, String formula, boolean refused, List<Repair> repairs) {

    public Misfit {
        repairs = List.copyOf(repairs);
    }
}
