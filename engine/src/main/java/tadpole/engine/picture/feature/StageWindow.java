package tadpole.engine.picture.feature;

import tadpole.engine.layer.AvgPool2d;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.Settings;

/** What slides over the maps at one stage of a feature network: a kernel, the window of a pooling, or nothing (size 1). */
record StageWindow(Kind kind, int size, int stride, int padding) {

    enum Kind { CONVOLUTION, POOLING, NONE }

    private static final StageWindow NOTHING = new StageWindow(Kind.NONE, 1, 1, 0);

    static StageWindow of(Network.Stage stage) {
        String type = stage.spec().type();
        if (type.equals(Conv2d.RECIPE.type())) {
            return of(Kind.CONVOLUTION, stage.spec().settings());
        }
        boolean pools = type.equals(MaxPool2d.RECIPE.type()) || type.equals(AvgPool2d.RECIPE.type());
        return pools ? of(Kind.POOLING, stage.spec().settings()) : NOTHING;
    }

    private static StageWindow of(Kind kind, Settings settings) {
        return new StageWindow(kind, settings.whole("kernel"), settings.whole("stride"), settings.whole("padding"));
    }
}
