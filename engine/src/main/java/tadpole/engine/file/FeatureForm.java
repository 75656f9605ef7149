package tadpole.engine.file;

import java.util.List;
import java.util.stream.Stream;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.SqueezeWeights;
import tadpole.engine.picture.feature.SqueezeWeights.Fire;
import tadpole.engine.picture.feature.VggWeights;
import tadpole.engine.picture.feature.VggWeights.Convolution;
import tadpole.engine.picture.feature.VggWeights.Padding;
import tadpole.engine.picture.feature.VggWeights.Pooling;

/** What a feature network is built from, as it came out of whichever file. */
sealed interface FeatureForm {

    String name();

    FeatureNetwork network();

    /** With names by which a file holds them. */
    List<Named> convolutions();

    record Named(String name, Convolution convolution) {}

    /** @see VggWeights#network */
    record Vgg(String name, Convolution input, List<List<Convolution>> blocks, Padding padding, Pooling pooling) implements FeatureForm {

        @Override
        public FeatureNetwork network() {
            return VggWeights.network(name, input, blocks, padding, pooling);
        }

        @Override
        public List<Named> convolutions() {
            Stream.Builder<Named> all = Stream.builder();
            all.add(new Named("input", input));
            for (int block = 0; block < blocks.size(); block++) {
                for (int i = 0; i < blocks.get(block).size(); i++) {
                    all.add(new Named("conv%d_%d".formatted(block + 1, i + 1), blocks.get(block).get(i)));
                }
            }
            return all.build().toList();
        }
    }

    /** @see SqueezeWeights#network */
    record Squeeze(String name, Convolution input, Convolution first, List<Fire> fires) implements FeatureForm {

        @Override
        public FeatureNetwork network() {
            return SqueezeWeights.network(name, input, first, fires);
        }

        @Override
        public List<Named> convolutions() {
            Stream.Builder<Named> all = Stream.builder();
            all.add(new Named("input", input)).add(new Named("conv1", first));
            for (int i = 0; i < fires.size(); i++) {
                String fire = "fire%d/".formatted(i + 2);
                all.add(new Named(fire + "squeeze1x1", fires.get(i).squeeze())).add(new Named(fire + "expand1x1", fires.get(i).expand1()))
                        .add(new Named(fire + "expand3x3", fires.get(i).expand3()));
            }
            return all.build().toList();
        }
    }
}
