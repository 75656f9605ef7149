package tadpole.app.pane.studio.style;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tadpole.app.shell.Desk;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.made.MadePicture;
import tadpole.engine.picture.made.MadePictures;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;

/** The pictures that come with Tadpole, as contents and styles. */
final class StyleExamples {

    /** The pair that lies there at first: what is painted, in whose style. */
    private static final List<String> FIRST = List.of("pond", "oil");

    private final Desk desk;
    private final Executor background;

    StyleExamples(Desk desk, Executor background) {
        this.desk = desk;
        this.background = background;
    }

    /** Their labels by type. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        MadePictures.ALL.forEach(recipe -> names.put(recipe.type(), recipe.label()));
        return names;
    }

    /** @param use gets the picture, on the JavaFX thread */
    void make(String type, Consumer<Picture> use) {
        background.execute(() -> {
            try {
                Recipe<MadePicture> recipe = Recipe.find(MadePictures.ALL, "made picture", type);
                Picture made = recipe.maker().make(recipe.standard().settings());
                desk.jobs().ui().execute(() -> use.accept(new Picture(recipe.label(), made.values(), made.black(), made.white())));
            } catch (SettingException impossible) {
                throw new IllegalStateException("There is no picture " + type + ".", impossible);
            }
        });
    }

    void first(StyleModel model) {
        make(FIRST.get(0), model::suggestContent);
        make(FIRST.get(1), model::suggestStyle);
    }
}
