package tadpole.engine.design;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tadpole.engine.tensor.Device;

/** Bytes of all arrays of numbers that can be reached from an object of the engine, each counted once; a device and what it holds aside. */
final class HeldNumbers {

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    long of(Object from) throws IllegalAccessException {
        if (from == null || !seen.add(from)) {
            return 0;
        }
        return switch (from) {
            case float[] numbers -> 4L * numbers.length;
            case int[] numbers -> 4L * numbers.length;
            case Device _ -> 0;
            case Object[] several -> sum(java.util.Arrays.asList(several));
            case Collection<?> several -> sum(several);
            case Map<?, ?> map -> sum(map.values());
            case Optional<?> some -> some.isPresent() ? of(some.get()) : 0;
            default -> from.getClass().getName().startsWith("tadpole.engine.") ? ofFields(from) : 0;
        };
    }

    private long sum(Collection<?> several) throws IllegalAccessException {
        long sum = 0;
        for (Object each : several) {
            sum += of(each);
        }
        return sum;
    }

    private long ofFields(Object from) throws IllegalAccessException {
        long sum = 0;
        for (Class<?> type = from.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive() && !field.getType().isEnum()
                        && !field.getType().getSimpleName().equals("Workers")) {
                    field.setAccessible(true);
                    sum += of(field.get(from));
                }
            }
        }
        return sum;
    }
}
