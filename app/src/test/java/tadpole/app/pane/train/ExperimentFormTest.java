package tadpole.app.pane.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.Linear;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingPlan;

class ExperimentFormTest {

    private final ExperimentForm form = new ExperimentForm();

    @Test
    void beginsWithOneHiddenLayerOnTheOpenData() {
        form.use(TinyData.open());

        assertThat(form.experiment().name()).isEqualTo("tiny-64-100-10");
        assertThat(form.experiment().data().set()).isEqualTo("tiny");
        assertThat(form.experiment().layers()).extracting(Spec::type).containsExactly("flatten", "linear", "relu", "linear");
    }

    @Test
    void everyFieldIsInTheExperiment() {
        form.use(TinyData.open());

        form.network().field("hidden").enter("50 30");
        form.network().field("activation").take("tanh");
        form.optimizer().form().field("rate").enter("0.5");
        form.optimizer().form().field("weightDecay").enter("1e-4");
        form.plan().field("batch").enter("128");
        form.plan().field("epochs").enter("3");
        form.plan().field("patience").enter("2");
        form.seed().field("seed").enter("7");
        form.data().field("validation").enter("0.1");
        form.data().field("perClass").enter("5");
        form.prepareProperty().set(PrepareChoice.UNIT);

        Experiment said = form.experiment();
        assertThat(said.name()).isEqualTo("tiny-64-50-30-10");
        assertThat(LayerWords.list(said.layers())).isEqualTo("flatten, linear 50, tanh, linear 30, tanh, linear 10");
        assertThat(said.rate()).isEqualTo(0.5);
        assertThat(said.optimizer().settings().decimal("weightDecay")).isEqualTo(1e-4);
        assertThat(said.training().batch()).isEqualTo(128);
        assertThat(said.training().epochs()).isEqualTo(3);
        assertThat(said.training().patience()).isEqualTo(2);
        assertThat(said.seed()).isEqualTo(7);
        assertThat(said.data().validation()).isEqualTo(0.1);
        assertThat(said.data().perClass()).isEqualTo(5);
        assertThat(said.data().prepare()).isEqualTo(PrepareChoice.UNIT.steps());
    }

    @Test
    void theNameSaysHowManyNumbersReachTheNetwork() throws SettingException {
        form.use(TinyData.open());

        form.steps().show(List.of(Recipe.find(Preparations.ALL, "preparation", "centerCrop").with(Map.of("size", 4))));
        assertThat(form.experiment().name()).isEqualTo("tiny-16-100-10");
        assertThat(Fit.of(form.experiment(), Optional.of(TinyData.open()))).isEqualTo(new Fit("16–100–10", 2710, "", List.of()));

        form.steps().show(List.of(Recipe.find(Preparations.ALL, "preparation", "centerCrop").standard()));
        assertThat(Fit.of(form.experiment(), Optional.of(TinyData.open())).problem())
                .isEqualTo("Crop size (\"size\") must be at most the pictures' height and width, but is 20 for 8×8 pictures: 20 > 8.");
    }

    @Test
    void tooManyImagesOfAClassAreRefusedBeforeTheStart() {
        form.use(TinyData.open());

        form.data().field("perClass").enter("1000");

        assertThat(Fit.of(form.experiment(), Optional.of(TinyData.open())).problem())
                .startsWith("Images of each class (\"perClass\") must be at most ");
    }

    @Test
    void augmentationStepsAndScheduleAreInTheExperiment() {
        form.augment().add(form.augment().all().getFirst());
        form.steps().remove(form.steps().entries().getLast());

        assertThat(form.experiment().data().augment()).extracting(Spec::type).containsExactly("flip");
        assertThat(form.experiment().data().prepare()).isEqualTo(PrepareChoice.UNIT.steps());
        assertThat(form.prepareProperty().get()).isEqualTo(PrepareChoice.UNIT);
        assertThat(form.experiment().schedule()).isEqualTo(form.schedule().spec());

        form.prepareProperty().set(PrepareChoice.MEASURED);
        assertThat(form.steps().specs()).isEqualTo(PrepareChoice.MEASURED.steps());

        form.steps().add(form.steps().all().getFirst());
        assertThat(form.prepareProperty().get().label()).isEqualTo("Own steps");
    }

    @Test
    void anExperimentComesBackAsItWasShown() {
        form.augment().add(form.augment().all().get(1));
        form.augment().entries().getFirst().form().field("padding").enter("3");
        Experiment cropped = form.experiment();
        ExperimentForm other = new ExperimentForm();

        other.show(cropped);

        assertThat(other.experiment()).isEqualTo(cropped);
        assertThat(other.augment().specs()).isEqualTo(cropped.data().augment());
        other.augment().entries().getFirst().form().field("padding").enter("0");
        assertThat(other.refusalProperty().get()).startsWith("Crop padding");
    }

    @Test
    void emptyHiddenLayersAreALinearClassifier() {
        form.network().field("hidden").enter("");

        assertThat(form.experiment().layers()).extracting(Spec::type).containsExactly("flatten", "linear");
    }

    @Test
    void saysWhatHiddenLayersAreWhereTheEntryIsNone() {
        for (String wrong : List.of("100, abc", "10.5", "0")) {
            form.network().field("hidden").enter(wrong);

            assertThat(form.hiddenRefusalProperty().get()).isEqualTo("Write sizes such as 64, 32, or leave it empty for none.");
            assertThat(form.refusalProperty().get()).isEqualTo(form.hiddenRefusalProperty().get());
        }
        form.network().field("hidden").enter("64, 32");

        assertThat(form.refusalProperty().get()).isEmpty();
        assertThat(LayerWords.list(form.experiment().layers())).isEqualTo("flatten, linear 64, relu, linear 32, relu, linear 10");
    }

    @Test
    void aRefusedRateLeavesTheExperimentAsItWas() {
        form.optimizer().form().field("rate").enter("-1");

        assertThat(form.refusalProperty().get()).startsWith("Learning rate (\"rate\") must be between");
        assertThat(form.experiment().rate()).isEqualTo(0.01);
    }

    @Test
    void theEndOfTheLayersFollowsTheLoss() {
        form.loss().show(form.loss().all().stream().filter(each -> each.type().equals("negativeLogLikelihood"))
                .findFirst().orElseThrow().standard());

        assertThat(form.experiment().layers().getLast().type()).isEqualTo("logSoftmax");
    }

    @Test
    void showsEveryFieldOfAnotherExperiment() {
        ExperimentForm other = new ExperimentForm();
        other.use(TinyData.open());
        other.network().field("hidden").enter("20");
        other.plan().field("epochs").enter("4");
        other.seed().field("seed").enter("99");

        form.show(other.experiment());

        assertThat(form.experiment()).isEqualTo(other.experiment());
        assertThat(form.seed().field("seed").textProperty().get()).isEqualTo("99");
    }

    @Nested
    class WithLayersThatItCannotSay {

        private final List<Spec> layers = List.of(
                Flatten.RECIPE.standard(), Dropout.RECIPE.standard(), out(10));

        @Test
        void keepsThemWhateverElseChanges() {
            form.show(experiment());

            form.optimizer().form().field("rate").enter("0.3");
            form.plan().field("batch").enter("8");

            assertThat(form.fixedLayersProperty().get()).contains(layers);
            assertThat(form.experiment().layers()).isEqualTo(layers);
            assertThat(form.experiment().rate()).isEqualTo(0.3);
            assertThat(form.experiment().name()).isEqualTo("mine");
        }

        @Test
        void givesThemUpWhenAsked() {
            form.show(experiment());

            form.useSimpleLayers();

            assertThat(form.experiment().layers()).extracting(Spec::type).containsExactly("flatten", "linear", "relu", "linear");
        }

        private Experiment experiment() {
            return new Experiment("mine", "About it.", new DataPlan("tiny", List.of(), 0), layers, CrossEntropy.RECIPE.standard(),
                    Sgd.RECIPE.standard(), form.experiment().schedule(),
                    new TrainingPlan(TrainingPlan.RECIPE.standard().settings(), form.order().spec()), 5);
        }

        private static Spec out(int units) {
            try {
                return Linear.RECIPE.with(Map.of("out", units));
            } catch (Exception impossible) {
                throw new AssertionError(impossible);
            }
        }
    }
}
