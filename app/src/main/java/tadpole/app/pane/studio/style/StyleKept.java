package tadpole.app.pane.studio.style;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.file.StudioContent;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.style.StyleState;
import tadpole.engine.recipe.Settings;

/**
 * What the studio's file has of a style transfer.
 *
 * @param ending how the last run ended, in words
 * @param state  of one that was stopped and can go on
 */
record StyleKept(Optional<Picture> content, List<StyleSource> styles, Optional<Picture> result, String ending, Optional<StyleState> state) {

    private static final String CONTENT = "content";
    private static final String STYLE = "style-";
    private static final String SHARE = "share-";
    private static final String RESULT = "result";
    private static final String ENDING = "ending";

    StyleKept {
        styles = List.copyOf(styles);
    }

    static StyleKept of(StudioContent.Room room) {
        List<StyleSource> styles = new ArrayList<>();
        for (int i = 0; room.pictures().containsKey(STYLE + i); i++) {
            styles.add(new StyleSource(room.pictures().get(STYLE + i), share(room.facts().getOrDefault(SHARE + i, ""))));
        }
        return new StyleKept(Optional.ofNullable(room.pictures().get(CONTENT)), styles, Optional.ofNullable(room.pictures().get(RESULT)),
                room.facts().getOrDefault(ENDING, ""), room.state().map(state -> new StyleState(state.tensors(), state.facts())));
    }

    /** A share that somebody wrote there by hand may be anything. */
    private static double share(String text) {
        try {
            double share = Double.parseDouble(text);
            return Double.isFinite(share) ? share : StyleSource.MOST;
        } catch (NumberFormatException foreign) {
            return StyleSource.MOST;
        }
    }

    StudioContent.Room room(Settings settings, String preset) {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        Map<String, String> facts = new LinkedHashMap<>();
        content.ifPresent(picture -> pictures.put(CONTENT, picture));
        for (int i = 0; i < styles.size(); i++) {
            pictures.put(STYLE + i, styles.get(i).picture());
            facts.put(SHARE + i, Double.toString(styles.get(i).shareProperty().get()));
        }
        result.ifPresent(picture -> pictures.put(RESULT, picture));
        facts.put(ENDING, ending);
        return new StudioContent.Room(Optional.of(settings), preset, facts, pictures, state.map(each -> new StudioContent.State(each.tensors(), each.facts())));
    }
}
