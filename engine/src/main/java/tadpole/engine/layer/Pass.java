package tadpole.engine.layer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tadpole.engine.kernel.Kernels;
import tadpole.engine.kernel.Workspace;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * One layer's workplace for a batch on its way forward and back: its buffers, used again with every batch, and what
 * backward needs to know of forward. A pass belongs to one thread at a time.
 */
public final class Pass {

    private final Device device;
    private final boolean training;
    private final boolean wantsInputGradient;
    private final boolean wantsParameterGradients;
    private final Workspace workspace;
    private final Map<String, Tensor> buffers = new HashMap<>();
    private final Map<String, Tensor> remembered = new HashMap<>();
    private final Map<String, int[]> indices = new HashMap<>();
    private final Map<String, Kept> kept = new HashMap<>();
    private final Map<String, Pass> children = new HashMap<>();
    private final Map<String, Tensor> shared;
    private final CarriedStates states;
    private final String path;
    private final Map<String, String> stateNames = new HashMap<>();
    private final Turns turns = new Turns();
    private final Optional<Turns> turnsOfParent;
    private Seed seed = new Seed(0);

    private record Kept(Object key, Object thing) {}

    private Pass(Device device, boolean training, boolean wantsInputGradient, boolean wantsParameterGradients, Workspace workspace,
            Map<String, Tensor> shared, CarriedStates states, String path, Optional<Turns> turnsOfParent) {
        this.device = device;
        this.training = training;
        this.wantsInputGradient = wantsInputGradient;
        this.wantsParameterGradients = wantsParameterGradients;
        this.workspace = workspace;
        this.shared = shared;
        this.states = states;
        this.path = path;
        this.turnsOfParent = turnsOfParent;
    }

    private Pass(Device device, boolean training, boolean wantsInputGradient, boolean wantsParameterGradients, Workspace workspace) {
        this(device, training, wantsInputGradient, wantsParameterGradients, workspace, new HashMap<>(), new CarriedStates(), "", Optional.empty());
    }

    /** For a step of training: dropout drops, the gradient of the batch itself is not asked for. */
    public static Pass training(Device device) {
        return new Pass(device, true, false, true, new Workspace());
    }

    /** For evaluation: nothing random, nothing kept running. */
    public static Pass evaluation(Device device) {
        return new Pass(device, false, false, true, new Workspace());
    }

    /** The same kind of pass that also gives the gradient of its input. */
    public Pass withInputGradient() {
        return new Pass(device, training, true, wantsParameterGradients, new Workspace());
    }

    /** The same kind of pass for a network that is frozen: backward leaves the parameters' gradients as they are. */
    public Pass withoutParameterGradients() {
        return new Pass(device, training, wantsInputGradient, false, new Workspace());
    }

    public boolean isTraining() {
        return training;
    }

    public boolean wantsInputGradient() {
        return wantsInputGradient;
    }

    public boolean wantsParameterGradients() {
        return wantsParameterGradients;
    }

    public Device device() {
        return device;
    }

    @SuppressWarnings("exports") // only the engine's own layers see the kernels
    public Kernels kernels() {
        return device.kernels();
    }

    /**
     * Whether recurrent layers, here and in the parts, begin a forward where the last one ended; else, as at first, at zero. Switched
     * off, the states are forgotten. Backward goes only through the steps of the last forward.
     */
    public void carryStates(boolean carry) {
        states.carry(carry);
    }

    boolean carriesStates() {
        return states.carries();
    }

    /**
     * A copy of all states carried, [n, hidden] each, by part and name, such as "lstm1.h" and "lstm1.c"; empty before the first forward.
     */
    public Map<String, float[]> states() {
        return states.copy();
    }

    /** Goes on from states that {@link #states()} gave, which are copied; what is not among them begins at zero. */
    public void states(Map<String, float[]> before) {
        states.restore(before);
    }

    /** The next forward begins at zero. */
    public void forgetStates() {
        states.forget();
    }

    /**
     * The state of that name, with so many numbers, at zero where none is carried yet.
     *
     * @throws IllegalStateException where the states carried are those of more or fewer sequences
     */
    float[] state(String name, int size) {
        String full = stateNames.get(name);
        if (full == null) {
            full = path + name;
            stateNames.put(name, full);
        }
        return states.of(full, size);
    }

    /** Starts a step: all randomness of the step, here and in the parts, derives from its seed. */
    public void begin(Seed stepSeed) {
        seed = stepSeed;
        children.forEach((name, child) -> child.begin(stepSeed.derive(name)));
    }

    /** The seed of this step and this layer. */
    public Seed seed() {
        return seed;
    }

    public Tensor output(Shape shape) {
        return buffer("output", shape);
    }

    /**
     * Room for what backward gives. The parts of a network take two in turns: what one part gave is overwritten by the next but
     * one, when nobody needs it any more.
     */
    public Tensor inputGradient(Shape shape) {
        return turnsOfParent.isPresent() ? turnsOfParent.get().next(shape) : buffer("input gradient", shape);
    }

    /** Says before the parts go backward how large their input gradients get. */
    void expectInputGradients(int largest) {
        turns.expect(largest);
    }

    private static final class Turns {

        private final float[][] rooms = new float[2][0];
        private int turn;

        private Tensor next(Shape shape) {
            turn = 1 - turn;
            if (rooms[turn].length < shape.size()) {
                rooms[turn] = new float[shape.size()];
            }
            return Tensor.of(shape, rooms[turn]);
        }

        private void expect(int size) {
            for (int room = 0; room < rooms.length; room++) {
                if (rooms[room].length < size) {
                    rooms[room] = new float[0];
                    rooms[room] = new float[size];
                }
            }
        }
    }

    /** A buffer of that name, with whatever the last batch left in it; allocated only when a batch needs more room. */
    public Tensor buffer(String name, Shape shape) {
        return buffer(buffers, name, shape);
    }

    /** A buffer of that name that all parts of the outermost pass share: what a layer leaves in it is gone when the next layer works. */
    Tensor shared(String name, Shape shape) {
        return buffer(shared, name, shape);
    }

    private static Tensor buffer(Map<String, Tensor> buffers, String name, Shape shape) {
        Tensor buffer = buffers.get(name);
        if (buffer != null && buffer.shape().equals(shape)) {
            return buffer;
        }
        float[] room = buffer != null && buffer.data().length >= shape.size() ? buffer.data() : new float[shape.size()];
        Tensor fitting = Tensor.of(shape, room);
        buffers.put(name, fitting);
        return fitting;
    }

    /** Room for at least so many whole numbers, such as the places of maxima. */
    public int[] indices(String name, int size) {
        int[] room = indices.get(name);
        if (room == null || room.length < size) {
            room = new int[size];
            indices.put(name, room);
        }
        return room;
    }

    /** Memory that kernels work in; one for a pass and all its parts, which run one after the other. */
    Workspace workspace() {
        return workspace;
    }

    /** What was made of a key, such as a kernel for one shape, kept until another key is given under that name. */
    @SuppressWarnings("unchecked") // a name stands for things of one type
    <K, T> T kept(String name, K key, Function<K, T> maker) {
        Kept now = kept.get(name);
        if (now == null || !now.key().equals(key)) {
            now = new Kept(key, maker.apply(key));
            kept.put(name, now);
        }
        return (T) now.thing();
    }

    /** Keeps a tensor of forward, not a copy, for backward. */
    public void remember(String name, Tensor tensor) {
        remembered.put(name, tensor);
    }

    public Tensor recall(String name) {
        Tensor tensor = remembered.get(name);
        if (tensor == null) {
            throw new IllegalStateException("Backward asks for \"" + name + "\", but forward has not run in this pass.");
        }
        return tensor;
    }

    /**
     * The workplace of a part.
     *
     * @param wantsGradient whether the part is to give the gradient of its input
     */
    public Pass child(String name, boolean wantsGradient) {
        return children.computeIfAbsent(name, _ -> {
            Pass child = new Pass(device, training, wantsGradient, wantsParameterGradients, workspace, shared, states, path + name + ".",
                    Optional.of(turns));
            child.begin(seed.derive(name));
            return child;
        });
    }
}
