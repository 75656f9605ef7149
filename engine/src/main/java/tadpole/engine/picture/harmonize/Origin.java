package tadpole.engine.picture.harmonize;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tadpole.engine.tensor.Parameter;

/** What a run came of, as a stopped one's facts keep it: hashes of its scene, its settings and its feature network. */
record Origin(Map<String, String> hashes) {

    private static final int CHUNK = 1 << 14;
    private static final Map<String, String> PARTS = Map.of("scene", "pictures or masks", "settings", "settings", "features", "feature network");

    static Origin of(HarmonizeOrder order) {
        MessageDigest scene = sha256();
        add(order.scene().composite().values().data(), scene);
        add(order.scene().painting().values().data(), scene);
        add(order.scene().tight().values(), scene);
        add(order.scene().loose().values(), scene);
        MessageDigest settings = sha256();
        settings.update(new TreeMap<>(order.settings().asMap()).toString().getBytes(StandardCharsets.UTF_8));
        MessageDigest features = sha256();
        for (Parameter each : order.features().network().parameters()) {
            add(each.value().data(), features);
        }
        return new Origin(Map.of("scene", text(scene), "settings", text(settings), "features", text(features)));
    }

    /** @throws IllegalArgumentException in one sentence where a stopped run came of something else */
    void require(Map<String, String> facts) {
        for (String part : new String[] {"scene", "features", "settings"}) {
            if (!hashes.get(part).equals(facts.get(part))) {
                throw new IllegalArgumentException("The stopped run had other %s: go on with the same, or begin anew.".formatted(PARTS.get(part)));
            }
        }
    }

    private static void add(float[] values, MessageDigest digest) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * CHUNK);
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            bytes.clear().asFloatBuffer().put(values, from, count);
            digest.update(bytes.limit(Float.BYTES * count));
        }
    }

    private static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
