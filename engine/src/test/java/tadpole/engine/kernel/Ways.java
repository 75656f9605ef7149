package tadpole.engine.kernel;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;

/** The classes that compute the same thing in different ways. */
final class Ways {
    private Ways() {}

    /** All classes of the package that implement a kernel, but for those that are left out. */
    static List<Class<?>> of(Class<?> kernel, Class<?>... without) {
        JavaClasses all = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(kernel.getPackageName());
        List<Class<?>> ways = new ArrayList<>();
        for (JavaClass each : all) {
            if (each.isAssignableTo(kernel) && !each.isInterface()) {
                ways.add(each.reflect());
            }
        }
        ways.removeAll(List.of(without));
        return ways;
    }
}
