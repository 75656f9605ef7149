package tadpole.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import tadpole.engine.picture.feature.FeatureNetwork;

/**
 * Feature networks that were read once, in a compact form: 30 MB in place of torchvision's 550. A file is known again by its content, wherever it
 * lies and however it is called. What is kept is checked anew each time; where it is damaged or cannot be written, the file itself is read.
 *
 * @param folder need not exist
 */
public record FeatureCache(Path folder) {

    private static final int CHUNK = 1 << 16;

    /** @throws FileException as {@link FeatureFile#read} does */
    public FeatureNetwork read(Path weights) throws FileException {
        if (!Files.isRegularFile(weights)) {
            return FeatureFile.read(weights);
        }
        String source = source(weights);
        Path kept = folder.resolve(source + ".safetensors");
        Optional<FeatureNetwork> known = kept(kept, source);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<FeatureForm> form = FeatureFile.foreign(weights);
        if (form.isEmpty()) {
            return FeatureFile.read(weights);
        }
        keep(kept, form.get(), source);
        return form.get().network();
    }

    private static Optional<FeatureNetwork> kept(Path kept, String source) {
        if (!Files.isRegularFile(kept)) {
            return Optional.empty();
        }
        try (SafetensorsReader reader = SafetensorsReader.open(kept)) {
            boolean same = source.equals(reader.metadata().get("source")) && reader.metadata().containsKey(CompactFeatures.MARK);
            return same ? Optional.of(CompactFeatures.read(new Filters(FileHead.fileName(kept), reader)).network()) : Optional.empty();
        } catch (FileException damaged) {
            return Optional.empty();
        }
    }

    private void keep(Path kept, FeatureForm form, String source) {
        try {
            Files.createDirectories(folder);
            CompactFeatures.write(kept, form, source);
        } catch (IOException | FileException full) {
            // The network is there all the same; it will only be read in full the next time too.
        }
    }

    /** SHA-256 of the file's bytes, and how many they are. */
    private static String source(Path weights) throws FileException {
        MessageDigest digest = FeatureHash.sha256();
        long size = 0;
        try (InputStream in = Files.newInputStream(weights)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                size += read;
            }
        } catch (NoSuchFileException missing) {
            throw new FileException("There is no file %s.".formatted(weights), missing);
        } catch (IOException broken) {
            throw new FileException("%s cannot be read: %s.".formatted(weights, Causes.inWords(broken)), broken);
        }
        return HexFormat.of().formatHex(digest.digest()) + "-" + size;
    }
}
