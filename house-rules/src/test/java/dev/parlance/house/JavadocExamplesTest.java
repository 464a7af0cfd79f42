package dev.parlance.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.house.JavadocExamples.Example;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles the examples in javadocs: the blocks of code in a {@code <pre>}. What is not Java, such as JSON or commands, is in a
 * {@code <pre>} that is no block of code.
 */
class JavadocExamplesTest {
    @Test
    void every_example_compiles(@TempDir Path classes) {
        List<Example> examples = new JavadocExamples().all();
        Map<String, Example> byFile = examples.stream()
                .collect(Collectors.toMap(example -> "/" + example.className() + ".java", Function.identity()));
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();

        ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        problems,
                        List.of("-proc:none", "-nowarn", "-Xmaxerrs", "1000", "-d", classes.toString()),
                        null,
                        examples.stream().map(Source::new).toList())
                .call();

        assertThat(examples).hasSizeGreaterThan(100);
        assertThat(problems.getDiagnostics())
                .filteredOn(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .extracting(problem -> byFile.get(problem.getSource().getName()).place(problem.getLineNumber()) + ": "
                        + problem.getMessage(Locale.ROOT))
                .isEmpty();
    }

    @Test
    void every_exported_package_has_an_example() {
        assertThat(new JavadocExamples().packageFiles())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(ProjectFiles.read(file))
                        .as("%s", file)
                        .contains("<pre>")
                        .satisfies(text -> assertThat(text.lines()).hasSizeLessThan(20)));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String source;

        Source(Example example) {
            super(URI.create("string:///" + example.className() + ".java"), Kind.SOURCE);
            this.source = example.source();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
