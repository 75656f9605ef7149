package tadpole.samples.pond;

import tadpole.samples.drawing.Color;
import tadpole.samples.drawing.Dice;
import tadpole.samples.drawing.Easel;

/** Deer: slender on long legs, with antlers, without, or spotted fawns; grazing; and faces with big ears. */
final class Deer implements Subject {

    private static final Color BLACK = Color.of(0x181410);

    private record Coat(Color back, Color belly, Color antler, boolean stag, boolean fawn) {

        static Coat drawn(Dice dice) {
            Color back = dice.pick(Color.of(0xa8703c), Color.of(0x8f6238), Color.of(0xb88048), Color.of(0x7f5f44), Color.of(0xc08a50)).varied(dice, 0.08);
            boolean stag = dice.chance(0.65);
            return new Coat(back, back.toward(Color.of(0xf8ecd8), 0.6), dice.pick(Color.of(0xe0cca0), Color.of(0x6a4c30)).varied(dice, 0.06),
                    stag, !stag && dice.chance(0.6));
        }
    }

    @Override
    public void paint(Easel easel, Dice dice) {
        if (dice.chance(0.15)) {
            Backdrop.forest(easel, dice);
            Backdrop.wash(easel, Color.of(0xf0f4f8), Color.of(0xc8d4e0), dice.between(0, 0.4), 1);
        } else {
            Backdrop.meadow(easel, dice, dice.between(-0.3, 0.45));
        }
        Coat coat = Coat.drawn(dice);
        double size = dice.between(0.82, 1);
        Easel placed = easel.at(dice.around(0, 0.05), dice.between(0, 0.08), size * dice.sign(), size, dice.around(0, 3));
        switch (dice.weighted(0.58, 0.16, 0.26)) {
            case 0 -> standing(placed, dice, coat);
            case 1 -> grazing(placed, dice, coat);
            default -> portrait(placed, dice, coat);
        }
    }

    private static void body(Easel easel, Dice dice, Coat coat) {
        easel.haze(BLACK, 0.3, -0.1, 0.94, 0.7, 0.07);
        double step = dice.between(0, 0.1);
        leg(easel, coat.back().times(0.62), -0.42, -0.36 + step);
        leg(easel, coat.back().times(0.62), 0.2, 0.22 + step);
        easel.oval(Color.of(0xfaf4e8), -0.68, 0.06, 0.09, 0.13);
        easel.blob(coat.back(), -0.7, 0.02, -0.4, -0.1, 0.1, -0.08, 0.38, -0.14, 0.44, 0.1, 0.3, 0.32, -0.2, 0.3, -0.6, 0.32);
        easel.blob(coat.belly(), -0.36, 0.22, 0.2, 0.22, 0.26, 0.31, -0.2, 0.31);
        if (coat.fawn()) {
            for (int i = 0; i < 9; i++) {
                easel.oval(Color.of(0xf8ecd8), -0.52 + 0.09 * i, 0.02 + 0.1 * (i % 2), 0.035, 0.035);
            }
        }
        leg(easel, coat.back(), -0.54, -0.58 - step);
        leg(easel, coat.back(), 0.32, 0.36 - step);
    }

    private static void leg(Easel easel, Color color, double hip, double hoof) {
        easel.limb(color, 0.17, 0.08, hip, 0.18, hip - 0.01, 0.46, (hip + hoof) / 2, 0.6);
        easel.limb(color, 0.08, 0.065, (hip + hoof) / 2, 0.58, hoof, 0.92);
    }

    private static void standing(Easel easel, Dice dice, Coat coat) {
        double reach = dice.between(0.5, 0.6);
        body(easel, dice, coat);
        easel.limb(coat.back(), 0.32, 0.17, 0.28, 0.04, 0.42, -0.2, reach, -0.5);
        if (coat.stag()) {
            antler(easel, coat.antler(), reach - 0.04, -0.62, -0.2);
            antler(easel, coat.antler(), reach + 0.02, -0.62, 0.22);
        }
        easel.blob(coat.back().times(0.85), reach - 0.04, -0.58, reach - 0.24, -0.76, reach - 0.3, -0.66, reach - 0.14, -0.54);
        easel.blob(coat.back(), reach - 0.12, -0.58, reach + 0.04, -0.68, reach + 0.2, -0.56, reach + 0.4, -0.44, reach + 0.36, -0.36, reach + 0.1, -0.38, reach - 0.1, -0.44);
        easel.oval(coat.belly(), reach + 0.26, -0.4, 0.1, 0.045);
        easel.oval(BLACK, reach + 0.38, -0.44, 0.05, 0.045);
        easel.oval(BLACK, reach + 0.09, -0.56, 0.045, 0.045);
    }

    /** A beam that sweeps out and up, with tines; lean says how far it goes to the side. */
    private static void antler(Easel easel, Color color, double x, double y, double lean) {
        easel.limb(color, 0.07, 0.04, x, y, x + lean, y - 0.14, x + lean * 1.1, y - 0.34);
        easel.limb(color, 0.05, 0.03, x + lean * 0.9, y - 0.12, x + lean * 1.9, y - 0.26);
        easel.limb(color, 0.05, 0.03, x + lean * 0.4, y - 0.07, x + lean * 0.2, y - 0.26);
    }

    private static void grazing(Easel easel, Dice dice, Coat coat) {
        body(easel, dice, coat);
        easel.limb(coat.back(), 0.3, 0.16, 0.3, 0.04, 0.52, 0.26, 0.64, 0.5);
        easel.blob(coat.back().times(0.85), 0.6, 0.44, 0.44, 0.36, 0.42, 0.48, 0.56, 0.54);
        if (coat.stag()) {
            easel.limb(coat.antler(), 0.06, 0.03, 0.66, 0.46, 0.86, 0.36, 0.94, 0.14);
            easel.limb(coat.antler(), 0.05, 0.03, 0.84, 0.38, 0.8, 0.18);
        }
        easel.blob(coat.back(), 0.56, 0.44, 0.74, 0.44, 0.78, 0.62, 0.84, 0.84, 0.72, 0.86, 0.6, 0.64);
        easel.oval(BLACK, 0.79, 0.85, 0.06, 0.04);
        easel.oval(BLACK, 0.73, 0.54, 0.04, 0.045);
    }

    private static void portrait(Easel easel, Dice dice, Coat coat) {
        easel.blob(coat.back().times(0.85), -0.4, 1.5, -0.24, 0.4, 0, 0.2, 0.24, 0.4, 0.4, 1.5);
        easel.oval(coat.belly(), 0, 0.86, 0.16, 0.24);
        for (int side = -1; side <= 1; side += 2) {
            if (coat.stag()) {
                easel.limb(coat.antler(), 0.1, 0.06, side * 0.12, -0.3, side * 0.4, -0.5, side * 0.52, -0.96);
                easel.limb(coat.antler(), 0.07, 0.04, side * 0.42, -0.54, side * 0.78, -0.8);
                easel.limb(coat.antler(), 0.07, 0.04, side * 0.28, -0.42, side * 0.24, -0.76);
            }
            easel.blob(coat.back().times(0.9), side * 0.2, -0.14, side * 0.5, -0.32, side * 0.76, -0.26, side * 0.5, 0);
            easel.oval(coat.belly(), side * 0.5, -0.18, 0.16, 0.07, side * -20);
        }
        easel.blob(coat.back(), 0, -0.38, 0.26, -0.24, 0.28, 0.02, 0.16, 0.34, 0.14, 0.56, 0, 0.64, -0.14, 0.56, -0.16, 0.34, -0.28, 0.02, -0.26, -0.24);
        easel.oval(coat.belly(), 0, 0.5, 0.14, 0.14);
        easel.oval(BLACK, 0, 0.48, 0.11, 0.075);
        for (int side = -1; side <= 1; side += 2) {
            easel.oval(coat.belly(), side * 0.19, -0.04, 0.09, 0.08);
            easel.oval(BLACK, side * 0.2, -0.04, 0.07, 0.075);
        }
    }
}
