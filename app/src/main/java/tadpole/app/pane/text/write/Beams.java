package tadpole.app.pane.text.write;

import java.util.List;
import java.util.Locale;
import tadpole.app.job.Watched;
import tadpole.engine.language.BeamSearch;

/** For curiosity: the likeliest ways to go on, which are not what one would want to read. */
final class Beams {

    private static final int WIDTH = 8;
    private static final int CHARACTERS = 80;
    private static final int WORDS = 20;

    private final WriteModel model;
    private final Watched<Void, List<BeamSearch.Beam>> job;

    Beams(WriteModel model) {
        this.model = model;
        job = new Watched<>(model.text().desk().jobs());
    }

    /** Adds the likeliest one that is found to the text; one step back takes it away. */
    void search() {
        model.reading().settled().ifPresent(from -> job.start(false, _ -> new BeamSearch(from, WIDTH, model.isWords() ? WORDS : CHARACTERS), new Watched.Listener<>() {
            @Override
            public void hear(List<Void> events) {
                // It tells nothing on its way.
            }

            @Override
            public void ended(List<BeamSearch.Beam> beams) {
                String now = model.paper().text();
                if (!beams.isEmpty() && now.equals(from.text())) {
                    BeamSearch.Beam best = beams.getFirst();
                    model.paper().goOnFrom(now.length(), best.letters());
                    model.text().desk().messages().done(String.format(Locale.ROOT, "Beam search of width %d: the likeliest %d tokens have ln p = %.1f. Likeliest is not best to read.",
                            WIDTH, best.ids().size(), best.logProbability()));
                }
            }

            @Override
            public void failed(String why) {
                model.text().desk().messages().failed(why);
            }
        }));
    }
}
