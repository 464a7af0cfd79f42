package dev.parlance.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Checks what users can see of the modules. */
@AnalyzeClasses(packages = "dev.parlance", importOptions = ImportOption.DoNotIncludeTests.class)
class ExportsTest {
    @ArchTest
    static void an_exported_signature_uses_only_exported_types(JavaClasses classes) throws IOException {
        Set<String> exported = exportedPackages();
        Set<String> hidden = new TreeSet<>();

        for (JavaClass type : classes) {
            if (exported.contains(type.getPackageName()) && isVisible(type)) {
                types(type)
                        .flatMap(used -> used.getAllInvolvedRawTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .filter(used -> used.getPackageName().startsWith("dev.parlance"))
                        .filter(used -> !exported.contains(used.getPackageName()) || !isVisible(used))
                        .forEach(used -> hidden.add(type.getName() + " exposes " + used.getName()));
            }
        }

        assertThat(exported).contains("dev.parlance", "dev.parlance.survey", "dev.parlance.testkit");
        assertThat(hidden).isEmpty();
    }

    private static Set<String> exportedPackages() throws IOException {
        Set<String> exported = new HashSet<>();
        ClassLoader loader = ExportsTest.class.getClassLoader();
        for (URL url : Collections.list(loader.getResources("module-info.class"))) {
            try (InputStream in = url.openStream()) {
                ModuleDescriptor module = ModuleDescriptor.read(in);
                if (module.name().startsWith("dev.parlance")) {
                    module.exports().stream()
                            .filter(export -> !export.isQualified())
                            .forEach(export -> exported.add(export.source()));
                }
            }
        }
        return exported;
    }

    private static boolean isVisible(JavaClass type) {
        boolean isOpen = type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getModifiers().contains(JavaModifier.PROTECTED);
        return isOpen && type.getEnclosingClass().map(ExportsTest::isVisible).orElse(true);
    }

    /** The types that a user of this type can see. Members of a hidden superclass in the same package are its own. */
    private static Stream<JavaType> types(JavaClass type) {
        Stream<JavaType> superclass = type.getRawSuperclass()
                .filter(above -> !isVisible(above) && above.getPackage().equals(type.getPackage()))
                .map(ExportsTest::types)
                .orElseGet(() -> type.getSuperclass().stream());
        return Stream.of(
                        superclass,
                        type.getInterfaces().stream(),
                        type.getMembers().stream()
                                .filter(ExportsTest::isVisible)
                                .flatMap(ExportsTest::types))
                .flatMap(types -> types);
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> types(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit code = (JavaCodeUnit) member;
        return Stream.concat(Stream.of(code.getReturnType()), code.getParameterTypes().stream());
    }
}
