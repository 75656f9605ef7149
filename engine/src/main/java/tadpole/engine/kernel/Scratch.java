package tadpole.engine.kernel;

/** Work memory of a kernel, one for each thread that comes along; it grows to the largest size asked for and stays. */
final class Scratch {
    /** Behind the header of a large array this element begins a cache line. */
    static final int START = 12;

    private final ThreadLocal<float[]> memory = ThreadLocal.withInitial(() -> new float[0]);

    /** At least {@code size} dirty numbers from {@link #START} on, until this thread asks again. */
    float[] floats(int size) {
        float[] floats = memory.get();
        if (floats.length < START + size) {
            floats = new float[START + size];
            memory.set(floats);
        }
        return floats;
    }
}
