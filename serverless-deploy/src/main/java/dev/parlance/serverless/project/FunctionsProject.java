package dev.parlance.serverless.project;

import dev.parlance.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Functions, assets and variables that are deployed together. Read them from a folder in the layout of Twilio's Serverless
 * Toolkit, or build them in memory.
 *
 * <pre>{@code
 * FunctionsProject folder = FunctionsProject.in(Path.of("."));
 *
 * FunctionsProject built = FunctionsProject.builder("greetings")
 *         .function("/hello", Visibility.PUBLIC, Content.of("exports.handler = (context, event, callback) => callback(null, 'Hi');"))
 *         .asset("/index.html", Visibility.PUBLIC, Content.file(Path.of("index.html")))
 *         .variable("GREETING", "Hello")
 *         .dependency("lodash", "4.17.21")
 *         .runtime("node22")
 *         .build();
 * }</pre>
 *
 * <p>Immutable. All files have been read once and checked against Twilio's limits.
 */
public final class FunctionsProject {
    private final String name;
    private final List<ProjectFile> files;
    private final Map<String, String> variables;
    private final Map<String, String> dependencies;
    private final Optional<String> runtime;
    private final Optional<Path> folder;
    private final List<Problem> warnings;

    private FunctionsProject(Builder builder, List<Problem> warnings) {
        this.name = builder.name;
        this.files = List.copyOf(builder.files);
        this.variables = Collections.unmodifiableMap(new LinkedHashMap<>(builder.variables));
        this.dependencies = Collections.unmodifiableMap(new LinkedHashMap<>(builder.dependencies));
        this.runtime = builder.runtime;
        this.folder = builder.folder;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Reads a folder: {@code functions/} (or {@code src/}), {@code assets/} (or {@code static/}), {@code package.json} and
     * {@code .env}.
     *
     * @throws ProjectException listing all problems
     */
    public static FunctionsProject in(Path folder) {
        return in(folder, folder.resolve(".env"));
    }

    /** Reads a folder, but takes the variables from this file instead of {@code .env}. */
    public static FunctionsProject in(Path folder, Path variables) {
        return ProjectFolder.read(folder, variables);
    }

    /** Returns the name of the project in a folder without reading its files. */
    public static String nameIn(Path folder) {
        return ProjectFolder.nameIn(folder);
    }

    /** Starts building a project in memory. The name is also the service's: up to 50 letters, digits and dashes. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The name of the service. */
    public String name() {
        return name;
    }

    /** Returns a copy with another name. */
    public FunctionsProject withName(String otherName) {
        Builder renamed = new Builder(otherName);
        renamed.files.addAll(files);
        renamed.variables.putAll(variables);
        renamed.dependencies.putAll(dependencies);
        renamed.runtime = runtime;
        renamed.folder = folder;
        renamed.warnings.addAll(warnings);
        return renamed.build();
    }

    /** The functions and assets. */
    public List<ProjectFile> files() {
        return files;
    }

    /** The variables in the functions' context. */
    public Map<String, String> variables() {
        return variables;
    }

    /** The npm packages that the functions require, with their versions. */
    public Map<String, String> dependencies() {
        return dependencies;
    }

    /** The Node.js version, such as {@code node22}. If empty, Twilio chooses. */
    public Optional<String> runtime() {
        return runtime;
    }

    /** The project's folder; empty if it was built in memory. */
    public Optional<Path> folder() {
        return folder;
    }

    /** What does not prevent a deployment, but may not be what you want, such as ignored files or exceeded limits. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** Builds a project. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private final List<ProjectFile> files = new ArrayList<>();
        private final Map<String, String> variables = new LinkedHashMap<>();
        private final Map<String, String> dependencies = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<Problem> warnings = new ArrayList<>();
        private Optional<String> runtime = Optional.empty();
        private Optional<Path> folder = Optional.empty();

        private Builder(String name) {
            this.name = name;
        }

        /** Adds a function. Its path has no file extension. */
        public Builder function(String path, Visibility visibility, Content content) {
            files.add(new ProjectFile(FileKind.FUNCTION, path, visibility, content));
            return this;
        }

        /** Adds an asset. */
        public Builder asset(String path, Visibility visibility, Content content) {
            files.add(new ProjectFile(FileKind.ASSET, path, visibility, content));
            return this;
        }

        /** Sets a variable. */
        public Builder variable(String key, String value) {
            variables.put(key, value);
            return this;
        }

        /** Adds an npm package. */
        public Builder dependency(String packageName, String version) {
            dependencies.put(packageName, version);
            return this;
        }

        /** Sets the Node.js version, such as {@code node22}. */
        public Builder runtime(String node) {
            runtime = Optional.of(node);
            return this;
        }

        Builder folder(Path read) {
            folder = Optional.of(read);
            return this;
        }

        Builder problem(String what) {
            problems.add(Problem.of(what));
            return this;
        }

        Builder warning(String what) {
            warnings.add(Problem.of(what));
            return this;
        }

        /**
         * Builds the project.
         *
         * @throws ProjectException listing all problems
         */
        public FunctionsProject build() {
            Limits limits = new Limits(name, files, variables, dependencies, runtime);
            List<Problem> all = new ArrayList<>(problems);
            all.addAll(limits.problems());
            if (!all.isEmpty()) {
                throw new ProjectException(name, all);
            }
            List<Problem> allWarnings = new ArrayList<>(warnings);
            allWarnings.addAll(limits.warnings());
            return new FunctionsProject(this, allWarnings);
        }
    }
}
