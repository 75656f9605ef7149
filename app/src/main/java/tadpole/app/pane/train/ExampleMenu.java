package tadpole.app.pane.train;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.experiment.Example;

/** The bundled experiments, a menu for each lesson; what has no data yet is gray and says what it needs. */
final class ExampleMenu extends MenuButton {

    private static final double LINE_EM = 32;
    private static final String FAILURE = "failure-";

    private final TrainPaneModel model;

    ExampleMenu(TrainPaneModel model) {
        super("Examples", new FontIcon(Material2OutlinedMZ.SCHOOL));
        this.model = model;
        setId("examples");
        getStyleClass().add("tool-button");
        setTooltip(new Tooltip("The experiments that come with Tadpole, lesson by lesson"));
        disableProperty().bind(model.stoppable());
        setOnShowing(_ -> model.draft().examples().look());
        model.draft().examples().all().subscribe(this::fill);
        fill();
    }

    private void fill() {
        Map<String, Menu> lessons = new LinkedHashMap<>();
        for (Example example : model.draft().examples().all()) {
            lessons.computeIfAbsent(example.lesson(), Menu::new).getItems().add(item(example));
        }
        getItems().setAll(lessons.values());
    }

    private MenuItem item(Example example) {
        Label name = new Label(title(example.head().name()));
        name.getStyleClass().add("example-name");
        Label data = new Label(example.isReady() ? "on " + example.data() : example.lack());
        data.getStyleClass().addAll("muted", "example-data");
        VBox words = new VBox(name, text(example.head().about()));
        if (!(example.isReady() && example.head().name().startsWith(FAILURE))) {
            words.getChildren().add(data);
        }
        MenuItem item = new MenuItem("", words);
        item.setId("example-" + example.head().name());
        item.getStyleClass().add("example");
        item.setDisable(!example.isReady());
        item.setOnAction(_ -> model.open(example.head().path()));
        return item;
    }

    /** A failure in words: "Dead ReLUs". */
    private static String title(String name) {
        if (!name.startsWith(FAILURE)) {
            return name;
        }
        String words = name.substring(FAILURE.length()).replace('-', ' ').replace("relus", "ReLUs");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Menus ask for a height without a width, at which a label would not wrap. */
    private static Text text(String about) {
        Text text = new Text(about);
        text.getStyleClass().add("example-about");
        text.fontProperty().subscribe(font -> text.setWrappingWidth(LINE_EM * font.getSize()));
        return text;
    }
}
