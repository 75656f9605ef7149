package tadpole.app.pane.text.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tadpole.app.pane.text.write.ReadingModel.Expected;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.NextToken;
import tadpole.engine.language.NextToken.Candidate;
import tadpole.engine.language.Vocabulary;

/** What the network expects at a place: the likeliest tokens, the one that stands there, all others; a click takes one and goes on from there. */
final class StripCard extends VBox {

    private static final int FEWEST = 5;
    private static final int MOST = 14;
    private static final int WORDS_BEFORE = 20;
    private static final int LETTERS_BEFORE = 12;

    private final WriteModel model;
    private final Label title = new Label();
    private final Label cacheKey = new Label();
    private final HBox keys = new HBox();
    private final VBox rows = new VBox();
    private final Label hint = new Label();
    private final List<StripRow> all = new ArrayList<>();
    private Optional<Expected> shown = Optional.empty();
    private int first;
    private int room = FEWEST;

    StripCard(WriteModel model) {
        this.model = model;
        setId("strip");
        getStyleClass().addAll("card", "write-card");
        title.setId("strip-title");
        title.getStyleClass().add("section-title");
        title.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Region cacheSwatch = swatch("strip-cache");
        keys.getChildren().setAll(swatch("strip-vocabulary"), key("vocabulary"), cacheSwatch, cacheKey);
        for (Node each : List.of(cacheSwatch, cacheKey)) {
            each.visibleProperty().bind(model.text().cacheProperty().map(Optional::isPresent));
            each.managedProperty().bind(each.visibleProperty());
        }
        cacheKey.getStyleClass().add("muted");
        keys.getStyleClass().add("strip-keys");
        keys.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, space, keys);
        head.getStyleClass().add("write-card-head");
        rows.getStyleClass().add("strip-rows");
        rows.setMinHeight(0);
        VBox.setVgrow(rows, Priority.ALWAYS);
        hint.setId("strip-hint");
        hint.getStyleClass().add("muted");
        getChildren().setAll(head, rows, hint);
        IntStream.range(0, MOST).mapToObj(StripRow::new).forEach(all::add);
        rows.heightProperty().subscribe(now -> {
            int fits = Math.clamp((int) (now.doubleValue() / rowHeight()) - 1, FEWEST, MOST - 1);
            if (fits != room) {
                room = fits;
                show();
            }
        });
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        model.reading().expectedProperty().subscribe(now -> {
            boolean moved = shown.map(Expected::place).filter(was -> now.map(Expected::place).filter(was::equals).isPresent()).isEmpty();
            first = moved ? 0 : first;
            shown = now;
            show();
        });
        model.text().cacheProperty().subscribe(_ -> show());
        show();
    }

    private double rowHeight() {
        return Math.max(20, 1.72 * title.getFont().getSize());
    }

    private static Region swatch(String style) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("strip-swatch", style);
        return swatch;
    }

    private static Label key(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        return label;
    }

    private void scroll(ScrollEvent scroll) {
        shown.ifPresent(now -> {
            first = Math.clamp(first - (int) Math.signum(scroll.getDeltaY()), 0, Math.max(0, now.next().likeliest().size() - room));
            show();
        });
        scroll.consume();
    }

    private void show() {
        String one = model.isWords() ? "word" : "character";
        cacheKey.setText(model.text().cacheProperty().get()
                .map(each -> String.format(Locale.ROOT, "cache, θ %.2f λ %.2f", each.decimal("theta"), each.decimal("lambda"))).orElse(""));
        Optional<Vocabulary> vocabulary = model.text().modelProperty().get().map(LanguageModel::vocabulary);
        if (shown.isEmpty() || vocabulary.isEmpty()) {
            title.setText("Next " + one);
            hint.setText(vocabulary.isEmpty() ? "Choose a model, then see here what it expects." : "The text is being read.");
            rows.getChildren().clear();
            return;
        }
        Expected now = shown.get();
        title.setText(title(now, one));
        hint.setText("Click a " + one + " to take it; Write goes on from there.");
        fill(now.next(), vocabulary.get(), one);
    }

    private String title(Expected now, String one) {
        int count = Math.min(now.place(), model.read().count());
        int at = now.place() < model.read().count() ? model.read().piece(now.place()).from() : model.paper().text().length();
        String before = count == 0 ? "" : TokenName.before(model.paper().text(), Math.min(at, model.paper().text().length()), model.isWords() ? WORDS_BEFORE : LETTERS_BEFORE);
        if (before.isEmpty()) {
            return "First " + one;
        }
        // The cache's key takes the room of two words.
        return (model.text().cacheProperty().get().isPresent() ? "After “" : "Next " + one + " after “") + before + "”";
    }

    private void fill(NextToken next, Vocabulary vocabulary, String one) {
        List<Candidate> likeliest = next.likeliest();
        int to = Math.min(first + room, likeliest.size());
        List<Candidate> seen = new ArrayList<>(likeliest.subList(Math.min(first, to), to));
        Optional<Candidate> standing = next.standing();
        if (standing.filter(each -> seen.stream().noneMatch(other -> other.id() == each.id())).isPresent() && !seen.isEmpty()) {
            seen.set(seen.size() - 1, standing.get());
        }
        int row = 0;
        for (Candidate each : seen) {
            StripRow line = all.get(row++);
            line.show(TokenName.of(vocabulary, each.id()), each, standing.filter(there -> there.id() == each.id()).isPresent(),
                    "Takes this " + one + " and goes on from there.");
            line.setOnAction(_ -> model.choose(each.id()));
        }
        int others = vocabulary.size() - seen.size();
        if (others > 0) {
            double network = rest(next, seen, false);
            double cache = rest(next, seen, true);
            StripRow line = all.get(row++);
            line.show("other " + Pace.count(others), new Candidate(-1, network, cache, 0), false, "Shows the next ones; so does the wheel.");
            line.setOnAction(_ -> {
                first = first + room < likeliest.size() ? first + room : 0;
                show();
            });
        }
        if (!rows.getChildren().equals(all.subList(0, row))) {
            rows.getChildren().setAll(all.subList(0, row));
        }
    }

    /** What all that are not seen have together. */
    private static double rest(NextToken next, List<Candidate> seen, boolean ofCache) {
        double whole = part(next.rest(), ofCache) + next.likeliest().stream().mapToDouble(each -> part(each, ofCache)).sum();
        return Math.max(0, whole - seen.stream().mapToDouble(each -> part(each, ofCache)).sum());
    }

    private static double part(Candidate candidate, boolean ofCache) {
        return ofCache ? candidate.cache() : candidate.vocabulary();
    }
}
