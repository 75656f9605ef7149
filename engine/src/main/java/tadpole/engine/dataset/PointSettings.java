package tadpole.engine.dataset;

import tadpole.engine.recipe.Setting;

/** The settings that made data sets have in common. */
final class PointSettings {

    static final Setting.Whole POINTS = new Setting.Whole("points", "Points of each class", 100L, 1, 2000, "",
            "How many points each class has. Default 100.");
    static final Setting.Decimal TEST = new Setting.Decimal("test", "For the test", 0.0, 0.0, 0.9, "",
            "Share of the points that is kept for the test, drawn by the seed of the data. Default 0: none.");
    static final Setting.Whole SEED = new Setting.Whole("seed", "Seed of the data", 1L, 0, Long.MAX_VALUE, "",
            "Where the data's own randomness comes from. Same seed, same points. Default 1.");

    private PointSettings() {}

    static Setting.Decimal noise(double standard, String help) {
        return new Setting.Decimal("noise", "Noise", standard, 0.0, 10.0, "", "%s Default %s.".formatted(help, standard == 0 ? "0" : standard));
    }
}
