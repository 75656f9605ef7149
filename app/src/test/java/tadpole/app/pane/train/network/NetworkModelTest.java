package tadpole.app.pane.train.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.app.pane.train.ExperimentForm;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.design.Design;
import tadpole.engine.design.NetworkPreset;
import tadpole.engine.design.NetworkPresets;
import tadpole.engine.design.Part;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.Tanh;
import tadpole.engine.loss.Losses;
import tadpole.engine.recipe.Spec;
import tadpole.engine.training.Experiment;

class NetworkModelTest {

    private final ObjectProperty<Optional<Dataset>> open = new SimpleObjectProperty<>(Optional.empty());
    private final ExperimentForm form = new ExperimentForm();
    private final NetworkModel model = new NetworkModel(form, open);

    @BeforeEach
    void openData() {
        use(Pictures.gray("gray"));
    }

    private void use(Dataset dataset) {
        form.use(dataset);
        open.set(Optional.of(dataset));
    }

    private void take(String preset) {
        model.take(NetworkPresets.ALL.stream().filter(each -> each.key().equals(preset)).findFirst().orElseThrow());
    }

    private List<String> types() {
        return form.experiment().layers().stream().map(Spec::type).toList();
    }

    private Design design() {
        return model.drawing().orElseThrow().design();
    }

    private Link link(int index) {
        return model.drawing().orElseThrow().linkOf(index).orElseThrow();
    }

    @Test
    void aPresetReplacesAllLayersAndOneStepBackBringsThemAgain() {
        List<Spec> before = model.layers();

        take("lenet5");
        assertThat(types()).containsExactly("conv2d", "relu", "maxPool2d", "conv2d", "relu", "maxPool2d", "flatten",
                "linear", "relu", "linear", "relu", "linear");
        assertThat(design().costs().parameters()).isEqualTo(61_706);
        assertThat(NetworkName.known(form.experiment(), open.get().orElseThrow())).contains("LeNet-5");
        assertThat(NetworkName.of(form.experiment(), open.get())).isEqualTo("LeNet-5, 12 layers");

        model.undo();
        assertThat(form.experiment().layers()).isEqualTo(before);
        model.redo();
        assertThat(types()).hasSize(12);
    }

    @Test
    void everyPresetThatFitsCanBeTrained() {
        for (NetworkPreset preset : NetworkPresets.ALL) {
            model.take(preset);
            assertThat(design().fits()).as(preset.label()).isTrue();
        }
    }

    @Test
    void movesDuplicatesRemovesAndSetsLayers() {
        take("lenet5");

        model.move(link(2), 1);
        assertThat(types()).startsWith("conv2d", "maxPool2d", "relu", "conv2d");
        assertThat(model.selectedProperty().get()).isEqualTo(1);

        model.moveBy(link(1), 1);
        assertThat(types()).startsWith("conv2d", "relu", "maxPool2d", "conv2d");

        model.duplicate(link(4));
        assertThat(types().subList(3, 7)).containsExactly("conv2d", "relu", "relu", "maxPool2d");
        model.remove(link(5));
        assertThat(types()).hasSize(12);

        model.set(link(0), "bias", false);
        assertThat(design().costs().parameters()).isEqualTo(61_700);
        model.undo();
        assertThat(design().costs().parameters()).isEqualTo(61_706);
    }

    @Test
    void theFormOfTheSelectedLayerWritesIntoTheExperimentAndFollowsUndo() {
        take("lenet5");
        model.select(7);
        LayerForm settings = model.settingsProperty().get().orElseThrow();

        settings.form().field("out").enter("200");
        assertThat(form.experiment().layers().get(7).settings().whole("out")).isEqualTo(200);

        settings.form().field("out").enter("0");
        assertThat(settings.form().field("out").refusalProperty().get()).startsWith("Outputs");
        assertThat(form.experiment().layers().get(7).settings().whole("out")).isEqualTo(200);

        model.undo();
        assertThat(settings.form().field("out").value()).isEqualTo(120L);
        assertThat(settings.form().field("out").refusalProperty().get()).isEmpty();
    }

    @Test
    void oneCanBuildFromNothing() {
        while (!model.layers().isEmpty()) {
            model.remove(link(0));
        }
        assertThat(design().fits()).isFalse();
        assertThat(design().end()).isPresent();

        model.repair(design().end().orElseThrow().repairs().getFirst());

        assertThat(design().fits()).isTrue();
    }

    @Nested
    class WithTheDrawerAndFiles {

        @Test
        void whatTheShortFormCanSayStaysInIt() {
            form.network().field("hidden").enter("50 30");
            model.set(link(1), "out", 60L);

            assertThat(form.fixedLayersProperty().get()).isEmpty();
            assertThat(form.network().field("hidden").textProperty().get()).isEqualTo("60 30");
            assertThat(form.experiment().name()).isEqualTo("gray-784-60-30-10");
        }

        @Test
        void whatItCannotSayIsKeptAsItIsAndComesBack() {
            model.add(3, Dropout.RECIPE);
            assertThat(form.fixedLayersProperty().get()).contains(model.layers());

            form.optimizer().form().field("rate").enter("0.5");
            assertThat(types()).containsExactly("flatten", "linear", "relu", "dropout", "linear");

            model.remove(link(3));
            assertThat(form.fixedLayersProperty().get()).isEmpty();
            assertThat(form.network().field("hidden").textProperty().get()).isEqualTo("100");
        }

        @Test
        void anEditInTheDrawerIsAStepBackHere() {
            form.network().field("hidden").enter("20");
            assertThat(model.layers()).hasSize(4);
            assertThat(model.layers().get(1).settings().whole("out")).isEqualTo(20);

            model.undo();

            assertThat(form.network().field("hidden").textProperty().get()).isEqualTo("100");
        }

        @Test
        void aFileIsShownAndSavedAsItWas() {
            take("convnetjsMnist");
            Experiment saved = form.experiment();
            take("softmax");

            form.show(saved);

            assertThat(model.layers()).isEqualTo(saved.layers());
            assertThat(form.experiment()).isEqualTo(saved);
        }

        @Test
        void aRefusedEntryOfTheDrawerDoesNotStandInTheWayOfTheBuilder() {
            form.network().field("hidden").enter("100, abc");
            assertThat(form.refusalProperty().get()).isNotEmpty();

            take("lenet5");

            assertThat(form.refusalProperty().get()).isEmpty();
        }

        @Test
        void moreUnitsThanTheShortFormTakesAreNotLost() {
            model.set(link(1), "out", 200_000L);

            assertThat(form.experiment().layers().get(1).settings().whole("out")).isEqualTo(200_000);
            assertThat(form.fixedLayersProperty().get()).isPresent();
        }

        @Test
        void anotherDataSetMakesAFreshBeginning() {
            take("lenet5");

            use(Pictures.colored("colored"));

            assertThat(model.undoable().get()).isFalse();
            assertThat(design().input().toString()).isEqualTo("3×32×32");
        }
    }

    @Nested
    class WhereSomethingDoesNotFit {

        @Test
        void theMisfitShowsItsFormulaAndARepairMendsIt() {
            take("lenet5");
            model.set(link(3), "kernel", 50L);

            assertThat(link(3).misfit().orElseThrow().formula()).isEqualTo("(14 + 2·0 - 50)/1 + 1 = -35");
            assertThat(link(4).first()).isInstanceOf(Part.NotKnown.class);
            assertThat(form.experiment().layers().get(3).settings().whole("kernel")).isEqualTo(50);

            model.repair(link(3).misfit().orElseThrow().repairs().getFirst());
            assertThat(link(3).misfit()).isEmpty();

            model.undo();
            assertThat(link(3).misfit()).isPresent();
        }

        @Test
        void theEndFollowsTheLossOnlyWhenAsked() {
            take("lenet5");
            form.loss().show(Losses.ALL.stream().filter(each -> each.type().equals("negativeLogLikelihood")).findFirst().orElseThrow().standard());
            assertThat(types()).hasSize(12);

            model.repair(design().end().orElseThrow().repairs().getFirst());

            assertThat(types()).endsWith("linear", "logSoftmax");
            assertThat(design().fits()).isTrue();
        }
    }

    @Nested
    class WithEqualLayersFolded {

        @BeforeEach
        void resnet() {
            use(Pictures.colored("colored"));
            take("resnet56");
        }

        @Test
        void aDeepNetworkIsAHandfulOfCards() {
            assertThat(model.layers()).hasSize(32);
            assertThat(model.drawing().orElseThrow().links()).hasSize(10);

            model.foldedProperty().set(false);
            assertThat(model.drawing().orElseThrow().links()).hasSize(32);
        }

        @Test
        void aFoldedCardIsSetMovedAndCountedAsOne() {
            Link first = link(5);
            assertThat(first.count()).isEqualTo(9);
            assertThat(first.name()).isEqualTo("residualBlock1–9");

            model.duplicate(first);
            assertThat(link(5).count()).isEqualTo(10);
            model.removeOne(link(5));
            model.removeOne(link(5));
            assertThat(link(5).count()).isEqualTo(8);

            model.set(link(5), "out", 20L);
            assertThat(model.layers().subList(4, 11)).allMatch(each -> each.settings().whole("out") == 20);
        }
    }

    @Nested
    class AsText {

        private final NetworkTextModel text = new NetworkTextModel(model);

        @Test
        void theTextFollowsThePictureAndThePictureTheText() {
            take("lenet5");
            assertThat(text.textProperty().get()).startsWith("Conv2d(1, 6, kernel_size=5, padding=2");

            text.type(text.textProperty().get().replace("ReLU()", "Tanh()"));

            assertThat(types()).contains("tanh").doesNotContain("relu");
            assertThat(text.faultProperty().get()).isEmpty();
        }

        @Test
        void whatCannotBeReadChangesNothingAndIsNotLost() {
            List<Spec> before = model.layers();
            text.type("Flatten()\nLinaer(784, 10)\n");

            assertThat(text.faultProperty().get().orElseThrow().line()).isEqualTo(2);
            assertThat(text.faultProperty().get().orElseThrow().sentence()).startsWith("Line 2: ");
            assertThat(model.layers()).isEqualTo(before);

            model.add(3, Tanh.RECIPE);
            assertThat(text.textProperty().get()).contains("Linaer");

            text.giveUp();
            assertThat(text.textProperty().get()).contains("Tanh()").doesNotContain("Linaer");
        }

        @Test
        void oneSittingAtTheTextIsOneStepBack() {
            List<Spec> before = model.layers();
            text.type("Flatten()\nLinear(784, 20)\nLinear(20, 10)\n");
            text.type("Flatten()\nLinear(784, 30)\nLinear(30, 10)\n");
            assertThat(model.layers().get(1).settings().whole("out")).isEqualTo(30);

            model.undo();

            assertThat(model.layers()).isEqualTo(before);
        }
    }

    @Test
    void layersWithTheSameParametersCanGoOnWithARunsOwn() {
        take("lenet5");
        List<Spec> ran = model.layers();
        model.add(9, Dropout.RECIPE);
        assertThat(SameParameters.of(design().input(), ran, model.layers())).isTrue();
        assertThat(SameParameters.difference(ran, model.layers())).isEqualTo("with Dropout");

        model.add(0, Linear.RECIPE);
        assertThat(SameParameters.of(design().input(), ran, model.layers())).isFalse();
    }
}
