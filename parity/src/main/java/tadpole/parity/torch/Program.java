package tadpole.parity.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A script that PyTorch has taken in. */
final class Program {

    private final PtSymbolBlock block;

    Program(String text, NDManager manager) {
        try {
            block = JniUtils.loadModule((PtNDManager) manager, new ByteArrayInputStream(Archive.of(text)), false, false);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The arguments of a call, in the order of the method's own. */
    static final class Arguments {

        private final NDList list = new NDList();

        Arguments with(String name, PtNDArray tensor) {
            tensor.setName(name);
            list.add(tensor);
            return this;
        }

        /** At least one tensor: a list without any cannot be passed. */
        Arguments with(String name, List<PtNDArray> tensors) {
            tensors.forEach(each -> with(name + "[]", each));
            return this;
        }
    }

    /** What the method gives; its tensors belong to the manager of the first argument. */
    List<PtNDArray> run(String method, Arguments arguments, boolean gradients) {
        PtNDArray first = (PtNDArray) arguments.list.get(0);
        try (NDArray name = first.getManager().create(0f)) {
            name.setName("module_method:" + method);
            NDList given = new NDList(arguments.list);
            given.add(name);
            return IValueUtils.forward(block, given, gradients).stream().map(each -> (PtNDArray) each).toList();
        }
    }
}
