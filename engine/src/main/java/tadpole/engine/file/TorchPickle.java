package tadpole.engine.file;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the pickles of PyTorch files. It knows dictionaries, lists, texts, numbers and tensors; whatever else a pickle asks for, a class or
 * a function, is refused by name, and nothing of the file is ever run. Opcodes: Python's pickletools, protocols 0 to 5.
 */
final class TorchPickle {

    /** In what a tensor's numbers lie. */
    record Storage(TorchType type, String key, long numbers) {}

    /** A tensor that is described, not yet read. All in numbers, not bytes. */
    record Described(Storage storage, long offset, long[] sizes, long[] strides) {}

    private record Tuple(List<Object> items) {}

    private record Name(String module, String name) {

        @Override
        public String toString() {
            return module + "." + name;
        }
    }

    private static final List<String> TENSORS = List.of("torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2");
    private static final String PARAMETER = "torch._utils._rebuild_parameter";
    private static final String DICTIONARY = "collections.OrderedDict";
    private static final int MOST_AXES = 16;

    private final String file;
    private final ByteBuffer in;
    private final Map<Long, Object> memo = new HashMap<>();
    private final Map<String, Storage> storages = new LinkedHashMap<>();
    private final Deque<List<Object>> marks = new ArrayDeque<>();
    private List<Object> stack = new ArrayList<>();

    /** @param bytes begins where the first pickle begins; may go on behind the last */
    TorchPickle(String file, byte[] bytes) {
        this.file = file;
        this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The bytes that the pickles read so far have taken. */
    int position() {
        return in.position();
    }

    /** Every storage that the pickles spoke of, by its key. */
    Map<String, Storage> storages() {
        return Collections.unmodifiableMap(storages);
    }

    /** The next pickle: a Map, List, String, Long, Double, Boolean, {@link Described}, or null; of others nobody but this class knows. */
    Object load() throws FileException {
        memo.clear();
        marks.clear();
        stack = new ArrayList<>();
        while (true) {
            int opcode = in.hasRemaining() ? in.get() & 0xFF : cut();
            if (opcode == '.') {
                return pop();
            }
            step(opcode);
        }
    }

    private void step(int opcode) throws FileException {
        switch (opcode) {
            case 0x80 -> take(1);
            case 0x95 -> take(8);
            case '(' -> {
                marks.push(stack);
                stack = new ArrayList<>();
            }
            case '0' -> pop();
            case '1' -> items();
            case '2' -> push(top());
            case 'N' -> push(null);
            case 0x88 -> push(true);
            case 0x89 -> push(false);
            case 'J' -> push((long) take(4).getInt());
            case 'K' -> push((long) (take(1).get() & 0xFF));
            case 'M' -> push((long) (take(2).getShort() & 0xFFFF));
            case 'I', 'L' -> push(written(line()));
            case 0x8a -> push(whole(take(take(1).get() & 0xFF)));
            case 0x8b -> push(whole(take(length(take(4).getInt()))));
            case 'G' -> push(take(8).order(ByteOrder.BIG_ENDIAN).getDouble());
            case 'U', 0x8c -> push(text(take(1).get() & 0xFF));
            case 'T', 'X' -> push(text(length(take(4).getInt() & 0xFFFFFFFFL)));
            case 0x8d -> push(text(length(take(8).getLong())));
            case 'V' -> push(line());
            case ']' -> push(new ArrayList<>());
            case ')' -> push(new Tuple(List.of()));
            case '}' -> push(new LinkedHashMap<>());
            case 't' -> push(new Tuple(items()));
            case 'l' -> push(items());
            case 'd' -> push(put(new LinkedHashMap<>(), items()));
            case 0x85, 0x86, 0x87 -> push(new Tuple(last(opcode - 0x84)));
            case 'a' -> {
                List<Object> one = last(1);
                list(top()).addAll(one);
            }
            case 'e' -> {
                List<Object> items = items();
                list(top()).addAll(items);
            }
            case 's' -> {
                List<Object> pair = last(2);
                put(map(top()), pair);
            }
            case 'u' -> {
                List<Object> items = items();
                put(map(top()), items);
            }
            case 'q' -> memo.put((long) (take(1).get() & 0xFF), top());
            case 'r' -> memo.put(take(4).getInt() & 0xFFFFFFFFL, top());
            case 'p' -> memo.put(written(line()), top());
            case 0x94 -> memo.put((long) memo.size(), top());
            case 'h' -> push(remembered((long) (take(1).get() & 0xFF)));
            case 'j' -> push(remembered(take(4).getInt() & 0xFFFFFFFFL));
            case 'g' -> push(remembered(written(line())));
            case 'c' -> push(known(new Name(line(), line())));
            case 0x93 -> push(namedOnStack());
            case 'Q' -> push(storage(pop()));
            case 'R' -> reduce();
            case 'b' -> build();
            default -> throw refused("asks to make an object (opcode 0x%02x)".formatted(opcode));
        }
    }

    private Object namedOnStack() throws FileException {
        List<Object> words = last(2);
        if (words.get(0) instanceof String module && words.get(1) instanceof String name) {
            return known(new Name(module, name));
        }
        throw broken("names something with what is no text");
    }

    /** Where the allow-list bites. */
    private Name known(Name name) throws FileException {
        String full = name.toString();
        boolean storage = name.module().equals("torch") && name.name().endsWith("Storage");
        if (TENSORS.contains(full) || full.equals(PARAMETER) || full.equals(DICTIONARY) || storage) {
            return name;
        }
        throw refused("asks for %s".formatted(printable(full)));
    }

    private void reduce() throws FileException {
        List<Object> call = last(2);
        if (!(call.get(0) instanceof Name function) || !(call.get(1) instanceof Tuple given)) {
            throw refused("calls what is no function of PyTorch's tensors");
        }
        List<Object> arguments = given.items();
        String name = function.toString();
        if (name.equals(DICTIONARY)) {
            push(dictionary(arguments));
        } else if (TENSORS.contains(name)) {
            push(tensor(arguments));
        } else if (name.equals(PARAMETER) && !arguments.isEmpty()) {
            push(arguments.getFirst());
        } else {
            throw refused("calls " + printable(name));
        }
    }

    private Map<Object, Object> dictionary(List<Object> arguments) throws FileException {
        Map<Object, Object> made = new LinkedHashMap<>();
        if (!arguments.isEmpty()) {
            for (Object pair : list(arguments.getFirst())) {
                put(made, pair instanceof Tuple tuple ? tuple.items() : list(pair));
            }
        }
        return made;
    }

    private Described tensor(List<Object> arguments) throws FileException {
        if (arguments.size() < 4 || !(arguments.get(0) instanceof Storage storage) || !(arguments.get(1) instanceof Long offset)) {
            throw broken("describes a tensor without storage, offset, sizes and strides");
        }
        return new Described(storage, offset, numbers(arguments.get(2)), numbers(arguments.get(3)));
    }

    private long[] numbers(Object given) throws FileException {
        List<Object> items = given instanceof Tuple tuple ? tuple.items() : list(given);
        if (items.size() > MOST_AXES || !items.stream().allMatch(Long.class::isInstance)) {
            throw broken("describes a tensor whose sizes are no whole numbers, or more than " + MOST_AXES);
        }
        return items.stream().mapToLong(item -> (Long) item).toArray();
    }

    private Storage storage(Object id) throws FileException {
        if (!(id instanceof Tuple tuple) || tuple.items().size() < 5 || !"storage".equals(tuple.items().get(0))
                || !(tuple.items().get(1) instanceof Name type) || !(tuple.items().get(2) instanceof String key)
                || !(tuple.items().get(4) instanceof Long numbers) || numbers < 0) {
            throw broken("describes a storage in a way that PyTorch does not");
        }
        if (tuple.items().size() > 5 && tuple.items().get(5) != null) {
            throw new FileException("%s: storage %s is a view of another one, as PyTorch before 0.4 wrote them. Load and save the file with a newer PyTorch."
                    .formatted(file, printable(key)));
        }
        TorchType found = TorchType.of(type.name()).orElseThrow(() -> new FileException(
                "%s: a tensor is of type %s, which is not read; accepted are %s.".formatted(file, printable(type.name()), TorchType.accepted())));
        Storage storage = new Storage(found, key, numbers);
        Storage before = storages.putIfAbsent(key, storage);
        if (before != null && !before.equals(storage)) {
            throw broken("describes storage %s in two ways".formatted(printable(key)));
        }
        return storage;
    }

    /** A dictionary may be given attributes, such as PyTorch's _metadata; they are left out. */
    private void build() throws FileException {
        pop();
        if (!(top() instanceof Map)) {
            throw refused("gives attributes to what is no dictionary");
        }
    }

    private Object remembered(Long at) throws FileException {
        if (!memo.containsKey(at)) {
            throw broken("speaks of a value that was never there");
        }
        return memo.get(at);
    }

    private Map<Object, Object> put(Map<Object, Object> into, List<Object> items) throws FileException {
        if (items.size() % 2 != 0) {
            throw broken("has a key without a value");
        }
        for (int i = 0; i < items.size(); i += 2) {
            Object key = items.get(i);
            if (!(key instanceof String || key instanceof Long || key instanceof Boolean || key instanceof Double)) {
                throw broken("has a key that is neither text nor number");
            }
            into.put(key, items.get(i + 1));
        }
        return into;
    }

    @SuppressWarnings("unchecked")
    private List<Object> list(Object value) throws FileException {
        if (value instanceof List<?> list) {
            return (List<Object>) list;
        }
        throw broken("appends to what is no list");
    }

    @SuppressWarnings("unchecked")
    private Map<Object, Object> map(Object value) throws FileException {
        if (value instanceof Map<?, ?> map) {
            return (Map<Object, Object>) map;
        }
        throw broken("puts a key into what is no dictionary");
    }

    private void push(Object value) {
        stack.add(value);
    }

    private Object top() throws FileException {
        if (stack.isEmpty()) {
            throw broken("takes from an empty stack");
        }
        return stack.getLast();
    }

    private Object pop() throws FileException {
        top();
        return stack.removeLast();
    }

    private List<Object> last(int count) throws FileException {
        if (stack.size() < count) {
            throw broken("takes from an empty stack");
        }
        List<Object> tail = stack.subList(stack.size() - count, stack.size());
        List<Object> taken = new ArrayList<>(tail);
        tail.clear();
        return taken;
    }

    /** All since the last mark. */
    private List<Object> items() throws FileException {
        if (marks.isEmpty()) {
            throw broken("ends a group that never began");
        }
        List<Object> items = stack;
        stack = marks.pop();
        return items;
    }

    private ByteBuffer take(int count) throws FileException {
        if (count > in.remaining()) {
            cut();
        }
        ByteBuffer taken = in.slice(in.position(), count).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + count);
        return taken;
    }

    private int length(long claimed) throws FileException {
        if (claimed < 0 || claimed > in.remaining()) {
            cut();
        }
        return (int) claimed;
    }

    private String text(int bytes) throws FileException {
        return StandardCharsets.UTF_8.decode(take(bytes)).toString();
    }

    private String line() throws FileException {
        StringBuilder line = new StringBuilder();
        for (char c = (char) take(1).get(); c != '\n'; c = (char) take(1).get()) {
            line.append(c);
        }
        return line.toString();
    }

    private Long written(String line) throws FileException {
        try {
            return Long.valueOf(line.endsWith("L") ? line.substring(0, line.length() - 1) : line);
        } catch (NumberFormatException wrong) {
            throw broken("has a number that is none");
        }
    }

    /** Little-endian, two's complement; one too long for a size is kept as a text, as PyTorch's own mark at the beginning is. */
    private static Object whole(ByteBuffer bytes) {
        byte[] digits = new byte[bytes.remaining()];
        for (int i = digits.length - 1; i >= 0; i--) {
            digits[i] = bytes.get();
        }
        if (digits.length == 0) {
            return 0L;
        }
        return digits.length <= 8 ? (Object) new BigInteger(digits).longValueExact() : "0x" + hex(digits);
    }

    private static String hex(byte[] digits) {
        return java.util.HexFormat.of().formatHex(digits.length > 16 ? Arrays.copyOf(digits, 16) : digits);
    }

    static String printable(String given) {
        String plain = given.codePoints().map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return plain.length() > 80 ? plain.substring(0, 80) + "..." : plain;
    }

    private int cut() throws FileException {
        throw new FileException("%s ends in the middle of its list of tensors. Copy or download the file again.".formatted(file));
    }

    private FileException broken(String what) {
        return new FileException("%s is no whole PyTorch file: its pickle %s at byte %d. Copy or download the file again."
                .formatted(file, what, in.position()));
    }

    private FileException refused(String what) {
        return new FileException("%s %s; only tensors are read from PyTorch files, and nothing in them is run. Save the weights alone: torch.save(model.state_dict(), \"weights.pth\")."
                .formatted(file, what));
    }
}
