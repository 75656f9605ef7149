package tadpole.app.pane.gradients.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.chart.Digits;
import tadpole.app.form.FormLayout;
import tadpole.app.form.SettingField;
import tadpole.app.image.PixelGrid;
import tadpole.app.image.PixelModel;
import tadpole.app.image.PixelView;
import tadpole.app.pane.gradients.Studied;
import tadpole.app.pane.gradients.SubjectForm;
import tadpole.engine.formula.Address;

/** What is checked and how; the picture with its probabilities and its loss; what one looks at before one trains. */
final class CheckDrawer extends VBox {

    private static final int SHOWN = 5;
    /** At most so many pixels of the screen. */
    private static final int PICTURE = 128;

    private final CheckModel model;
    private final BiConsumer<Address, Node> open;
    private final PixelModel pixels = new PixelModel();
    private final PixelView view = new PixelView(pixels);
    private final VBox picture = new VBox(view);
    private final VBox probabilities = new VBox();
    private final Label loss = new Label();

    CheckDrawer(CheckModel model, BiConsumer<Address, Node> open) {
        this.model = model;
        this.open = open;
        setId("check-drawer");
        getStyleClass().addAll("form", "check-drawer");
        getChildren().add(title("Check"));
        addSubject("network", "deviation", "pixels");
        for (String key : List.of("difference", "h", "precision", "most")) {
            getChildren().add(new SettingField(model.form().check().field(key), FormLayout.PLAIN.named("check")));
        }
        getChildren().addAll(hairline(), title("Picture"));
        addSubject("samples", "first", "count", "test", "start");
        view.setId("check-picture");
        view.getStyleClass().add("check-picture");
        picture.managedProperty().bind(picture.visibleProperty());
        probabilities.getStyleClass().add("probabilities");
        probabilities.setId("check-probabilities");
        loss.setId("check-loss");
        loss.getStyleClass().add("muted");
        loss.setWrapText(true);
        loss.setMinHeight(USE_PREF_SIZE);
        opens(loss, () -> model.studied().filter(now -> now.samples().size() == 1).<Address>map(_ -> new Address.SampleLoss(0)).orElseGet(Address.Loss::new));
        VBox before = new VBox(hairline(), title("Before one trains"), new SanityList(model, "check-sanity"));
        before.getStyleClass().add("check-before");
        // While a mistake is searched they stand beside the picture.
        before.visibleProperty().bind(model.hunt().stateProperty().map(now -> now.phase() == Hunt.Phase.OFF));
        before.managedProperty().bind(before.visibleProperty());
        getChildren().addAll(picture, probabilities, loss, before);
        model.subject().studiedProperty().subscribe(now -> now.ifPresent(this::showPicture));
        model.outlookProperty().subscribe(_ -> showOutlook());
    }

    private void addSubject(String... keys) {
        SubjectForm form = model.form().subject();
        for (String key : keys) {
            SettingField field = new SettingField(form.fields().field(key), FormLayout.PLAIN.named("subject"));
            field.visibleProperty().bind(Bindings.createBooleanBinding(() -> form.counts(key), model.subject().networkProperty(), model.subject().samplesProperty()));
            field.managedProperty().bind(field.visibleProperty());
            getChildren().add(field);
        }
    }

    private void showPicture(Studied now) {
        picture.setVisible(now.dataset().hasPictures());
        if (now.dataset().hasPictures()) {
            int cell = Math.max(1, PICTURE / Math.max(now.dataset().shape().at(1), now.dataset().shape().at(2)));
            view.wantedCellProperty().set(cell);
            view.setMinSize(cell * now.dataset().shape().at(2), cell * now.dataset().shape().at(1));
            view.setMaxSize(cell * now.dataset().shape().at(2), cell * now.dataset().shape().at(1));
            pixels.show(PixelGrid.of(now.split(), now.samples().getFirst(), now.setup().preparations()));
        }
    }

    private void showOutlook() {
        Outlook now = model.outlookProperty().get();
        Optional<Studied> studied = model.studied();
        probabilities.getChildren().clear();
        if (studied.isEmpty() || !Double.isFinite(now.loss()) && now.probabilities().isEmpty()) {
            loss.setText("");
            return;
        }
        Studied of = studied.get();
        List<String> classes = of.dataset().classes();
        boolean labeled = !of.dataset().isRegression();
        int label = labeled ? of.split().label(of.samples().getFirst()) : 0;
        IntStream.range(0, now.probabilities().size()).boxed()
                .sorted((a, b) -> Double.compare(now.probabilities().get(b), now.probabilities().get(a)))
                .filter(each -> each != label).limit(SHOWN - 1)
                .forEach(each -> probabilities.getChildren().add(row(classes.get(each), now.probabilities().get(each), each, false)));
        if (!now.probabilities().isEmpty()) {
            probabilities.getChildren().addFirst(row(classes.get(label), now.probabilities().get(label), label, true));
        }
        String what = of.samples().size() > 1 ? "Mean loss of %d samples".formatted(of.samples().size())
                : now.probabilities().isEmpty() ? "Loss" : "Loss −log p(%s)".formatted(classes.get(label));
        loss.setText("%s = %s%s".formatted(what, Digits.loss(now.loss()), now.probabilities().isEmpty() ? "."
                : String.format(Locale.ROOT, " nats. Chance is ln %d = %.3f.", classes.size(), Math.log(classes.size()))));
    }

    /** A number that shows where it comes from. */
    private void opens(Label number, Supplier<Address> address) {
        number.setTooltip(new Tooltip("Click to see where it comes from."));
        number.setFocusTraversable(true);
        number.setOnMouseClicked(_ -> open.accept(address.get(), number));
        number.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                open.accept(address.get(), number);
            }
        });
    }

    private HBox row(String name, double probability, int index, boolean right) {
        Label label = new Label(name);
        label.getStyleClass().add(right ? "section-title" : "class-name");
        label.setMinWidth(0);
        ProgressBar bar = new ProgressBar(probability);
        bar.getStyleClass().add("probability");
        Label share = new Label(String.format(Locale.ROOT, "%.1f %%", 100 * probability));
        share.getStyleClass().addAll("mono", "share");
        share.setId("share-" + index);
        opens(share, () -> new Address.Probability(0, index));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(8, label, space, bar, share);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("section-title");
        return title;
    }

    private static Region hairline() {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        return line;
    }
}
