package tadpole.engine.picture.made;

/** Every thing that can be pasted into a painting without a file. A new one is one {@link Sculpture} and one line here. */
public enum MadeObjects {

    BALLOON("Hot-air balloon", 0.84) {
        @Override
        MadeObject photograph(int height, int width) {
            return BalloonObject.make(height, width);
        }
    },
    FROG("Clay frog", 1.12) {
        @Override
        MadeObject photograph(int height, int width) {
            return FrogObject.make(height, width);
        }
    },
    LIGHTHOUSE("Lighthouse", 0.66) {
        @Override
        MadeObject photograph(int height, int width) {
            return LighthouseObject.make(height, width);
        }
    };

    private final String label;
    private final double aspect;

    MadeObjects(String label, double aspect) {
        this.label = label;
        this.aspect = aspect;
    }

    /** Its name in the window. */
    public String label() {
        return label;
    }

    /** A picture so many pixels high, the same bits each time. */
    public MadeObject make(int height) {
        return photograph(height, (int) Math.round(aspect * height));
    }

    abstract MadeObject photograph(int height, int width);
}
