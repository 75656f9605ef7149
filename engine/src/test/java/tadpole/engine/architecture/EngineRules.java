package tadpole.engine.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * The house rules of an engine whose packages stand under one root: the true one, or a planted one that shows that each
 * rule bites.
 */
record EngineRules(String root) {

    /** The architecture's table from top to bottom; who stands in one row may see each other. */
    private static final List<Set<String>> TABLE = List.of(
            Set.of("job"),
            Set.of("kernel"),
            Set.of("tensor"),
            Set.of("recipe", "formula"),
            Set.of("layer", "loss", "optimizer", "schedule"),
            Set.of("twin", "surface"),
            Set.of("dataset"),
            Set.of("training"),
            Set.of("inspect", "recording", "insight", "evaluation", "design"),
            Set.of("doctor"),
            Set.of("language"),
            Set.of("picture"),
            Set.of("convolution"),
            Set.of("file"));
    private static final Set<String> MAY_USE_LIBRARIES = Set.of("dataset", "picture", "file");
    private static final Set<String> BASE = Set.of("java.base", "jdk.incubator.vector");
    private static final Set<String> STREAMS_IN_PARALLEL = Set.of("parallel", "parallelStream", "parallelSort",
            "parallelPrefix", "parallelSetAll");
    private static final Set<String> STARTS = Set.of("<init>", "start", "ofPlatform", "ofVirtual", "startVirtualThread");

    ArchRule everyPackageStandsInTheTable() {
        return classes().should(hold("stand in a package of the table", (type, events) -> {
            if (row(type) < 0) {
                events.add(violated(type, type.getName() + " stands in a package without a row"));
            }
        }));
    }

    ArchRule packagesUseThoseAboveThem() {
        return classes().should(hold("use only packages of its row or above", (type, events) ->
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> row(dependency.getTargetClass()) > row(type))
                        .forEach(dependency -> events.add(violated(type, dependency.getDescription())))));
    }

    ArchRule theCoreSeesTheBaseOnly() {
        return noClasses().that(not(MAY_USE_LIBRARIES)).should().dependOnClassesThat(
                describe("lie outside of " + BASE, type -> !isOurs(type) && !BASE.contains(module(type))));
    }

    ArchRule onlyKernelMakesThreads() {
        return noClasses().that(not(Set.of("kernel"))).should().accessTargetWhere(
                describe("a thread is made", EngineRules::makesThreads));
    }

    ArchRule nothingPrints() {
        return noClasses().should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err")
                .orShould().callMethodWhere(describe("a stack trace is printed to the console", call ->
                        call.getTargetOwner().isAssignableTo(Throwable.class)
                                && call.getTarget().getName().equals("printStackTrace")
                                && call.getTarget().getRawParameterTypes().isEmpty()));
    }

    ArchRule whatIsStaticIsFinal() {
        return fields().that().areStatic().should().beFinal();
    }

    ArchRule nothingStaticGrows() {
        return classes().should(hold("fill no static field with a growing collection", (type, events) ->
                type.getStaticInitializer().ifPresent(start -> start.getConstructorCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isAssignableTo(Collection.class)
                                || call.getTargetOwner().isAssignableTo(Map.class))
                        .forEach(call -> events.add(violated(type, call.getDescription()))))));
    }

    ArchRule allRandomnessIsSeeded() {
        return noClasses().should().dependOnClassesThat().areAssignableTo(Random.class)
                .orShould().dependOnClassesThat().areAssignableTo(ThreadLocalRandom.class)
                .orShould().callMethod(Math.class, "random");
    }

    ArchRule nothingFastUsesATwin() {
        return noClasses().that(not(Set.of("twin", "inspect"))).should().dependOnClassesThat(in(Set.of("twin")));
    }

    private DescribedPredicate<JavaClass> in(Set<String> packages) {
        return describe("stand in " + packages, type -> packages.contains(part(type)));
    }

    private DescribedPredicate<JavaClass> not(Set<String> packages) {
        return describe("do not stand in " + packages, type -> !packages.contains(part(type)));
    }

    private boolean isOurs(JavaClass type) {
        return type.getBaseComponentType().getPackageName().startsWith(root);
    }

    /** The first package below the root: "dataset" of tadpole.engine.dataset.idx.IdxFormat. */
    private String part(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1).split("\\.")[0] : "";
    }

    /** From 0 at the top; -1 for what does not stand in the table. */
    private int row(JavaClass type) {
        String part = part(type);
        return IntStream.range(0, TABLE.size()).filter(row -> TABLE.get(row).contains(part)).findFirst().orElse(-1);
    }

    private static String module(JavaClass type) {
        return String.valueOf(type.getBaseComponentType().reflect().getModule().getName());
    }

    private static boolean makesThreads(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        return owner.isAssignableTo(Thread.class) && STARTS.contains(name)
                || owner.isAssignableTo(Executor.class)
                || owner.isAssignableTo(Executors.class)
                || owner.isAssignableTo(Timer.class)
                || name.endsWith("Async")
                || STREAMS_IN_PARALLEL.contains(name);
    }

    private static ArchCondition<JavaClass> hold(String words, BiConsumer<JavaClass, ConditionEvents> check) {
        return new ArchCondition<>(words) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, events);
            }
        };
    }
}
