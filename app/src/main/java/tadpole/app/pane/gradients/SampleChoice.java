package tadpole.app.pane.gradients;

/** Which samples are looked at. */
public enum SampleChoice {

    PICKED("Picked in Data", "The image that is picked in the Data pane; the lesson's while none is."),
    LESSON("The lesson's", "The frog of the first lesson, training picture 104 of CIFAR-10; the first image of other data sets."),
    BY_INDEX("From an index on", "So many images one after the other."),
    DRAWN("Drawn by lot", "So many images drawn by the seed."),
    LISTED("As the file lists", "The training samples that a check file names.");

    private final String label;
    private final String about;

    SampleChoice(String label, String about) {
        this.label = label;
        this.about = about;
    }

    public String label() {
        return label;
    }

    public String about() {
        return about;
    }
}
