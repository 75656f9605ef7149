package tadpole.engine.twin;

import tadpole.engine.tensor.Shape;

/** Where the pixels of a batch of pictures stand, [n, channels, height, width]. */
record Planes(int channels, int height, int width) {

    static Planes of(Shape picture) {
        return new Planes(picture.at(0), picture.at(1), picture.at(2));
    }

    Shape shape() {
        return Shape.of(channels, height, width);
    }

    int size() {
        return channels * height * width;
    }

    boolean holds(int row, int column) {
        return row >= 0 && row < height && column >= 0 && column < width;
    }

    int at(int n, int channel, int row, int column) {
        return ((n * channels + channel) * height + row) * width + column;
    }

    int channelOf(int place) {
        return place / (height * width) % channels;
    }
}
