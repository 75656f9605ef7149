package tadpole.engine.recording;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A packed moment in a file: for each tensor the number of its bytes, then they.
 *
 * @param checksum of all bytes of the tensors
 */
record SpilledFile(Path path, List<Integer> lengths, long checksum) {

    static SpilledFile write(Path path, Packed packed) throws IOException {
        Files.createDirectories(path.getParent());
        // In reverse order when the program ends: what is in memory only says how to read them.
        path.getParent().toFile().deleteOnExit();
        path.toFile().deleteOnExit();
        CRC32C sum = new CRC32C();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path)))) {
            for (byte[] piece : packed.pieces()) {
                out.writeInt(piece.length);
                out.write(piece);
                sum.update(piece);
            }
        } catch (IOException full) {
            Files.deleteIfExists(path);
            throw full;
        }
        return new SpilledFile(path, packed.pieces().stream().map(each -> each.length).toList(), sum.getValue());
    }

    /** @throws IOException in one sentence where it is gone or not as it was written */
    Packed read(long step) throws IOException {
        CRC32C sum = new CRC32C();
        List<byte[]> pieces = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            for (int length : lengths) {
                int found = in.readInt();
                if (found != length) {
                    throw damaged(step);
                }
                byte[] piece = new byte[length];
                in.readFully(piece);
                sum.update(piece);
                pieces.add(piece);
            }
        } catch (NoSuchFileException gone) {
            throw new IOException("The recorded step %d is lost: %s is gone. Look at another step.".formatted(step, path), gone);
        } catch (EOFException shortened) {
            throw damaged(step);
        }
        if (sum.getValue() != checksum) {
            throw damaged(step);
        }
        return new Packed(pieces);
    }

    private IOException damaged(long step) {
        return new IOException("The recorded step %d is lost: %s was changed since it was written. Look at another step.".formatted(step, path));
    }

    long bytes() {
        return lengths.stream().mapToLong(each -> (long) each + Integer.BYTES).sum();
    }
}
