package tadpole.app.pane.train.mistakes;

/** One cell of the matrix: samples of a class that were answered as a class. */
record Cell(int label, int answer) {

    boolean isRight() {
        return label == answer;
    }
}
