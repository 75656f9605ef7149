package tadpole.app.shell;

/** Leads to another pane by its id, such as "train". */
@FunctionalInterface
public interface Navigator {

    void open(String paneId);
}
