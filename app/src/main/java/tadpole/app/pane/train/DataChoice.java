package tadpole.app.pane.train;

/** A data set as the drawer lists it. */
public record DataChoice(String key, String title) {

    @Override
    public String toString() {
        return title;
    }
}
