package tadpole.engine.tensor;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers that training moves, beside their gradient of the same shape. */
public final class Parameter {

    public enum Role {
        WEIGHT,
        BIAS
    }

    private final String name;
    private final Role role;
    private final Tensor value;
    private final Tensor gradient;
    private final AtomicLong version = new AtomicLong();
    private boolean cleared;

    private Parameter(String name, Role role, Shape shape) {
        this.name = name;
        this.role = role;
        this.value = Tensor.zeros(shape);
        this.gradient = Tensor.zeros(shape);
    }

    public static Parameter zeros(String name, Role role, Shape shape) {
        return new Parameter(name, role, shape);
    }

    /** Unique in its network, such as "linear1.weight". */
    public String name() {
        return name;
    }

    /** Weights and biases are told apart by weight decay. */
    public Role role() {
        return role;
    }

    /** Who writes into it calls {@link #changed} afterwards. */
    public Tensor value() {
        return value;
    }

    /** Added to by backward, cleared by the trainer before each step. For the thread that trains. */
    public Tensor gradient() {
        if (cleared) {
            cleared = false;
            gradient.fill(0);
        }
        return gradient;
    }

    /** Sets the gradient to zero; the zeros are written when somebody asks for them. */
    public void clearGradient() {
        cleared = true;
    }

    /**
     * Whether the gradient was cleared and not asked for since. Who is told so writes all of the gradient, which holds old numbers
     * then, instead of adding to it: this spares writing and reading the zeros.
     */
    public boolean beginsGradient() {
        boolean begins = cleared;
        cleared = false;
        return begins;
    }

    public Shape shape() {
        return value.shape();
    }

    public int size() {
        return value.size();
    }

    /**
     * Says that the value was written to. Passes of evaluation keep what layers made of the weights, such as those of a
     * convolution in the form its kernel reads, until this is called.
     */
    public void changed() {
        version.incrementAndGet();
    }

    /** Another number after each {@link #changed}. */
    public long version() {
        return version.get();
    }

    @Override
    public String toString() {
        return name + " " + shape();
    }
}
