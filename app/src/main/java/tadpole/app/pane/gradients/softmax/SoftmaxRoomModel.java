package tadpole.app.pane.gradients.softmax;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import tadpole.app.form.FormModel;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.DatasetException;
import tadpole.engine.inspect.Explainer;
import tadpole.engine.inspect.SoftmaxExplainer;
import tadpole.engine.inspect.SoftmaxNumbers;
import tadpole.engine.inspect.SoftmaxPicture;
import tadpole.engine.inspect.SoftmaxPlan;
import tadpole.engine.inspect.SoftmaxStart;
import tadpole.engine.inspect.StartExplainer;
import tadpole.engine.job.JobControl;
import tadpole.engine.recipe.SettingException;

/** State of the softmax room: logits and what follows from them, and a picture through random weights, which is computed beside the JavaFX thread. */
public final class SoftmaxRoomModel {

    /** Of the logits that are given, not computed. */
    static final int GIVEN = 0;

    private static final String BUNDLED = "tadpole-digits";
    private static final int LEAST_REACH = 10;
    private static final SoftmaxPlan FIRST = new SoftmaxPlan("softmax", "", List.of(2.0, 1.0, 0.0, -1.0, 0.5), 0, List.of(), SoftmaxPicture.of(BUNDLED));

    private final Desk desk;
    private final Executor background;
    private final List<Path> folders;
    private final FormModel form = new FormModel(SoftmaxPicture.RECIPE);
    private final Timing timing;
    private final ObjectProperty<Section> section = new SimpleObjectProperty<>(Section.LOGITS);
    private final ReadOnlyObjectWrapper<SoftmaxPlan> plan = new ReadOnlyObjectWrapper<>(FIRST);
    private final ReadOnlyObjectWrapper<SoftmaxNumbers> numbers = new ReadOnlyObjectWrapper<>(SoftmaxNumbers.of(FIRST));
    private final ReadOnlyObjectWrapper<Optional<StartFigures>> figures = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper lack = new ReadOnlyStringWrapper("");
    /** Read in the background only. */
    private Optional<Dataset> other = Optional.empty();
    /** Counted on the JavaFX thread; what is no longer wanted is not computed. */
    private volatile int wanted;
    private final Undo undo = new Undo();
    private double reach = LEAST_REACH;
    private boolean showing;

    /**
     * @param background where pictures are computed and data sets are read, in order
     * @param folders    where data sets are looked for
     */
    SoftmaxRoomModel(Desk desk, Executor background, List<Path> folders) {
        this.desk = desk;
        this.background = background;
        this.folders = List.copyOf(folders);
        this.timing = new Timing(desk, this);
        desk.workspace().datasetProperty().addListener(_ -> follow());
        desk.workspace().pickProperty().addListener(_ -> follow());
        form.settingsProperty().addListener(_ -> {
            if (!showing) {
                SoftmaxPicture now = plan.get().picture();
                take(plan.get().with(new SoftmaxPicture(now.set(), now.test(), now.index(), form.settings())));
                compute();
            }
        });
        compute();
        follow();
    }

    ObjectProperty<Section> sectionProperty() {
        return section;
    }

    SoftmaxPlan plan() {
        return plan.get();
    }

    /** What follows from the logits, the same moment. */
    ReadOnlyObjectProperty<SoftmaxNumbers> numbersProperty() {
        return numbers.getReadOnlyProperty();
    }

    /** Of the picture; what was there before stays while the next is computed. Empty where {@link #lackProperty} says why. */
    ReadOnlyObjectProperty<Optional<StartFigures>> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /** What is missing and what to do; empty where nothing is. */
    ReadOnlyStringProperty lackProperty() {
        return lack.getReadOnlyProperty();
    }

    /** Settings of the picture and its weights. */
    FormModel form() {
        return form;
    }

    Timing timing() {
        return timing;
    }

    /** Whose numbers the section shows. */
    Optional<Explainer> explainer() {
        return section.get() == Section.PICTURE
                ? figures.get().map(each -> new StartExplainer(each.start()))
                : Optional.of(new SoftmaxExplainer(numbers.get(), GIVEN));
    }

    Undo undo() {
        return undo;
    }

    /** Takes the last change of the logits back, presets too. */
    void undoLast() {
        undo.take().ifPresent(before -> setLogits(before.values(), before.right()));
    }

    private Logits logits() {
        return new Logits(plan.get().logits(), plan.get().right());
    }

    /** How far the sliders go to both sides: 10, or the first of 20, 50, 100, 200 ... beyond all logits. */
    double reach() {
        return reach;
    }

    private static double reach(List<Double> logits) {
        double most = logits.stream().mapToDouble(Math::abs).max().orElse(0);
        double reach = LEAST_REACH;
        for (int i = 0; reach < most || reach == most && most > LEAST_REACH; i++) {
            reach *= i % 3 == 1 ? 2.5 : 2;
        }
        return reach;
    }

    /** By the slider, which stays as long as it is. */
    void slideLogit(int i, double value) {
        undo.rememberMove(logits(), i);
        take(plan.get().with(replaced(i, value), plan.get().right()));
    }

    void setLogit(int i, double value) {
        undo.remember(logits());
        setLogits(replaced(i, value), plan.get().right());
    }

    private List<Double> replaced(int i, double value) {
        List<Double> logits = new ArrayList<>(plan.get().logits());
        logits.set(i, value);
        return logits;
    }

    /** Takes what was typed; false where it is no logit, and then nothing changes. */
    boolean enterLogit(int i, String typed) {
        Optional<Double> value = number(typed);
        value.ifPresent(each -> setLogit(i, each));
        return value.isPresent();
    }

    private static Optional<Double> number(String typed) {
        try {
            double value = Double.parseDouble(typed.strip().replace(',', '.').replace('−', '-'));
            return Optional.of(value).filter(each -> each >= SoftmaxPlan.LOGITS.least() && each <= SoftmaxPlan.LOGITS.most());
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    void setRight(int i) {
        undo.remember(logits());
        setLogits(plan.get().logits(), i);
    }

    void show(LogitPreset preset) {
        undo.remember(logits());
        setLogits(preset.logits(plan.get().logits().size()), plan.get().right());
    }

    /** One class more, with logit 0, or one less. */
    void setClasses(int count) {
        if (count < SoftmaxPlan.LEAST_CLASSES || count > SoftmaxPlan.MOST_CLASSES) {
            return;
        }
        List<Double> logits = new ArrayList<>(plan.get().logits());
        while (logits.size() > count) {
            logits.removeLast();
        }
        while (logits.size() < count) {
            logits.add(0.0);
        }
        undo.remember(logits());
        setLogits(logits, Math.min(plan.get().right(), count - 1));
    }

    private void setLogits(List<Double> logits, int right) {
        reach = reach(logits);
        take(plan.get().with(logits, right));
    }

    /** Takes a number of the gradient by the probabilities; false where it is none. */
    boolean enterGradient(int i, String typed) {
        Optional<Double> value = number(typed);
        if (value.isPresent()) {
            List<Double> gradient = new ArrayList<>();
            for (double each : numbers.get().gradient()) {
                gradient.add(Math.clamp(each, SoftmaxPlan.GRADIENT.least(), SoftmaxPlan.GRADIENT.most()));
            }
            gradient.set(i, value.get());
            take(plan.get().withGradient(gradient));
        }
        return value.isPresent();
    }

    void useGradientOfLoss() {
        take(plan.get().withGradient(List.of()));
    }

    private void take(SoftmaxPlan next) {
        plan.set(next);
        numbers.set(SoftmaxNumbers.of(next));
    }

    /** Shows the picture at that place of the part that is shown, or the nearest one. */
    void lookAt(int index) {
        SoftmaxPicture now = plan.get().picture();
        int most = figures.get().map(each -> each.start().size() - 1).orElse(Integer.MAX_VALUE);
        take(plan.get().with(now.at(now.set(), now.test(), Math.clamp(index, 0, most))));
        compute();
    }

    /** Other weights of the same deviation. */
    void drawAgain() {
        form.field("seed").take(plan.get().picture().seed() + 1);
    }

    /** The picture that is picked in Data; of a data set without a pick the lesson's frog, or the first one. */
    private void follow() {
        Workspace workspace = desk.workspace();
        Optional<Workspace.Pick> pick = workspace.pickProperty().get().filter(each -> SoftmaxPicture.isOf(each.dataset()));
        SoftmaxPicture now = plan.get().picture();
        if (pick.isPresent()) {
            take(plan.get().with(now.at(pick.get().dataset().key(), pick.get().test(), pick.get().index())));
            compute();
            return;
        }
        workspace.datasetProperty().get().filter(SoftmaxPicture::isOf).filter(open -> !open.key().equals(now.set())).ifPresent(open -> {
            take(plan.get().with(now.at(open.key(), false, SoftmaxPicture.lesson(open))));
            compute();
        });
    }

    private void compute() {
        SoftmaxPicture wish = plan.get().picture();
        Optional<Dataset> open = Optional.<Dataset>empty()
                .or(() -> desk.workspace().pickProperty().get().map(Workspace.Pick::dataset).filter(each -> each.key().equals(wish.set())))
                .or(() -> desk.workspace().datasetProperty().get().filter(each -> each.key().equals(wish.set())));
        int number = wanted + 1;
        wanted = number;
        background.execute(() -> {
            if (number != wanted) {
                return;
            }
            try {
                SoftmaxStart start = new SoftmaxStart(wish, open.isPresent() ? open.get() : found(wish.set()));
                tell(number, Optional.of(new StartFigures(start, start.count(), start.batches())), "");
            } catch (SettingException | DatasetException misfit) {
                tell(number, Optional.empty(), misfit.getMessage());
            }
        });
    }

    private void tell(int number, Optional<StartFigures> computed, String why) {
        desk.jobs().ui().execute(() -> {
            if (number == wanted) {
                lack.set(why);
                timing.forget();
                figures.set(computed);
            }
        });
    }

    private Dataset found(String key) throws DatasetException {
        if (other.filter(each -> each.key().equals(key)).isEmpty()) {
            other = Optional.of(DataFolder.find(key, folders).read(JobControl.UNWATCHED));
        }
        return other.orElseThrow();
    }

    /** Shows what a file holds. */
    void use(SoftmaxPlan read) {
        showing = true;
        form.show(read.picture().settings());
        showing = false;
        undo.remember(logits());
        reach = reach(read.logits());
        take(read);
        compute();
    }

    /** Sets up the linear classifier that the weights are the start of, and goes to Train. */
    void sendToTrain() {
        figures.get().ifPresent(now -> {
            try {
                Dataset dataset = now.start().dataset();
                desk.sendToTrain(dataset, now.start().plan().experiment(dataset.classes().size()));
            } catch (SettingException misfit) {
                desk.messages().failed(misfit.getMessage());
            }
        });
    }
}
