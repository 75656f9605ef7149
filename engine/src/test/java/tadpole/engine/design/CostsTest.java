package tadpole.engine.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.layer.LayerMaker;
import tadpole.engine.layer.Layers;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class CostsTest {

    @Test
    void agreeWithBuiltNetworksOfAllLayers() throws SettingException {
        RandomNetworks random = new RandomNetworks(3);
        for (int i = 0; i < 600; i++) {
            Shape input = random.input();
            assertAgrees(input, random.fitting(input, 5));
        }
        for (NetworkPreset preset : NetworkPresets.ALL) {
            assertAgrees(Shape.of(3, 32, 32), preset.layers(Shape.of(3, 32, 32), Goal.classes(10)));
        }
    }

    private static void assertAgrees(Shape input, List<Spec> layers) throws SettingException {
        Network network = Network.build(input, layers, new Seed(1));
        Costs costs = Costs.of(input, layers, 4);
        for (int i = 0; i < layers.size(); i++) {
            Network.Stage stage = network.stages().get(i);
            LayerCost cost = costs.layers().get(i);
            assertThat(cost.name()).isEqualTo(stage.name());
            assertThat(cost.output()).as(NetworkText.write(input, layers)).isEqualTo(stage.output());
            assertThat(cost.parameters()).as(stage.spec().toString()).isEqualTo(stage.layer().parameters().stream().mapToLong(each -> each.size()).sum());
        }
        assertThat(costs.parameters()).isEqualTo(network.parameterCount());
    }

    /** Whatever does not fit when it is built does not fit here, and the other way round. */
    @Test
    void refuseWhatCannotBeBuilt() {
        RandomNetworks random = new RandomNetworks(5);
        int refused = 0;
        for (int i = 0; i < 4000; i++) {
            Shape input = random.input();
            Recipe<LayerMaker> recipe = Layers.ALL.get(i % Layers.ALL.size());
            List<Spec> layers = List.of(random.layer(recipe));
            boolean builds = builds(input, layers);
            assertThat(Design.of(input, layers, 2).fits()).as(input + ": " + layers).isEqualTo(builds);
            refused += builds ? 0 : 1;
        }
        assertThat(refused).isBetween(500, 3500);
    }

    private static boolean builds(Shape input, List<Spec> layers) {
        try {
            Network.build(input, layers, new Seed(1));
            return true;
        } catch (SettingException misfit) {
            return false;
        }
    }

    /** Every repair of a layer that is offered makes this layer fit, unless it takes it away. */
    @Test
    void repairsMend() {
        RandomNetworks random = new RandomNetworks(11);
        int repairs = 0;
        for (int i = 0; i < 4000; i++) {
            Shape input = random.input();
            List<Spec> layers = List.of(random.layer(Layers.ALL.get(i % Layers.ALL.size())));
            if (Design.of(input, layers, 2).parts().getFirst() instanceof Part.Misfitting wrong) {
                for (Repair repair : wrong.misfit().repairs()) {
                    List<Part> repaired = Design.of(input, repair.layers(), 2).parts();
                    boolean another = !repaired.isEmpty() && repaired.getLast() instanceof Part.Misfitting still
                            && !still.misfit().sentence().equals(wrong.misfit().sentence());
                    assertThat(another || repaired.stream().allMatch(Part.Fitting.class::isInstance)).as(wrong + " " + repair).isTrue();
                    repairs++;
                }
            }
        }
        assertThat(repairs).isGreaterThan(1000);
    }

    @Test
    void multiplyAddsAreCountedOneByOne() throws SettingException {
        RandomNetworks random = new RandomNetworks(13);
        for (int i = 0; i < 300; i++) {
            Shape input = random.input();
            List<Spec> layers = random.fitting(input, 3);
            for (LayerCost cost : Costs.of(input, layers, 1).layers()) {
                Spec spec = layers.get(Costs.of(input, layers, 1).layers().indexOf(cost));
                if (spec.type().equals("conv2d")) {
                    assertThat(cost.multiplyAdds()).isEqualTo(counted(cost.input(), cost.output(), spec));
                }
            }
        }
    }

    /** One for each output, input channel of its group and pixel of the kernel. */
    private static long counted(Shape input, Shape output, Spec spec) {
        int height = spec.settings().whole("kernel");
        int width = spec.settings().whole("kernelWidth") == 0 ? height : spec.settings().whole("kernelWidth");
        int groups = spec.settings().whole("groups");
        long count = 0;
        for (int o = 0; o < output.at(0); o++) {
            for (int y = 0; y < output.at(1) * output.at(2); y++) {
                for (int c = 0; c < input.at(0); c++) {
                    if (c / (input.at(0) / groups) == o / (output.at(0) / groups)) {
                        for (int k = 0; k < height * width; k++) {
                            count++;
                        }
                    }
                }
            }
        }
        return count;
    }

    @Test
    void countProductsOfRecurrentLayersAtEveryTime() throws SettingException {
        List<Spec> lstm = List.of(Specs.of("lstm", Map.of("hidden", 7)));

        assertThat(Costs.of(Shape.of(5, 3), lstm, 1).multiplyAdds()).isEqualTo(5 * 4 * 7 * (3 + 7));
    }

    @Test
    void hugeNetworksTakeNoMemory() throws SettingException {
        List<Spec> huge = List.of(Specs.of("flatten"), Specs.of("linear", Map.of("out", 40_000)), Specs.of("relu"), Specs.of("linear", Map.of("out", 40_000)));

        assertThat(Costs.of(Shape.of(1, 28, 28), huge, 64).parameters()).isEqualTo(784L * 40_000 + 40_000 + 40_000L * 40_000 + 40_000);
    }

    @Test
    void sayWhatATensorCannotHold() {
        List<Spec> huge = List.of(Specs.of("flatten"), Specs.of("linear", Map.of("out", 1_000_000)), Specs.of("linear", Map.of("out", 1_000_000)));

        assertThatThrownBy(() -> Costs.of(Shape.of(1, 28, 28), huge, 64)).hasMessageStartingWith("Layer 3, linear2: Its weights are more numbers");
    }

    /** Of what stands in a real pass and in the parameters after a step. */
    @Test
    void memoryIsNearWhatAPassTakes() throws SettingException, IllegalAccessException {
        for (String key : List.of("hidden100", "lenet5", "convnetjsMnist", "convnetjsCifar", "vgg", "resnet20")) {
            NetworkPreset preset = NetworkPresets.ALL.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
            List<Spec> layers = preset.layers(Shape.of(3, 32, 32), Goal.classes(10));
            double measured = held(Shape.of(3, 32, 32), layers, 16);
            double told = Costs.of(Shape.of(3, 32, 32), layers, 16).bytes();

            System.err.printf("%s told %.2f MB, took %.2f MB%n", key, told / 1e6, measured / 1e6);
            assertThat(told / measured).as(key).isBetween(0.7, 1.3);
        }
    }

    private static double held(Shape input, List<Spec> layers, int batch) throws SettingException, IllegalAccessException {
        try (Device device = Device.cpu(1)) {
            Network network = Network.build(input, layers, new Seed(1));
            Pass pass = Pass.training(device);
            Tensor x = Tensor.zeros(input.batchOf(batch));
            Tensor y = network.forward(x, pass);
            network.backward(Tensor.zeros(y.shape()), pass);
            return new HeldNumbers().of(List.of(pass, network));
        }
    }
}
