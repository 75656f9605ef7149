package tadpole.engine.file;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The numbers of a PyTorch storage. */
enum TorchType {
    FLOAT("FloatStorage", 4), DOUBLE("DoubleStorage", 8), HALF("HalfStorage", 2), BFLOAT16("BFloat16Storage", 2), LONG("LongStorage", 8),
    INT("IntStorage", 4), SHORT("ShortStorage", 2), CHAR("CharStorage", 1), BYTE("ByteStorage", 1), BOOL("BoolStorage", 1);

    private final String storage;
    private final int bytes;

    TorchType(String storage, int bytes) {
        this.storage = storage;
        this.bytes = bytes;
    }

    static Optional<TorchType> of(String storage) {
        return Arrays.stream(values()).filter(type -> type.storage.equals(storage)).findFirst();
    }

    static String accepted() {
        return Arrays.stream(values()).map(type -> type.storage).collect(Collectors.joining(", "));
    }

    /** Of one number. */
    int bytes() {
        return bytes;
    }

    /** The next number; doubles and whole ones are rounded to the nearest float. */
    float next(ByteBuffer from) {
        return switch (this) {
            case FLOAT -> from.getFloat();
            case DOUBLE -> (float) from.getDouble();
            case HALF -> Float.float16ToFloat(from.getShort());
            case BFLOAT16 -> Float.intBitsToFloat(from.getShort() << 16);
            case LONG -> from.getLong();
            case INT -> from.getInt();
            case SHORT -> from.getShort();
            case CHAR -> from.get();
            case BYTE, BOOL -> from.get() & 0xFF;
        };
    }
}
