package tadpole.app.pane.playground.points;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/** States that are worth seeing, one click away. */
enum PlayScene {
    SPIRAL("Spiral, two hidden layers", "Bends the borders around three arms: over 98 % within seconds.") {
        @Override
        PlayDraft draft() {
            return PlayDraft.standard();
        }
    },
    LINEAR("Linear on the spiral", "No hidden layer: a line cannot separate spirals, it stays about half right.") {
        @Override
        PlayDraft draft() throws SettingException {
            return PlayDraft.standard().with(new Wiring(List.of(), "xavier"));
        }
    },
    STACKED("Two linear layers", "Hidden layers without activation: as weak as one, however many there are.") {
        @Override
        PlayDraft draft() throws SettingException {
            return PlayDraft.standard().with(PlayDraft.standard().wiring().activated(Wiring.NONE));
        }
    },
    XOR("XOR, four neurons", "The task that no single line solves, with one small hidden layer.") {
        @Override
        PlayDraft draft() throws SettingException {
            return on("xor").with(new Wiring(List.of(new Wiring.Hidden(4, "tanh")), "xavier"));
        }
    },
    FEATURE("XOR without a hidden layer", "The right feature spares the layer: x₁x₂ is all it takes.") {
        @Override
        PlayDraft draft() throws SettingException {
            return on("xor").with(new Wiring(List.of(), "xavier"))
                    .withFeatures(new Spec("features", PlayDraft.featuresRecipe().settings(Map.of("x1x2", true))));
        }
    },
    RELU("Circles with three ReLUs", "Three straight cuts close a triangle around the middle.") {
        @Override
        PlayDraft draft() throws SettingException {
            return on("circles").with(new Wiring(List.of(new Wiring.Hidden(3, "relu")), "he"));
        }
    },
    BLOBS("Six blobs", "Six classes, and lines are enough.") {
        @Override
        PlayDraft draft() throws SettingException {
            return on("blobs", Map.of("classes", 6L)).with(new Wiring(List.of(), "xavier"));
        }
    };

    private final String label;
    private final String about;

    PlayScene(String label, String about) {
        this.label = label;
        this.about = about;
    }

    String label() {
        return label;
    }

    String about() {
        return about;
    }

    abstract PlayDraft draft() throws SettingException;

    PlayDraft on(String type) throws SettingException {
        return on(type, Map.of());
    }

    static PlayDraft on(String type, Map<String, Object> settings) throws SettingException {
        Map<String, Object> given = new LinkedHashMap<>(settings);
        given.put("test", 0.3);
        return PlayDraft.standard().withPoints(Recipe.find(PointSets.ALL, "data set", type).with(given));
    }
}
