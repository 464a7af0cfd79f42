package dev.parlance.serverless.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Functions, assets and variables that are deployed together: from a folder as Twilio's own toolkit lays it out, or from
 * memory.
 *
 * <pre>{@code
 * FunctionsProject folder = FunctionsProject.in(Path.of("."));
 *
 * FunctionsProject built = FunctionsProject.named("greetings")
 *         .function("/hello", Visibility.PUBLIC, Content.of("exports.handler = (context, event, callback) => callback(null, 'Hi');"))
 *         .asset("/index.html", Visibility.PUBLIC, Content.resource(App.class, "index.html"))
 *         .variable("GREETING", "Hello")
 *         .dependency("lodash", "4.17.21")
 *         .runtime("node22")
 *         .build();
 * }</pre>
 *
 * <p>Immutable; every file was read once, and is within Twilio's limits.
 */
public final class FunctionsProject {
    private final String name;
    private final List<ProjectFile> files;
    private final Map<String, String> variables;
    private final Map<String, String> dependencies;
    private final Optional<String> runtime;
    private final Optional<Path> folder;
    private final List<String> warnings;

    private FunctionsProject(Builder made, List<String> warnings) {
        this.name = made.name;
        this.files = List.copyOf(made.files);
        this.variables = Collections.unmodifiableMap(new LinkedHashMap<>(made.variables));
        this.dependencies = Collections.unmodifiableMap(new LinkedHashMap<>(made.dependencies));
        this.runtime = made.runtime;
        this.folder = made.folder;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Reads a folder: {@code functions/} (or {@code src/}), {@code assets/} (or {@code static/}), {@code package.json},
     * {@code .env}.
     *
     * @throws ProjectException with all that is wrong with it
     */
    public static FunctionsProject in(Path folder) {
        return in(folder, folder.resolve(".env"));
    }

    /** Reads a folder, and the variables from another file than its {@code .env}. */
    public static FunctionsProject in(Path folder, Path variables) {
        return ProjectFolder.read(folder, variables);
    }

    /** The name that the project in a folder has, without reading more of it. */
    public static String nameIn(Path folder) {
        return ProjectFolder.nameIn(folder);
    }

    /** Begins a project in memory. Its name becomes that of the service: letters, digits and dashes, 50 at most. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The name of its service. */
    public String name() {
        return name;
    }

    /** The same project under another name. */
    public FunctionsProject as(String otherName) {
        Builder renamed = new Builder(otherName);
        renamed.files.addAll(files);
        renamed.variables.putAll(variables);
        renamed.dependencies.putAll(dependencies);
        renamed.runtime = runtime;
        renamed.folder = folder;
        renamed.warnings.addAll(warnings);
        return renamed.build();
    }

    /** What is uploaded. */
    public List<ProjectFile> files() {
        return files;
    }

    /** What functions find in their context, by name. */
    public Map<String, String> variables() {
        return variables;
    }

    /** The packages of npm that functions require, with their versions. */
    public Map<String, String> dependencies() {
        return dependencies;
    }

    /** The Node that functions run on, such as {@code node22}; if empty, Twilio chooses. */
    public Optional<String> runtime() {
        return runtime;
    }

    /** Where it was read from, if it was. */
    public Optional<Path> folder() {
        return folder;
    }

    /** What is no fault, and yet may surprise: files that are left out, limits that are near. */
    public List<String> warnings() {
        return warnings;
    }

    /** A project in the making. For one thread. */
    public static final class Builder {
        private final String name;
        private final List<ProjectFile> files = new ArrayList<>();
        private final Map<String, String> variables = new LinkedHashMap<>();
        private final Map<String, String> dependencies = new LinkedHashMap<>();
        private final List<String> faults = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private Optional<String> runtime = Optional.empty();
        private Optional<Path> folder = Optional.empty();

        private Builder(String name) {
            this.name = name;
        }

        /** Adds a function at a path without ending. */
        public Builder function(String path, Visibility visibility, Content content) {
            files.add(ProjectFile.of(FileKind.FUNCTION, path, visibility, content));
            return this;
        }

        /** Adds an asset. */
        public Builder asset(String path, Visibility visibility, Content content) {
            files.add(ProjectFile.of(FileKind.ASSET, path, visibility, content));
            return this;
        }

        /** Sets a variable. */
        public Builder variable(String key, String value) {
            variables.put(key, value);
            return this;
        }

        /** Requires a package of npm. */
        public Builder dependency(String packageName, String version) {
            dependencies.put(packageName, version);
            return this;
        }

        /** Runs on this Node, such as {@code node22}. */
        public Builder runtime(String node) {
            runtime = Optional.of(node);
            return this;
        }

        Builder folder(Path read) {
            folder = Optional.of(read);
            return this;
        }

        Builder fault(String what) {
            faults.add(what);
            return this;
        }

        Builder warning(String what) {
            warnings.add(what);
            return this;
        }

        /**
         * The project.
         *
         * @throws ProjectException with all that is wrong with it
         */
        public FunctionsProject build() {
            Limits limits = new Limits(name, files, variables, dependencies, runtime);
            List<String> all = new ArrayList<>(faults);
            all.addAll(limits.faults());
            if (!all.isEmpty()) {
                throw new ProjectException(name, all);
            }
            List<String> doubts = new ArrayList<>(warnings);
            doubts.addAll(limits.warnings());
            return new FunctionsProject(this, doubts);
        }
    }
}
