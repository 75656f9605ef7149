package tadpole.app.pane.gradients.softmax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Logits that show something. */
enum LogitPreset {
    EQUAL("All equal", "All logits 0: every class is as likely, and the loss is ln of their number.") {
        @Override
        List<Double> logits(int classes) {
            return Collections.nCopies(classes, 0.0);
        }
    },
    ONE_LARGE("One large", "One logit of 8 among zeros: softmax is nearly certain.") {
        @Override
        List<Double> logits(int classes) {
            return first(8, Collections.nCopies(classes, 0.0));
        }
    },
    CLOSE("Two almost equal", "5 and 4.9: two classes share what there is.") {
        @Override
        List<Double> logits(int classes) {
            List<Double> logits = new ArrayList<>(first(5, Collections.nCopies(classes, 0.0)));
            logits.set(1, 4.9);
            return logits;
        }
    },
    THOUSAND("Logits of 1000", "1000, 999 and below: exp overflows, and only log-sum-exp with the maximum taken out survives.") {
        @Override
        List<Double> logits(int classes) {
            List<Double> logits = new ArrayList<>();
            for (int i = 0; i < classes; i++) {
                logits.add(1000.0 - i);
            }
            return logits;
        }
    };

    private final String label;
    private final String about;

    LogitPreset(String label, String about) {
        this.label = label;
        this.about = about;
    }

    abstract List<Double> logits(int classes);

    String label() {
        return label;
    }

    String about() {
        return about;
    }

    private static List<Double> first(double value, List<Double> others) {
        List<Double> logits = new ArrayList<>(others);
        logits.set(0, value);
        return logits;
    }
}
