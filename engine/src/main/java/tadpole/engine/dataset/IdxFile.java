package tadpole.engine.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * One IDX file: a magic number, a size for each axis (four bytes each, high byte first), then the numbers as bytes.
 *
 * @param count samples that came; fewer than the file has only after a stop
 * @param height 1 for labels
 * @param width 1 for labels
 * @param bytes count·height·width
 */
record IdxFile(String name, int count, int height, int width, byte[] bytes) {

    static IdxFile read(Path file, IdxKind kind, Reading reading) throws DatasetException {
        try (DataStream in = DataStream.open(file, "an IDX " + kind.word() + " file", reading)) {
            return new Reader(in, kind, reading).read();
        }
    }

    private record Reader(DataStream in, IdxKind kind, Reading reading) {

        IdxFile read() throws DatasetException {
            try {
                ByteBuffer header = header();
                long count = axis(header, 0);
                long height = kind == IdxKind.IMAGES ? axis(header, 1) : 1;
                long width = kind == IdxKind.IMAGES ? axis(header, 2) : 1;
                refuseBadSizes(count, height, width);
                byte[] bytes = bytes(count, height * width);
                return new IdxFile(in.name(), (int) (bytes.length / (height * width)), (int) height, (int) width, bytes);
            } catch (IOException fault) {
                throw in.broken(fault);
            }
        }

        private ByteBuffer header() throws IOException, DatasetException {
            byte[] header = in.readNBytes(kind.headerSize());
            refuseWrongMagic(header);
            if (header.length < kind.headerSize()) {
                throw new DatasetException("%s: ends at byte %d, but an IDX %s file begins with a header of %d bytes. Download it again."
                        .formatted(in.name(), header.length, kind.word(), kind.headerSize()));
            }
            return ByteBuffer.wrap(header);
        }

        private void refuseWrongMagic(byte[] header) throws DatasetException {
            if (header.length < 4) {
                return;
            }
            int magic = ByteBuffer.wrap(header).getInt();
            if (magic == kind.magic()) {
                return;
            }
            String advice = magic == kind.other().magic()
                    ? "It holds %ss: look whether the two files were swapped.".formatted(kind.other().word())
                    : "Download it again.";
            throw new DatasetException("%s: magic number %s at byte 0, but an IDX %s file begins with %s. %s"
                    .formatted(in.name(), hex(magic), kind.word(), hex(kind.magic()), advice));
        }

        private static String hex(int magic) {
            return HexFormat.ofDelimiter(" ").formatHex(ByteBuffer.allocate(4).putInt(magic).array());
        }

        private static long axis(ByteBuffer header, int axis) {
            return Integer.toUnsignedLong(header.getInt(4 + 4 * axis));
        }

        private void refuseBadSizes(long count, long height, long width) throws DatasetException {
            if (count == 0) {
                throw new DatasetException("%s: the header (byte 4) says 0 %ss, but at least 1 is needed. Download it again."
                        .formatted(in.name(), kind.word()));
            }
            if (height == 0 || width == 0) {
                throw new DatasetException("%s: the header (byte 8) says images of %d×%d, but both must be at least 1. Download it again."
                        .formatted(in.name(), height, width));
            }
            // Quotients, since the product of three such numbers may be longer than a long.
            if (height > ByteStore.MOST / width || count > ByteStore.MOST / (height * width)) {
                throw new DatasetException("%s: the header (byte 4) says %s, but at most %d bytes fit into memory."
                        .formatted(in.name(), contents(count, height, width), ByteStore.MOST));
            }
        }

        private String contents(long count, long height, long width) {
            return kind == IdxKind.IMAGES ? "%d images of %d×%d".formatted(count, height, width) : count + " labels";
        }

        private byte[] bytes(long count, long sample) throws IOException, DatasetException {
            long promised = count * sample;
            ByteStore store = new ByteStore(Math.min(promised, in.sizeOnDisk()));
            store.fill(in, promised);
            if (reading.stopped()) {
                return store.take((int) (store.size() / sample * sample));
            }
            if (store.size() < promised) {
                throw new DatasetException("%s: ends at byte %d after %d whole %ss, but its header (byte 4) says %d. Download it again."
                        .formatted(in.name(), in.position(), store.size() / sample, kind.word(), count));
            }
            if (in.read() >= 0) {
                throw new DatasetException("%s: goes on at byte %d after the %d %ss that its header (byte 4) says. Download it again."
                        .formatted(in.name(), kind.headerSize() + promised, count, kind.word()));
            }
            return store.take((int) promised);
        }
    }
}
