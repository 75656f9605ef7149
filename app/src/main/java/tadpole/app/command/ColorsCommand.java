package tadpole.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tadpole.engine.file.FileException;
import tadpole.engine.file.JsonLayout;
import tadpole.engine.file.SafeFile;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureException;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.picture.color.ColorMatch;
import tadpole.engine.tensor.Device;

/** {@code tadpole colors}: gives one photograph the colors of another. */
@Command(name = "colors", description = "Gives one photograph the colors of another: each channel gets its histogram. "
        + "The last line on standard output is one JSON object.")
final class ColorsCommand implements Callable<Integer> {

    @Option(names = "--from", required = true, paramLabel = "PICTURE", description = "Whose colors are taken: " + PictureFile.KINDS + ".")
    private Path from;

    @Option(names = "--to", required = true, paramLabel = "PICTURE", description = "The photograph that gets them.")
    private Path to;

    @Option(names = "--space", paramLabel = "SPACE", description = "Which channels are matched: rgb or lab. Default: rgb.", defaultValue = "rgb")
    private String space;

    @Option(names = "--out", required = true, paramLabel = "OUT.png", description = "Where the photograph with its new colors is written.")
    private Path target;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandException {
        checkTarget();
        ColorMatch.Space channels = channels();
        try (Device device = Device.cpu()) {
            PictureFile colors = PictureFile.read(from);
            PictureFile photograph = PictureFile.read(to);
            PrintWriter out = spec.commandLine().getOut();
            colors.notes().forEach(out::println);
            photograph.notes().forEach(out::println);
            Picture made = ColorMatch.of(photograph.picture(), colors.picture(), channels, device).picture();
            SafeFile.write(target, stream -> PictureFile.write(made, stream));
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("from", from.toString());
            result.put("to", to.toString());
            result.put("space", space.toLowerCase(Locale.ROOT));
            result.put("size", List.of(made.width(), made.height()));
            result.put("out", target.toString());
            out.println(JsonLayout.line(result));
            out.flush();
            return ExitCode.OK;
        } catch (FileException | PictureException wrong) {
            throw CommandException.wrongRequest(wrong.getMessage(), wrong);
        }
    }

    private ColorMatch.Space channels() throws CommandException {
        return switch (space.toLowerCase(Locale.ROOT)) {
            case "rgb" -> ColorMatch.Space.RGB;
            case "lab" -> ColorMatch.Space.LAB;
            default -> throw CommandException.wrongRequest("--space is rgb or lab, but is \"%s\".".formatted(space), null);
        };
    }

    private void checkTarget() throws CommandException {
        Path file = target.toAbsolutePath().normalize();
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw CommandException.wrongRequest("%s: the output is a PNG, so its name must end in .png.".formatted(target), null);
        }
        for (Path given : List.of(from, to)) {
            if (file.equals(given.toAbsolutePath().normalize())) {
                throw CommandException.wrongRequest("%s is one of the two pictures. Give --out another name.".formatted(target), null);
            }
        }
    }
}
