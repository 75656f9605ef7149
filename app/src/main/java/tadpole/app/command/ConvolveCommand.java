package tadpole.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tadpole.engine.convolution.Convolved;
import tadpole.engine.convolution.Convolver;
import tadpole.engine.convolution.NamedPlan;
import tadpole.engine.file.FileException;
import tadpole.engine.file.JsonLayout;
import tadpole.engine.file.KernelFile;
import tadpole.engine.file.SafeFile;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureException;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

/** {@code tadpole convolve}: slides a kernel file's filters over a picture. */
@Command(name = "convolve", description = "Slides the kernels of a file over a picture. "
        + "The last line on standard output is one JSON object with sizes, least and greatest value.")
final class ConvolveCommand implements Callable<Integer> {

    private static final float WHITE = 255;

    @Parameters(index = "0", paramLabel = "KERNEL.json", description = "The filters and how they slide.")
    private Path kernel;

    @Parameters(index = "1", paramLabel = "PICTURE", description = "A picture: " + PictureFile.KINDS + ".")
    private Path picture;

    @Option(names = "--out", paramLabel = "OUT.png", description = "Where the output is written, one or three channels.")
    private Optional<Path> target = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandException {
        checkTarget();
        try (Device device = Device.cpu()) {
            NamedPlan named = KernelFile.read(kernel);
            PictureFile file = PictureFile.read(picture);
            Convolved convolved = new Convolver(device).convolve(named.plan(), file.picture());
            PrintWriter out = spec.commandLine().getOut();
            file.notes().forEach(out::println);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("name", named.name());
            result.put("picture", picture.toString());
            result.put("input", List.of(convolved.picture().channels(), convolved.picture().height(), convolved.picture().width()));
            result.put("output", List.of(convolved.channels(), convolved.height(), convolved.width()));
            Picture shown = shown(named, convolved);
            if (target.isPresent()) {
                save(target.get(), shown);
                out.println("Black is %s, white is %s.".formatted(JsonLayout.line(KernelFile.decimal(shown.black())), JsonLayout.line(KernelFile.decimal(shown.white()))));
                result.put("out", target.get().toString());
            }
            result.put("least", KernelFile.decimal(least(convolved)));
            result.put("most", KernelFile.decimal(most(convolved)));
            out.println(JsonLayout.line(result));
            out.flush();
            return ExitCode.OK;
        } catch (FileException | SettingException | PictureException wrong) {
            throw CommandException.wrongRequest(wrong.getMessage(), wrong);
        }
    }

    private void checkTarget() throws CommandException {
        if (target.isEmpty()) {
            return;
        }
        Path file = target.get().toAbsolutePath().normalize();
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw CommandException.wrongRequest("%s: the output is a PNG, so its name must end in .png.".formatted(target.get()), null);
        }
        if (file.equals(picture.toAbsolutePath().normalize())) {
            throw CommandException.wrongRequest("%s is the picture itself. Give --out another name.".formatted(target.get()), null);
        }
    }

    /** Values below 0 get a scale whose middle gray is 0; others the picture's own black and white, or more where they are brighter. */
    private static Picture shown(NamedPlan named, Convolved convolved) {
        float most = Math.max(Math.abs(least(convolved)), Math.abs(most(convolved)));
        boolean signed = least(convolved) < 0;
        return new Picture(named.name(), convolved.output(), signed ? -most : 0, signed ? most : Math.max(WHITE, most));
    }

    private static float least(Convolved convolved) {
        float least = Float.POSITIVE_INFINITY;
        for (float value : convolved.output().data()) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static float most(Convolved convolved) {
        float most = Float.NEGATIVE_INFINITY;
        for (float value : convolved.output().data()) {
            most = Math.max(most, value);
        }
        return most;
    }

    private static void save(Path file, Picture shown) throws FileException, PictureException {
        if (shown.channels() != 1 && shown.channels() != 3) {
            throw new PictureException("%s gives %d channels, but a picture has 1 or 3. Leave out --out, or keep 1 or 3 filters in the kernel file."
                    .formatted(shown.name(), shown.channels()));
        }
        SafeFile.write(file, out -> PictureFile.write(shown, out));
    }
}
