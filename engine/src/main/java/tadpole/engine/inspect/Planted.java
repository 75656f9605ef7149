package tadpole.engine.inspect;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.twin.TwinLayer;
import tadpole.engine.twin.TwinLoss;

/**
 * A mistake and where it sits.
 *
 * @param place one of the mistake's places
 */
public record Planted(Mistake mistake, Place place) {

    /**
     * Plants what the plan says; what it leaves open is drawn by the seed.
     *
     * @throws SettingException where there is no such mistake, or it cannot sit there
     */
    public static Planted of(MistakePlan plan, CheckSubject subject, Seed seed) throws SettingException {
        RandomGenerator random = seed.derive("mistake").generator();
        Mistake mistake = plan.type().isEmpty() ? drawn(plan, subject, random) : Mistakes.find(plan.type());
        List<Place> places = mistake.places(subject);
        if (plan.place().isEmpty()) {
            if (places.isEmpty()) {
                throw new SettingException("\"%s\" can sit nowhere in this network with these samples.".formatted(mistake.text().type())).at("mistake.type");
            }
            return new Planted(mistake, places.get(random.nextInt(places.size())));
        }
        Optional<Place> place = places.stream().filter(each -> each.key().equals(plan.place())).findFirst();
        return new Planted(mistake, place.orElseThrow(() -> new SettingException("\"%s\" cannot sit in \"%s\" here; it can sit in %s."
                .formatted(mistake.text().type(), plan.place(), words(places))).at("mistake.place")));
    }

    private static Mistake drawn(MistakePlan plan, CheckSubject subject, RandomGenerator random) throws SettingException {
        List<Mistake> fitting = Mistakes.ALL.stream()
                .filter(each -> each.places(subject).stream().anyMatch(place -> plan.place().isEmpty() || place.key().equals(plan.place()))).toList();
        if (fitting.isEmpty()) {
            throw new SettingException("No mistake can sit in \"%s\" here.".formatted(plan.place())).at("mistake.place");
        }
        return fitting.get(random.nextInt(fitting.size()));
    }

    private static String words(List<Place> places) {
        return places.isEmpty() ? "nothing" : String.join(", ", places.stream().map(Place::key).toList());
    }

    TwinLayer layer(TwinLayer right, Network.Stage stage) {
        return place.equals(Place.layer(stage.name())) ? mistake.layer(right, stage) : right;
    }

    TwinLoss loss(TwinLoss right) {
        return place.kind() == Place.Kind.LOSS ? mistake.loss(right) : right;
    }

    /** The network as it is checked with the mistake in it: a copy, with the start that the mistake gives it. */
    public Network started(Network network) {
        Network copy = CheckSubject.copy(network);
        start(copy);
        return copy;
    }

    /** Changes the start of a copy. */
    void start(Network copy) {
        if (place.kind() == Place.Kind.START) {
            copy.stages().stream().filter(stage -> place.layer().isEmpty() || place.layer().equals(stage.name())).forEach(mistake::start);
            copy.parameters().forEach(Parameter::changed);
        }
    }

    boolean isStale() {
        return mistake.isStale();
    }

    boolean keepsGradients() {
        return mistake.keepsGradients();
    }
}
