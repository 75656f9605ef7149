package tadpole.engine.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tadpole.engine.layer.Network;
import tadpole.engine.optimizer.Optimizer;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/** All that training leaves behind at one moment: parameters, layer buffers, what the optimizer remembers. */
final class Checkpoint {

    private static final int DIGITS = 8;
    private static final int CHUNK = 1 << 14;

    private final Network network;
    private final Optimizer optimizer;
    private final List<NamedTensor> state;
    private final List<Tensor> values;
    private final Map<String, Tensor> memory = new TreeMap<>();

    Checkpoint(Network network, Optimizer optimizer) {
        this.network = network;
        this.optimizer = optimizer;
        this.state = network.state();
        this.values = state.stream().map(each -> each.tensor().copy()).toList();
        optimizer.state().forEach((name, tensor) -> memory.put(name, tensor.copy()));
    }

    void restore() {
        for (int i = 0; i < values.size(); i++) {
            state.get(i).tensor().set(values.get(i));
        }
        network.parameters().forEach(Parameter::changed);
        optimizer.restore(memory);
    }

    /** The first eight digits of SHA-256 over names, shapes and bits of everything as it is now: "4f1c 9ab2". */
    String checksum() {
        MessageDigest digest = sha256();
        network.state().forEach(each -> add(digest, each.name(), each.tensor()));
        new TreeMap<>(optimizer.state()).forEach((name, tensor) -> add(digest, name, tensor));
        String hex = HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        return hex.substring(0, DIGITS / 2) + " " + hex.substring(DIGITS / 2);
    }

    private static void add(MessageDigest digest, String name, Tensor tensor) {
        digest.update((name + " " + tensor.shape() + "\n").getBytes(StandardCharsets.UTF_8));
        float[] data = tensor.data();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * Math.min(CHUNK, Math.max(1, tensor.size())));
        for (int from = 0; from < tensor.size(); from += CHUNK) {
            bytes.clear();
            for (int i = from; i < Math.min(tensor.size(), from + CHUNK); i++) {
                bytes.putInt(Float.floatToRawIntBits(data[i]));
            }
            digest.update(bytes.flip());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
