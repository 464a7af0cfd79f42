package dev.parlance.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks the shape of the public API: short records, and types instead of strings for secrets and URLs. */
class PublicApiTest {
    private static final int MAX_COMPONENTS = 6;

    private static final Pattern EXPORT = Pattern.compile("(?m)^\\s*exports ([\\w.]+);");
    private static final Pattern NEEDS_A_TYPE =
            Pattern.compile("(?i)(.*(secret|token|password|apiKey|sharedKey|signingKey|url|uri))");

    /** Records that are still too wide. */
    private static final Set<String> WIDE =
            Set.of("dev.parlance.survey.machine.Answer", "dev.parlance.fake.twilio.log.WebhookExchange");

    /** Where a URL is text for a reason. */
    private static final Set<String> URLS_AS_TEXT = Set.of(
            // A request's URL must stay as it was sent, byte by byte.
            "dev.parlance.webhook.WebhookRequest.",
            "dev.parlance.survey.Rendering(",
            "dev.parlance.survey.VoiceDocument.at(",
            // A document can name a relative URL.
            "dev.parlance.twiml.",
            // A literal in a test.
            "dev.parlance.fake.",
            "dev.parlance.testkit.",
            // A JDBC URL is no URI.
            "dev.parlance.survey.jdbc.JdbcDocuments.postgres(",
            // Still to be typed.
            "dev.parlance.survey.question.Input.Recording(");

    private static final Pattern SECRET = Pattern.compile("(?i).*\\(.*(secret|token|password|key)\\)");

    private static final Set<String> wideRecords = new TreeSet<>();
    private static final Set<String> untyped = new TreeSet<>();

    @BeforeAll
    static void readSources() throws IOException {
        Set<String> exported = ProjectFiles.files(file -> file.endsWith("module-info.java")).stream()
                .flatMap(file ->
                        EXPORT.matcher(ProjectFiles.read(file)).results().map(match -> match.group(1)))
                .collect(Collectors.toSet());
        List<Path> sources = ProjectFiles.files(ProjectFiles::isJava).stream()
                .filter(file -> exported.contains(packageOf(file)))
                .toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree file : task.parse()) {
                new Api(file.getPackageName().toString()).scan(file, null);
            }
        }
    }

    private static String packageOf(Path source) {
        String path =
                ProjectFiles.ROOT.relativize(source.getParent()).toString().replace('\\', '/');
        int start = path.indexOf("src/main/java/");
        return start < 0
                ? ""
                : path.substring(start + "src/main/java/".length()).replace('/', '.');
    }

    /** Visits what users can see. */
    private static final class Api extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final String packageName;
        private final Deque<ClassTree> enclosing = new ArrayDeque<>();

        Api(String packageName) {
            this.packageName = packageName;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            boolean isVisible = isVisible(type.getModifiers().getFlags());
            if (!isVisible) {
                return null;
            }
            enclosing.addLast(type);
            if (type.getKind() == Kind.RECORD) {
                List<VariableTree> components = components(type);
                if (components.size() > MAX_COMPONENTS) {
                    wideRecords.add(name());
                }
                components.forEach(component -> check(component, name()));
            }
            super.visitClass(type, null);
            enclosing.removeLast();
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            if (isVisible(method.getModifiers().getFlags())) {
                method.getParameters().forEach(parameter -> check(parameter, name() + "." + method.getName()));
            }
            return null;
        }

        private void check(VariableTree parameter, String place) {
            boolean isText = parameter.getType() != null
                    && parameter.getType().toString().matches("String(\\[\\]|\\.\\.\\.)?");
            if (isText && NEEDS_A_TYPE.matcher(parameter.getName()).matches()) {
                untyped.add(place + "(" + parameter.getName() + ")");
            }
        }

        private boolean isVisible(Set<Modifier> modifiers) {
            boolean isMember = !enclosing.isEmpty() && enclosing.getLast().getKind() == Kind.INTERFACE;
            return modifiers.contains(Modifier.PUBLIC)
                    || modifiers.contains(Modifier.PROTECTED)
                    || (isMember && !modifiers.contains(Modifier.PRIVATE));
        }

        private static List<VariableTree> components(ClassTree type) {
            return type.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(member -> !member.getModifiers().getFlags().contains(Modifier.STATIC))
                    .toList();
        }

        private String name() {
            return packageName + "."
                    + enclosing.stream()
                            .map(type -> type.getSimpleName().toString())
                            .collect(Collectors.joining("."));
        }
    }

    @Test
    void a_record_has_at_most_six_components() {
        assertThat(wideRecords).isSubsetOf(WIDE);
    }

    @Test
    void secrets_and_urls_have_types() {
        assertThat(untyped)
                .filteredOn(place ->
                        SECRET.matcher(place).matches() || URLS_AS_TEXT.stream().noneMatch(place::startsWith))
                .isEmpty();
    }
}
