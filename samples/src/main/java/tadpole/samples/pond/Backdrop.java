package tadpole.samples.pond;

import tadpole.samples.drawing.Canvas;
import tadpole.samples.drawing.Color;
import tadpole.samples.drawing.Dice;
import tadpole.samples.drawing.Easel;
import tadpole.samples.drawing.Paint;
import tadpole.samples.drawing.Point;
import java.util.List;

/** What lies behind a subject. All places are those of an easel over the whole picture. */
final class Backdrop {

    private Backdrop() {
    }

    static void sky(Easel easel, Dice dice) {
        Color zenith = dice.pick(Color.of(0x3f7fc8), Color.of(0x5f9fe0), Color.of(0x86b8e6), Color.of(0x9fb4c8),
                Color.of(0xb0c0cc), Color.of(0x6f86b8)).varied(dice, 0.08);
        Color horizon = dice.chance(0.12) ? Color.of(0xf0b070) : zenith.toward(Color.of(0xffffff), dice.between(0.2, 0.6));
        wash(easel, zenith, horizon, -1, 1);
        for (int i = dice.below(4); i > 0; i--) {
            cloud(easel, dice, dice.between(-1, 1), dice.between(-1, 0.7));
        }
    }

    private static void cloud(Easel easel, Dice dice, double x, double y) {
        double size = dice.between(0.15, 0.4);
        for (int i = 0; i < 3; i++) {
            easel.haze(Color.of(0xffffff), dice.between(0.3, 0.6), x + size * dice.between(-1, 1),
                    y + size * dice.between(-0.2, 0.2), size * dice.between(0.6, 1.3), size * dice.between(0.25, 0.5));
        }
    }

    /** A meadow or lawn below the horizon; above it sky, trees or more grass. */
    static void meadow(Easel easel, Dice dice, double horizon) {
        Color grass = dice.pick(Color.of(0x5f9a3c), Color.of(0x7fae48), Color.of(0x8a9a50), Color.of(0xa8a058),
                Color.of(0x4f7f3a), Color.of(0xc0a868)).varied(dice, 0.1);
        if (dice.chance(0.45)) {
            sky(easel, dice);
            hills(easel, dice, horizon);
        } else {
            forest(easel, dice);
        }
        wash(easel, grass.times(1.1), grass.times(0.75), horizon, 1);
        tufts(easel, dice, grass, horizon);
    }

    private static void tufts(Easel easel, Dice dice, Color grass, double horizon) {
        for (int i = dice.below(9); i > 0; i--) {
            double x = dice.between(-1, 1);
            double y = dice.between(horizon + 0.1, 1);
            easel.limb(grass.times(dice.pick(0.7, 1.25)), 0.06, 0.02, x, y, x + 0.03, y - 0.1, x + 0.1, y - 0.17);
        }
    }

    private static void hills(Easel easel, Dice dice, double horizon) {
        Color far = Color.of(0x6f8f78).varied(dice, 0.15);
        double x = dice.between(-1, 1);
        double high = dice.between(0.1, 0.45);
        easel.blob(far, -1.6, horizon + 0.4, x - 0.6, horizon - high * 0.5, x, horizon - high, x + 0.7, horizon - high * 0.4, 1.6, horizon + 0.4);
    }

    /** Dim greens with darker trunks or bushes. */
    static void forest(Easel easel, Dice dice) {
        Color leaf = dice.pick(Color.of(0x3f5f34), Color.of(0x4f7040), Color.of(0x6a7a48), Color.of(0x2f4a34),
                Color.of(0x7a6a40)).varied(dice, 0.12);
        wash(easel, leaf.times(1.15), leaf.times(0.8), -1, 1);
        for (int i = 0; i < 5; i++) {
            easel.haze(leaf.times(dice.between(0.6, 1.5)), 0.5, dice.between(-1, 1), dice.between(-1, 0.4), dice.between(0.2, 0.5), dice.between(0.2, 0.5));
        }
        for (int i = dice.below(4); i > 0; i--) {
            double x = dice.between(-1, 1);
            easel.limb(leaf.toward(Color.of(0x4a3626), 0.7), 0.1, 0.14, x, -1.1, x + dice.around(0, 0.05), 0, x, 1);
        }
    }

    /** Water from the horizon down, with ripples. */
    static void water(Easel easel, Dice dice, double horizon) {
        Color water = dice.pick(Color.of(0x2f6f9f), Color.of(0x3f86a8), Color.of(0x4a7f8a), Color.of(0x24507f),
                Color.of(0x6f92a0), Color.of(0x4f6f60)).varied(dice, 0.1);
        wash(easel, water.times(1.25), water.times(0.8), horizon, 1);
        for (int i = 3 + dice.below(5); i > 0; i--) {
            double y = dice.between(horizon + 0.08, 0.98);
            easel.haze(Color.of(0xffffff), dice.between(0.08, 0.3), dice.between(-1, 1), y, dice.between(0.1, 0.5), 0.025);
        }
    }

    /** A street with town, trees or sky behind it. */
    static void road(Easel easel, Dice dice, double horizon) {
        switch (dice.below(3)) {
            case 0 -> sky(easel, dice);
            case 1 -> forest(easel, dice);
            default -> town(easel, dice, horizon);
        }
        Color ground = dice.pick(Color.of(0x70706f), Color.of(0x8a8884), Color.of(0x5a5c60), Color.of(0xa8a29a),
                Color.of(0x8f8468)).varied(dice, 0.08);
        wash(easel, ground.times(1.12), ground.times(0.85), horizon, 1);
        if (dice.chance(0.4)) {
            easel.plate(Color.of(0xe0dcc8), -1.1, 0.86, 1.1, 0.86, 1.1, 0.9, -1.1, 0.9);
        }
    }

    private static void town(Easel easel, Dice dice, double horizon) {
        sky(easel, dice);
        for (double x = -1.1; x < 1; x += dice.between(0.35, 0.7)) {
            Color wall = dice.pick(Color.of(0xb09a84), Color.of(0x9a9a9c), Color.of(0xc8b8a0), Color.of(0x8f6a58)).varied(dice, 0.1);
            double top = horizon - dice.between(0.3, 1.1);
            easel.plate(wall, x, horizon + 0.05, x, top, x + 0.7, top, x + 0.7, horizon + 0.05);
            for (double y = top + 0.12; y < horizon - 0.2; y += 0.26) {
                easel.plate(wall.times(0.6), x + 0.1, y, x + 0.22, y, x + 0.22, y + 0.13, x + 0.1, y + 0.13);
            }
        }
    }

    /** A wall and a floor, a sofa or a carpet: plain and calm. */
    static void room(Easel easel, Dice dice) {
        Color wall = dice.pick(Color.of(0xd8ccb8), Color.of(0xb8c4c8), Color.of(0x9a8a7c), Color.of(0xc8b0a0),
                Color.of(0x6f7a8a), Color.of(0xe8e4dc), Color.of(0x8a5a50), Color.of(0x5a6a58)).varied(dice, 0.1);
        Color floor = dice.pick(Color.of(0x9a6f48), Color.of(0xb8a890), Color.of(0x7a7470), Color.of(0xd0c8bc),
                Color.of(0x6a4a38)).varied(dice, 0.1);
        double edge = dice.between(0.1, 0.7);
        wash(easel, wall.times(1.05), wall.times(0.9), -1, edge);
        wash(easel, floor.times(1.08), floor.times(0.85), edge, 1);
        if (dice.chance(0.3)) {
            Color cloth = wall.toward(dice.pick(Color.of(0xa04040), Color.of(0x405a90), Color.of(0xe0d8c0)), 0.6);
            double x = dice.pick(-0.75, 0.75);
            easel.plate(cloth, x - 0.35, -1, x + 0.35, -1, x + 0.35, edge - 0.1, x - 0.35, edge - 0.1);
        }
    }

    /** Any one-colored ground seen from above or out of focus. */
    static void ground(Easel easel, Dice dice, Color... choices) {
        Color color = dice.pick(choices).varied(dice, 0.12);
        wash(easel, color.times(1.12), color.times(0.85), -1, 1);
        for (int i = dice.below(7); i > 0; i--) {
            easel.haze(color.times(dice.between(0.65, 1.35)), 0.5, dice.between(-1, 1), dice.between(-1, 1), dice.between(0.1, 0.5), dice.between(0.06, 0.3));
        }
    }

    static void wash(Easel easel, Color upper, Color lower, double top, double bottom) {
        double topY = (top + 1) * Canvas.SIDE / 2;
        double bottomY = (bottom + 1) * Canvas.SIDE / 2;
        easel.canvas().fill(List.of(new Point(0, topY), new Point(Canvas.SIDE, topY), new Point(Canvas.SIDE, bottomY), new Point(0, bottomY)),
                Paint.vertical(upper, topY, lower, bottomY), 1);
    }
}
