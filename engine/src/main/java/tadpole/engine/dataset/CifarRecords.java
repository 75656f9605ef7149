package tadpole.engine.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tadpole.engine.tensor.Shape;

/** Records of CIFAR-10's binary form, gathered from batches: one byte label, then 3×32×32 pixels, channels first. */
final class CifarRecords {

    static final Shape SHAPE = Shape.of(3, 32, 32);
    static final int PIXELS = SHAPE.size();
    static final int RECORD = 1 + PIXELS;

    private static final int AT_ONCE = 64;
    private static final long MOST = ByteStore.MOST / PIXELS;

    private final ByteStore pixels;
    private final ByteStore labels;
    private final List<Part> parts = new ArrayList<>();
    private final byte[] buffer = new byte[AT_ONCE * RECORD];

    /** A batch and where its records lie. */
    private record Part(CifarBatch batch, String place, int start, int count) {}

    /**
     * @param trusted how many records surely come, so that room for all is made at once
     */
    CifarRecords(long trusted) {
        pixels = new ByteStore(Math.min(trusted, MOST) * PIXELS);
        labels = new ByteStore(Math.min(trusted, MOST));
    }

    /**
     * Reads a batch to its end.
     *
     * @param place how sentences call it, such as "cifar-10-binary.tar.gz, data_batch_1.bin"
     */
    void read(CifarBatch batch, String place, InputStream in, Reading reading) throws IOException, DatasetException {
        int start = (int) labels.size();
        int count = buffer.length;
        while (count == buffer.length) {
            count = next(in, reading);
            for (int i = 0; i + RECORD <= count; i += RECORD) {
                labels.add(buffer, i, 1);
                pixels.add(buffer, i + 1, PIXELS);
            }
            refuseTooMany(place);
        }
        int records = (int) labels.size() - start;
        if (!reading.stopped()) {
            refusePartOfRecord(place, records, count % RECORD);
        }
        parts.add(new Part(batch, place, start, records));
    }

    /** How many bytes came. An archive whose stream was stopped takes itself for damaged. */
    private int next(InputStream in, Reading reading) throws IOException {
        try {
            return in.readNBytes(buffer, 0, buffer.length);
        } catch (IOException fault) {
            if (reading.stopped()) {
                return 0;
            }
            throw fault;
        }
    }

    private void refuseTooMany(String place) throws DatasetException {
        if (labels.size() > MOST) {
            throw new DatasetException("%s: with it there are more than %d images, but at most so many fit into memory. Open fewer batches."
                    .formatted(place, MOST));
        }
    }

    private static void refusePartOfRecord(String place, int records, int rest) throws DatasetException {
        if (rest != 0) {
            throw new DatasetException(("%s: %d bytes, but a CIFAR-10 batch is a whole number of records of %d bytes (a label and 3×32×32 pixels);"
                    + " record %d, counted from 0, ends %d bytes too early. Download it again.")
                    .formatted(place, (long) records * RECORD + rest, RECORD, records, RECORD - rest));
        }
    }

    List<CifarBatch> batches() {
        return parts.stream().map(Part::batch).toList();
    }

    /** All records, batches in the order of their numbers, whatever order they came in. */
    Images images(int classes) throws DatasetException {
        int count = (int) labels.size();
        byte[] allPixels = pixels.take(count * PIXELS);
        byte[] allLabels = labels.take(count);
        refuseBadLabels(allLabels, classes);
        sort(allPixels, allLabels);
        return new Images(SHAPE, allPixels, allLabels);
    }

    private void refuseBadLabels(byte[] all, int classes) throws DatasetException {
        for (Part part : parts) {
            for (int i = 0; i < part.count(); i++) {
                int label = all[part.start() + i] & 0xFF;
                if (label >= classes) {
                    throw new DatasetException("%s: label %d at byte %d (record %d, counted from 0), but labels are 0 to %d. Download it again."
                            .formatted(part.place(), label, (long) i * RECORD, i, classes - 1));
                }
            }
        }
    }

    /** Insertion in place: a second array of all pixels would double the memory. */
    private void sort(byte[] allPixels, byte[] allLabels) {
        List<Part> sorted = new ArrayList<>();
        for (Part part : parts) {
            int from = 0;
            int index = 0;
            while (index < sorted.size() && sorted.get(index).batch().compareTo(part.batch()) <= 0) {
                from += sorted.get(index++).count();
            }
            insert(allPixels, from * PIXELS, part.start() * PIXELS, part.count() * PIXELS);
            insert(allLabels, from, part.start(), part.count());
            sorted.add(index, part);
        }
    }

    private static void insert(byte[] all, int to, int from, int count) {
        if (to == from) {
            return;
        }
        byte[] moved = Arrays.copyOfRange(all, from, from + count);
        System.arraycopy(all, to, all, to + count, from - to);
        System.arraycopy(moved, 0, all, to, count);
    }
}
