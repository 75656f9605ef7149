package tadpole.app.pane.text.learn;

import java.util.function.Consumer;
import tadpole.engine.language.LanguageEvent;

/** Passes events on to who listens later than the training was made. */
final class Ears implements Consumer<LanguageEvent> {

    private volatile Consumer<LanguageEvent> to = _ -> {};

    void listen(Consumer<LanguageEvent> listener) {
        to = listener;
    }

    @Override
    public void accept(LanguageEvent event) {
        to.accept(event);
    }
}
