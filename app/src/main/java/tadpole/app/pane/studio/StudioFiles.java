package tadpole.app.pane.studio;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import tadpole.app.shell.FileWork;
import tadpole.engine.file.FeatureHash;
import tadpole.engine.file.StudioContent;
import tadpole.engine.file.StudioFile;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.harmonize.HarmonizePlan;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.style.StylePlan;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** The studio's file: saved and opened with all that its rooms keep, a stopped run too. */
public final class StudioFiles {

    private static final String HARMONIZE = "harmonize";
    private static final Map<String, Recipe<?>> RECIPES = Map.of(HARMONIZE, HarmonizePlan.RECIPE, "style", StylePlan.RECIPE);

    private record Read(StudioContent content, boolean sameFeatures) {

        Read with(boolean same) {
            return new Read(content, same);
        }
    }

    private final StudioModel model;
    private final FileWork work;
    private final Map<String, Keeper> keepers = new LinkedHashMap<>();
    private final Map<String, StudioContent.Room> unclaimed = new LinkedHashMap<>();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private Optional<Path> place = Optional.empty();
    private Optional<Read> opened = Optional.empty();
    private Optional<Composition> saved = Optional.empty();
    /** Rooms wait with what the file has of them until it is known whether its network is the one in use. */
    private boolean waiting;

    StudioFiles(StudioModel model, Executor background) {
        this.model = model;
        this.work = new FileWork(model.desk(), background);
        model.document().compositionProperty().subscribe(now -> changed.set(now.isPresent() && saved.filter(each -> each == now.get()).isEmpty()));
        model.featuresProperty().subscribe(now -> now.filter(_ -> opened.filter(each -> !each.sameFeatures).isPresent() && (waiting || !changed.get())).ifPresent(this::compare));
    }

    /** Whether something would be lost if another studio were opened. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** What would be lost if the window were closed now, in one sentence; empty where nothing would. */
    public Optional<String> unsaved() {
        String name = model.nameProperty().get().isEmpty() ? "The studio" : model.nameProperty().get();
        return !model.canvas().editableProperty().get() ? Optional.of("A run of %s goes on.".formatted(name))
                : changed.get() ? Optional.of("%s has changes that are not saved.".formatted(name)) : Optional.empty();
    }

    /** A run has changed what the file would hold. */
    public void touch() {
        changed.set(true);
    }

    /** A room that was opened: it gets what the studio's file has of it. */
    public void add(Keeper room) {
        keepers.put(room.key(), room);
        if (!waiting) {
            restore(room);
        }
    }

    private void restore(Keeper room) {
        Optional.ofNullable(unclaimed.remove(room.key())).ifPresent(kept -> room.restore(kept, opened.map(Read::sameFeatures).orElse(false)));
    }

    private void restoreRooms() {
        waiting = false;
        boolean was = changed.get();
        keepers.values().forEach(this::restore);
        changed.set(was);
    }

    private void compare(FeatureNetwork features) {
        Optional<Read> asked = opened;
        work.run(() -> {
            boolean same = asked.filter(each -> isSame(each.content, Optional.of(features))).isPresent();
            model.desk().jobs().ui().execute(() -> {
                if (opened == asked && (waiting || same && !changed.get())) {
                    opened = asked.map(each -> each.with(same));
                    asked.ifPresent(each -> unclaimed.putAll(each.content.rooms()));
                    restoreRooms();
                }
            });
            return "";
        });
    }

    private static boolean isSame(StudioContent content, Optional<FeatureNetwork> features) {
        return content.features().filter(wanted -> features.filter(each -> FeatureHash.of(each).equals(wanted.hash())).isPresent()).isPresent();
    }

    /** The network that was in use when the open file was saved, where it is not the one in use now. */
    public Optional<String> otherFeatures() {
        return opened.filter(each -> !each.sameFeatures).flatMap(each -> each.content.features()).map(StudioContent.Features::name);
    }

    /** Where it was opened from or saved to last. */
    Optional<Path> place() {
        return place;
    }

    static boolean isOne(List<Path> files) {
        return files.size() == 1 && files.getFirst().toString().endsWith(StudioFile.ENDING);
    }

    void save(Path to) {
        save(to, () -> { });
    }

    /** @param then is done once it is written */
    public void save(Path to, Runnable then) {
        settle(List.copyOf(keepers.values()), () -> write(to, then));
    }

    private static void settle(List<Keeper> rooms, Runnable then) {
        if (rooms.isEmpty()) {
            then.run();
        } else {
            rooms.getFirst().settle(() -> settle(rooms.subList(1, rooms.size()), then));
        }
    }

    private void write(Path to, Runnable then) {
        Map<String, StudioContent.Room> rooms = new LinkedHashMap<>(unclaimed);
        Optional<StudioContent> waits = opened.filter(each -> !each.sameFeatures && !changed.get()).map(Read::content).filter(each -> each.features().isPresent());
        waits.ifPresentOrElse(each -> rooms.putAll(each.rooms()), () -> keepers.forEach((key, room) -> rooms.computeIfAbsent(key, _ -> room.keep())));
        Optional<Composition> layers = model.document().settled();
        Optional<FeatureNetwork> features = model.featuresProperty().get();
        work.run(() -> {
            StudioFile.write(to, new StudioContent(layers, waits.isPresent() ? waits.get().features()
                    : features.map(each -> new StudioContent.Features(each.name(), FeatureHash.of(each))), rooms));
            model.desk().jobs().ui().execute(() -> {
                place = Optional.of(to);
                model.nameProperty().set(name(to));
                saved = layers;
                changed.set(false);
                then.run();
            });
            return "Saved %s.".formatted(to.getFileName());
        });
    }

    /** In place of what lies on the canvas. Nothing is lost where it cannot be read. */
    void open(Path from) {
        Optional<FeatureNetwork> features = model.featuresProperty().get();
        work.open(from, file -> {
            StudioContent content = StudioFile.read(file, RECIPES);
            return new Read(content, isSame(content, features));
        }, read -> take(read, from));
    }

    /** Another studio that is no file: an example. @param tau the strength that suits it */
    void begin(String name, Composition layers, double tau) {
        place = Optional.empty();
        opened = Optional.empty();
        waiting = false;
        show(name, Optional.of(layers));
        unclaimed.clear();
        unclaimed.put(HARMONIZE, new StudioContent.Room(Optional.of(strength(tau)), "", Map.of(), Map.of(), Optional.empty()));
        restoreRooms();
    }

    private static Settings strength(double tau) {
        try {
            return HarmonizePlan.RECIPE.settings(Map.of("tau", tau));
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void take(Read read, Path from) {
        place = Optional.of(from);
        opened = Optional.of(read);
        show(name(from), read.content.composition());
        unclaimed.clear();
        unclaimed.putAll(read.content.rooms());
        waiting = read.content.features().isPresent() && model.featuresProperty().get().isEmpty();
        if (!waiting) {
            restoreRooms();
        }
        changed.set(false);
    }

    private void show(String name, Optional<Composition> layers) {
        model.paintNothing();
        saved = layers;
        model.nameProperty().set(name);
        model.document().open(layers);
        changed.set(false);
    }

    private static String name(Path file) {
        String whole = file.getFileName().toString();
        return whole.endsWith(StudioFile.ENDING) ? whole.substring(0, whole.length() - StudioFile.ENDING.length()) : whole;
    }
}
