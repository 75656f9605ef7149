package tadpole.engine.picture.harmonize;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.picture.feature.LayerChoice;
import tadpole.engine.recipe.Settings;

/**
 * A part of a stage that is done at one size.
 *
 * @param scale      of the scene
 * @param iterations steps of the pixels
 * @param before     iterations of the same stage at other sizes before these
 * @param ofStage    iterations of the stage in all
 */
record Leg(Stage stage, double scale, int iterations, int before, int ofStage) {

    private static final double NOT_WORTH_IT = 1.1;

    /** All of a plan, in their order; at least one of each pass. */
    static List<Leg> of(HarmonizeOrder order) {
        Settings settings = order.settings();
        double scale = WorkArea.scale(order.scene(), settings.whole("size"));
        List<Leg> legs = new ArrayList<>();
        int coarse = coarse(order, scale, settings.whole("coarse"));
        add(legs, Stage.PASS_1, scale, coarse, List.of(), settings.whole("iterations1"), 0);
        List<Double> finer = new ArrayList<>();
        for (int n = 0; n < settings.whole("fine"); n++) {
            double last = finer.isEmpty() ? scale : finer.getLast();
            if (last * NOT_WORTH_IT < 1) {
                finer.add(Math.min(1, 2 * last));
            }
        }
        add(legs, Stage.PASS_2, scale, coarse, finer, settings.whole("iterations2"), settings.whole("iterationsFine"));
        return legs;
    }

    /** As many halvings as leave the network a picture that is large enough. */
    private static int coarse(HarmonizeOrder order, double scale, int wanted) {
        int least = order.features().leastSize(LayerChoice.of(order.features(), LayerChoice.LAYERS.size() - 1));
        int coarse = 0;
        while (coarse < wanted && Math.min(order.scene().height(), order.scene().width()) * scale / (2 << coarse) >= least) {
            coarse++;
        }
        return coarse;
    }

    private static void add(List<Leg> legs, Stage stage, double scale, int coarse, List<Double> finer, int iterations, int iterationsFine) {
        int all = iterations * (coarse + 1) + iterationsFine * finer.size();
        int before = 0;
        for (int n = coarse; n >= 0; n--) {
            legs.add(new Leg(stage, scale / (1 << n), iterations, before, all));
            before += iterations;
        }
        for (double fine : finer) {
            legs.add(new Leg(stage, fine, iterationsFine, before, all));
            before += iterationsFine;
        }
    }

    /** Whether the stage ends with this one. */
    boolean isLast() {
        return before + iterations == ofStage;
    }

    boolean isFirst() {
        return before == 0;
    }
}
