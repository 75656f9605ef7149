package tadpole.app.command;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Gives commands what they find around them. */
final class CommandFactory implements IFactory {

    private final Surroundings surroundings;

    CommandFactory(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == RunCommand.class) {
            return type.cast(new RunCommand(surroundings));
        }
        if (type == FindCommand.class) {
            return type.cast(new FindCommand(surroundings));
        }
        if (type == CheckCommand.class) {
            return type.cast(new CheckCommand(surroundings));
        }
        if (type == RaceCommand.class) {
            return type.cast(new RaceCommand(surroundings));
        }
        if (type == SoftmaxCommand.class) {
            return type.cast(new SoftmaxCommand(surroundings));
        }
        if (type == HarmonizeCommand.class) {
            return type.cast(new HarmonizeCommand(surroundings));
        }
        if (type == DataCommand.class) {
            return type.cast(new DataCommand(surroundings));
        }
        if (type == DigitsCommand.class) {
            return type.cast(new DigitsCommand(surroundings));
        }
        if (type == StyleCommand.class) {
            return type.cast(new StyleCommand(surroundings));
        }
        if (type == SampleCommand.class) {
            return type.cast(new SampleCommand(surroundings));
        }
        if (type == PerplexityCommand.class) {
            return type.cast(new PerplexityCommand(surroundings));
        }
        if (type == TuneCacheCommand.class) {
            return type.cast(new TuneCacheCommand(surroundings));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
