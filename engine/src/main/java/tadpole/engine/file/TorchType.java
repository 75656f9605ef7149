package tadpole.engine.file;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The numbers of a PyTorch storage or of a tensor in a safetensors file. */
enum TorchType {
    FLOAT("FloatStorage", "F32", 4), DOUBLE("DoubleStorage", "F64", 8), HALF("HalfStorage", "F16", 2), BFLOAT16("BFloat16Storage", "BF16", 2),
    LONG("LongStorage", "I64", 8), INT("IntStorage", "I32", 4), SHORT("ShortStorage", "I16", 2), CHAR("CharStorage", "I8", 1),
    BYTE("ByteStorage", "U8", 1), BOOL("BoolStorage", "BOOL", 1);

    private final String storage;
    private final String dtype;
    private final int bytes;

    TorchType(String storage, String dtype, int bytes) {
        this.storage = storage;
        this.dtype = dtype;
        this.bytes = bytes;
    }

    static Optional<TorchType> of(String storage) {
        return Arrays.stream(values()).filter(type -> type.storage.equals(storage)).findFirst();
    }

    /** Of the name that safetensors files have for it. */
    static Optional<TorchType> ofDtype(String dtype) {
        return Arrays.stream(values()).filter(type -> type.dtype.equals(dtype)).findFirst();
    }

    static String acceptedDtypes() {
        return Arrays.stream(values()).map(type -> type.dtype).collect(Collectors.joining(", "));
    }

    static String accepted() {
        return Arrays.stream(values()).map(type -> type.storage).collect(Collectors.joining(", "));
    }

    /** Its name in safetensors files. */
    String dtype() {
        return dtype;
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
