package tadpole.engine.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tadpole.engine.inspect.CheckedTensor;

/** The cells of a gradient check as a table: every number that was checked, its place counted in row-major order. */
public final class CheckCsv {

    private static final String HEADER = "kind,tensor,layer,index,analytic,numeric,error,crossed,grade\n";

    private CheckCsv() {}

    public static void write(Path path, List<CheckedTensor> tensors) throws FileException {
        SafeFile.write(path, out -> {
            out.write(HEADER.getBytes(StandardCharsets.UTF_8));
            for (CheckedTensor tensor : tensors) {
                for (int i = 0; i < tensor.size(); i++) {
                    if (tensor.isChecked(i)) {
                        out.write(line(tensor, i).getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        });
    }

    private static String line(CheckedTensor tensor, int i) {
        return "%s,%s,%s,%d,%s,%s,%s,%s,%s\n".formatted(
                tensor.kind() == CheckedTensor.Kind.PARAMETER ? "parameter" : "passing", tensor.name(), tensor.owner(), i, tensor.analytic()[i],
                tensor.numeric()[i], tensor.error(i), tensor.crossed()[i], tensor.grade(i).label());
    }
}
