package tadpole.engine.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/** What tells feature networks apart, however they are called: SHA-256 of their layers and weights. */
public final class FeatureHash {

    private static final int CHUNK = 1 << 14;

    private FeatureHash() {}

    /** 64 digits and letters; the same for the same network read from any kind of file. */
    public static String of(FeatureNetwork features) {
        MessageDigest digest = sha256();
        digest.update(String.join(" ", features.network().stages().stream().map(stage -> stage.name()).toList()).getBytes(StandardCharsets.UTF_8));
        for (Parameter each : features.network().parameters()) {
            add(each.value(), digest);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static void add(Tensor tensor, MessageDigest digest) {
        digest.update(tensor.shape().toString().getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.allocate(4 * CHUNK);
        for (int from = 0; from < tensor.size(); from += CHUNK) {
            int count = Math.min(CHUNK, tensor.size() - from);
            bytes.clear().asFloatBuffer().put(tensor.data(), from, count);
            digest.update(bytes.limit(4 * count));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
