package tadpole.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.WeightsFile;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.FeatureRun;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.samples.SampleData;

class BundledFeaturesTest {

    @Test
    void itIsOfItsExperimentAndSmallAndItsLogSaysHowWellItClassifies() throws Exception {
        WeightsFile file = WeightsFile.read(SampleData.weights().resolve(BundledFeatures.FILE));
        String log = Files.readString(SampleData.weights().resolve("studio-features.log"));

        assertThat(ExperimentFile.text(file.experiment()))
                .isEqualTo(ExperimentFile.text(ExperimentFile.read(SampleData.experiments().resolve("studio-features.json"))));
        assertThat(Files.size(SampleData.weights().resolve(BundledFeatures.FILE))).isLessThan(3_000_000);
        assertThat(log).contains("epoch 16 of 16 ").contains("\"testAccuracy\": 0.9042");
    }

    @Test
    void itsMapsAreFiniteAndThoseThatWereMeantOnPlainAndFastDevices() {
        FeatureNetwork features = BundledFeatures.open();
        CRC32 sum = new CRC32();
        features.network().parameters().forEach(each -> {
            ByteBuffer bytes = ByteBuffer.allocate(4 * each.size());
            bytes.asFloatBuffer().put(each.value().data(), 0, each.size());
            sum.update(bytes.array());
        });

        assertThat(features.layers()).containsExactly("relu1_1", "relu1_2", "relu2_1", "relu2_2", "relu3_1", "relu3_2", "relu4_1", "relu4_2");
        assertThat(features.layers()).contains("relu1_1", "relu2_1", "relu3_1", "relu4_1");
        assertThat(sum.getValue()).as("sum of all weights").isEqualTo(41_946_942L);
        try (Device fast = Device.cpu(1)) {
            Tensor pixels = Tensor.zeros(Shape.of(3, 40, 50));
            for (int i = 0; i < pixels.size(); i++) {
                pixels.data()[i] = i * 37 % 256;
            }
            Map<String, Tensor> plain = new FeatureRun(features, features.layers(), Device.plain()).forward(pixels);
            Map<String, Tensor> maps = new FeatureRun(features, features.layers(), fast).forward(pixels);
            assertThat(plain).allSatisfy((layer, map) -> {
                assertThat(map.isFinite()).isTrue();
                assertThat(map.norm()).isGreaterThan(1);
                assertThat(maps.get(layer).norm()).isCloseTo(map.norm(), within(1e-4 * map.norm()));
            });
        }
    }
}
