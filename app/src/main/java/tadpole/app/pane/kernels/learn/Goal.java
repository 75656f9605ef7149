package tadpole.app.pane.kernels.learn;

/** Whose output is wanted. */
enum Goal {
    OWN("The pane's kernel, hidden", "The output of the kernel as it is set now; the search sees only the output."),
    LOT("A preset by lot", "A kernel that nobody has seen: guess what it is before you uncover it."),
    PICTURE("A picture from a file", "An output that another program made of this picture.");

    private final String label;
    private final String help;

    Goal(String label, String help) {
        this.label = label;
        this.help = help;
    }

    String label() {
        return label;
    }

    String help() {
        return help;
    }
}
