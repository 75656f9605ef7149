package tadpole.engine.file;

/**
 * Where something stands in a JSON text.
 *
 * @param line   from 1
 * @param column from 1
 * @param path   such as layers[2].out; empty for the whole text
 */
record Place(String file, long line, long column, String path) {

    Place field(String key) {
        return new Place(file, line, column, path.isEmpty() ? key : path + "." + key);
    }

    Place item(int index) {
        return new Place(file, line, column, path + "[" + index + "]");
    }

    FileException problem(String sentence) {
        String at = path.isEmpty() ? "" : ", " + path;
        return new FileException("%s, line %d, column %d%s: %s".formatted(file, line, column, at, sentence));
    }
}
