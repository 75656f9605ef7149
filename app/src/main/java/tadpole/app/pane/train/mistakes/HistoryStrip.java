package tadpole.app.pane.train.mistakes;

import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import tadpole.app.pane.train.Numbers;
import tadpole.app.shell.Theme;
import tadpole.engine.evaluation.AnswerHistory;

/** What one image was answered at the recorded moments: the probability of its class as a line, the answers as a band below. */
final class HistoryStrip extends VBox {

    private static final double LINE = 52;
    private static final double BAND = 18;

    private final Theme theme;
    private final Canvas canvas = new Canvas(1, LINE + BAND + 4);
    private final Label words = new Label();
    private Optional<Picked> picked = Optional.empty();

    HistoryStrip(Theme theme) {
        this.theme = theme;
        setId("answer-history");
        getStyleClass().add("history-strip");
        words.setId("history-words");
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        Region room = new Region() {
            {
                getChildren().add(canvas);
                setPrefHeight(LINE + BAND + 4);
                setMinHeight(LINE + BAND + 4);
            }

            @Override
            protected void layoutChildren() {
                canvas.setWidth(getWidth());
                draw();
            }
        };
        getChildren().setAll(room, words);
        theme.kindProperty().subscribe(_ -> draw());
    }

    void show(Optional<Picked> now) {
        picked = now;
        words.setText(now.flatMap(each -> each.history().map(history -> say(each, history))).orElse("Asking the recorded moments ..."));
        draw();
    }

    private static String say(Picked picked, AnswerHistory history) {
        if (history.steps().length == 0) {
            return "No moment is recorded yet.";
        }
        int changes = history.changes(0);
        return "%s Line: probability of %s, 0 to 1, over %d recorded moments; band: the answers.".formatted(
                changes == 0 ? "Never changed its mind." : changes == 1 ? "Changed its mind once." : "Changed its mind %s times.".formatted(Numbers.count(changes)),
                picked.of().name(picked.label()), history.steps().length);
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        g.clearRect(0, 0, width, canvas.getHeight());
        picked.flatMap(Picked::history).filter(each -> each.steps().length > 0 && width > 4).ifPresent(history -> draw(g, history, width));
    }

    private void draw(GraphicsContext g, AnswerHistory history, double width) {
        int moments = history.steps().length;
        g.setStroke(theme.color("grid"));
        g.setLineWidth(1);
        for (double at : new double[] {0.5, LINE / 2, LINE - 0.5}) {
            g.strokeLine(0, Math.floor(at) + 0.5, width, Math.floor(at) + 0.5);
        }
        band(g, history, width);
        g.setStroke(theme.color("training"));
        g.setLineWidth(2);
        g.beginPath();
        for (int i = 0; i < moments; i++) {
            double x = x(history, i, width);
            double y = 1 + (LINE - 2) * (1 - history.ofLabel()[i][0]);
            if (i == 0) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
        }
        g.stroke();
        picked.map(each -> each.of().sight().step()).ifPresent(step -> {
            double x = place(history, step, width);
            g.setStroke(theme.color("accent"));
            g.strokeLine(x, 0, x, LINE + BAND + 4);
        });
    }

    /** One piece for each run of the same answer. */
    private void band(GraphicsContext g, AnswerHistory history, double width) {
        int moments = history.steps().length;
        g.setFont(Font.font("JetBrains Mono", 11));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        int from = 0;
        for (int i = 1; i <= moments; i++) {
            if (i < moments && history.answers()[i][0] == history.answers()[from][0]) {
                continue;
            }
            double left = x(history, from, width);
            double right = i == moments ? width : x(history, i, width);
            int answer = history.answers()[from][0];
            Color color = theme.color(answer == history.labels()[0] ? "right" : "wrong");
            g.setFill(theme.color("surface").interpolate(color, 0.35));
            g.fillRect(left, LINE + 4, Math.max(1, right - left - 1), BAND);
            String words = picked.map(each -> each.of().name(answer)).orElse("");
            if (right - left > 4 + 7 * words.length()) {
                g.setFill(theme.color("text"));
                g.fillText(words, (left + right) / 2, LINE + 4 + BAND / 2);
            }
            from = i;
        }
    }

    private static double x(AnswerHistory history, int moment, double width) {
        return place(history, history.steps()[moment], width);
    }

    private static double place(AnswerHistory history, long step, double width) {
        long first = history.steps()[0];
        long last = history.steps()[history.steps().length - 1];
        return last == first ? 0 : Math.clamp((width - 2) * (step - first) / (last - first), 0, width - 2) + 1;
    }
}
