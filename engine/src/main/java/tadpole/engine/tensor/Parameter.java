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
    private Tensor gradient = Tensor.NONE;
    private final AtomicLong version = new AtomicLong();
    private boolean cleared;

    private Parameter(String name, Role role, Shape shape) {
        this.name = name;
        this.role = role;
        this.value = Tensor.zeros(shape);
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

    /**
     * Added to by backward, cleared by the trainer before each step. It takes no memory until it is asked for, and a cleared
     * one is written only then.
     */
    public synchronized Tensor gradient() {
        if (gradient == Tensor.NONE) {
            gradient = Tensor.zeros(value.shape());
        } else if (cleared) {
            gradient.fill(0);
        }
        cleared = false;
        return gradient;
    }

    /** Sets the gradient to zero; the zeros are written when somebody asks for them. */
    public synchronized void clearGradient() {
        cleared = true;
    }

    /**
     * Whether the gradient was cleared and not asked for since. Who is told so writes all of the gradient, which holds old numbers
     * then, instead of adding to it: this spares writing and reading the zeros.
     */
    public synchronized boolean beginsGradient() {
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
