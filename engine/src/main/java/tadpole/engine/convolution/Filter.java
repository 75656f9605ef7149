package tadpole.engine.convolution;

import java.util.ArrayList;
import java.util.List;

/**
 * What gives one output channel.
 *
 * @param kernels one for each input channel, all of one size; one only where {@link Mixing#EACH} uses it for every channel
 * @param bias    added to every output pixel
 */
public record Filter(List<Kernel> kernels, float bias) {

    public Filter {
        kernels = List.copyOf(kernels);
    }

    public Filter with(int channel, Kernel kernel) {
        List<Kernel> others = new ArrayList<>(kernels);
        others.set(channel, kernel);
        return new Filter(others, bias);
    }
}
