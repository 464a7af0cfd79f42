package dev.parlance.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the examples in the javadoc of public types and packages, and makes a class of each. An example imports all exported
 * packages, its own module first, and can use the names in {@code example-names.txt}.
 */
final class JavadocExamples {
    private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+);");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\n(.*?)\\n[ *]*}</pre>", Pattern.DOTALL);
    private static final Pattern MEMBERS = Pattern.compile("^(@|public |class |static |private )");
    private static final String FIELDS = fields();

    /** Public only for the code that Quarkus generates. */
    private static final String GENERATED_CODE_NEEDS = "dev.parlance.quarkus.runtime";

    private static final List<String> OTHER_PACKAGES = List.of(
            "java.net",
            "java.net.http",
            "java.nio.file",
            "java.time",
            "java.nio.charset",
            "java.util",
            "java.util.concurrent",
            "io.micrometer.observation",
            "io.quarkus.test.junit",
            "jakarta.enterprise.inject",
            "jakarta.inject",
            "jakarta.servlet",
            "org.apache.kafka.clients.producer",
            "org.apache.kafka.common.serialization",
            "org.junit.jupiter.api",
            "org.junit.jupiter.api.extension",
            "org.springframework.boot.test.context",
            "org.springframework.context.annotation",
            "org.springframework.http.codec",
            "org.springframework.stereotype",
            "org.springframework.web.server",
            "software.amazon.awssdk.services.dynamodb",
            "software.amazon.awssdk.services.eventbridge",
            "software.amazon.awssdk.services.s3",
            "software.amazon.awssdk.services.secretsmanager",
            "software.amazon.awssdk.services.ssm");

    /** The exported packages, each with its folder of sources. Own packages and types come before those of others. */
    private final Map<String, Path> packages = new LinkedHashMap<>();

    JavadocExamples() {
        for (Path folder : ProjectFiles.packages()) {
            String name = name(folder);
            Path module = sources(folder).resolve("module-info.java");
            boolean isPublic = Files.exists(module) ? exports(module).contains(name) : hasPublicTypes(folder);
            if (isPublic && !name.equals(GENERATED_CODE_NEEDS)) {
                packages.put(name, folder);
            }
        }
    }

    /**
     * An example as a class.
     *
     * @param file the file with the javadoc
     * @param line the line of the example in that file
     * @param source the source of the class
     * @param header the number of lines in the class before the example
     */
    record Example(String className, Path file, int line, String source, int header) {
        /** Where a line of the class is in the javadoc. */
        String place(long sourceLine) {
            return ProjectFiles.ROOT.relativize(file) + ":" + (line + Math.max(0, sourceLine - 1 - header));
        }
    }

    List<Example> all() {
        List<Example> examples = new ArrayList<>();
        packages.values().stream().flatMap(JavadocExamples::publicTypes).forEach(file -> {
            String text = ProjectFiles.read(file);
            Matcher found = EXAMPLE.matcher(text);
            while (found.find()) {
                int line = (int) text.substring(0, found.start(1)).lines().count() + 1;
                examples.add(example("Example" + examples.size(), file, line, found.group(1)));
            }
        });
        return examples;
    }

    /** The package-info of each exported package. */
    List<Path> packageFiles() {
        return packages.values().stream()
                .map(folder -> folder.resolve("package-info.java"))
                .toList();
    }

    private Example example(String className, Path file, int line, String javadoc) {
        List<String> lines =
                javadoc.lines().map(each -> each.replaceFirst("^ *\\* ?", "")).toList();
        String imports = lines.stream().filter(JavadocExamples::isImport).collect(Collectors.joining("\n"));
        String code = lines.stream().map(each -> isImport(each) ? "" : each).collect(Collectors.joining("\n"));
        boolean isMembers = MEMBERS.matcher(code).find();
        String header = "package examples;\n" + imports(file.getParent()) + imports + "\nclass " + className + " {\n"
                + FIELDS + (isMembers ? "class Members {\n" : "void example() throws Exception {\n");
        return new Example(className, file, line, header + code + "\n}}", (int)
                header.lines().count());
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }

    /** Imports types of the same package and module by name, so that they come before types of the same name elsewhere. */
    private String imports(Path folder) {
        Map<String, String> own = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(folder),
                        packages.values().stream().filter(each -> sources(each).equals(sources(folder))))
                .flatMap(JavadocExamples::publicTypes)
                .filter(file -> !file.endsWith("package-info.java"))
                .forEach(file -> own.putIfAbsent(type(file), name(file.getParent())));
        StringBuilder imports = new StringBuilder("import static org.assertj.core.api.Assertions.assertThat;\n");
        own.forEach((type, in) -> imports.append("import " + in + "." + type + ";\n"));
        Stream.concat(packages.keySet().stream(), OTHER_PACKAGES.stream())
                .forEach(each -> imports.append("import " + each + ".*;\n"));
        return imports.toString();
    }

    private static boolean hasPublicTypes(Path folder) {
        return publicTypes(folder).anyMatch(file -> !file.endsWith("package-info.java"));
    }

    private static Stream<Path> publicTypes(Path folder) {
        return ProjectFiles.list(folder).stream()
                .filter(ProjectFiles::isJava)
                .filter(file -> file.endsWith("package-info.java")
                        || Pattern.compile("(?m)^public .*\\b" + type(file) + "\\b")
                                .matcher(ProjectFiles.read(file))
                                .find());
    }

    private static String type(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static Path sources(Path folder) {
        return folder.toString().endsWith("java") ? folder : sources(folder.getParent());
    }

    private static String name(Path folder) {
        return sources(folder).relativize(folder).toString().replace('/', '.');
    }

    private static Set<String> exports(Path module) {
        return EXPORT.matcher(ProjectFiles.read(module))
                .results()
                .map(export -> export.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String fields() {
        return ProjectFiles.read(ProjectFiles.ROOT.resolve("house-rules/src/test/resources/example-names.txt"))
                .lines()
                .map(line -> line.replaceFirst("(\\S+) +(.+)", "$2 $1;\n"))
                .collect(Collectors.joining());
    }
}
