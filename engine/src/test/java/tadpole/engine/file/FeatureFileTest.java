package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tadpole.engine.picture.feature.FeatureNetwork;

class FeatureFileTest {

    @Test
    void readsTheDistilledNetworkOfTheOldForm() throws Exception {
        FeatureNetwork read = FeatureFile.read(SharedData.file("weights/vgg19-distilled-16x/5SE.pth"));
        assertThat(read.name()).isEqualTo("VGG-19, quarter width, to relu5_1");
        assertThat(read.layers()).hasSize(13).endsWith("relu5_1");
        assertThat(read.channels("relu5_1")).isEqualTo(128);
    }

    @Test
    void readsTheNormalizedNetwork() throws Exception {
        FeatureNetwork read = FeatureFile.read(SharedData.file("weights/vgg19-normalised/vgg_normalised_conv3_1.pth"));
        assertThat(read.name()).isEqualTo("VGG-19 normalized, to relu3_1");
        assertThat(read.layers()).containsExactly("relu1_1", "relu1_2", "relu2_1", "relu2_2", "relu3_1");
    }

    @Test
    void readsSqueezeNetOfKeras() throws Exception {
        FeatureNetwork read = FeatureFile.read(SharedData.file("weights/squeezenet_v1.1_notop.h5"));
        assertThat(read.name()).isEqualTo("SqueezeNet 1.1");
        assertThat(read.layers()).startsWith("relu1", "fire2").endsWith("fire9");
        assertThat(read.channels("fire9")).isEqualTo(512);
    }

    @Test
    void saysWhatAnotherNetworkHolds() {
        Path digits = SharedData.file("model-files/mnist_cnn.pt");
        assertThatThrownBy(() -> FeatureFile.read(digits)).isInstanceOf(FileException.class)
                .hasMessageContaining("mnist_cnn.pt holds 8 tensors, \"conv1.weight\" first, but none of the networks");
    }
}
