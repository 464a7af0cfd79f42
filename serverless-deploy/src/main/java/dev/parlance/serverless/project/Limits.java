package dev.parlance.serverless.project;

import dev.parlance.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Checks a project against Twilio's limits before anything is sent. What Twilio refuses is a problem. Limits that Twilio
 * documents but does not enforce are warnings.
 */
record Limits(
        String name,
        List<ProjectFile> files,
        Map<String, String> variables,
        Map<String, String> dependencies,
        Optional<String> runtime) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,50}");
    private static final Pattern RUNTIME = Pattern.compile("node\\d{1,3}");
    private static final Pattern UNUSABLE_IN_A_PATH = Pattern.compile("[\\s;,?:@+&$()'\"#]");
    /** Control and bidirectional characters: invisible, and refused by {@code download}. */
    private static final Pattern INVISIBLE_IN_A_PATH = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

    private static final Pattern NOT_FROM_NPM = Pattern.compile("(?i)(file|link|workspace|git|github|https?)[:+].*");
    private static final int LONGEST_PATH = 255;
    private static final long LARGEST_ASSET = 25L << 20;
    private static final long LARGEST_PRIVATE_ASSET = 10L << 20;
    private static final int MOST_FUNCTIONS = 50;
    private static final int MOST_ASSETS = 1_000;
    private static final int MOST_PRIVATE_ASSETS = 50;
    private static final Set<String> DEPRECATED =
            Set.of("node8", "node10", "node12", "node14", "node16", "node18", "node20");
    private static final int LARGEST_CONTEXT = 3_000;

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (!NAME.matcher(name).matches()) {
            problems.add(
                    Problem.of("\"" + name + "\" is not a valid service name: use 1 to 50 letters, digits and dashes"));
        }
        if (files.isEmpty()) {
            problems.add(Problem.of("There is nothing to deploy: the project has no functions and no assets"));
        }
        files.forEach(file -> check(file, problems));
        collisions(problems);
        problems.addAll(Variables.problems(variables));
        dependencies.forEach((module, version) -> {
            if (NOT_FROM_NPM.matcher(version).matches()) {
                problems.add(Problem.of("The dependency " + module + " is at " + version.replaceFirst("[:+].*", "")
                        + ", which Twilio cannot install: publish it to npm, or add its code to the functions"));
            }
        });
        runtime.filter(node -> !RUNTIME.matcher(node).matches())
                .ifPresent(node ->
                        problems.add(Problem.of("\"" + node + "\" is not a valid runtime: use a name like node22")));
        return problems;
    }

    private static void check(ProjectFile file, List<Problem> problems) {
        String path = file.path();
        if (!path.startsWith("/") || path.endsWith("/") || path.contains("//")) {
            problems.add(Problem.of(
                    "The path " + path + " must start with a single slash, contain no empty part and end with a name"));
        } else if (path.contains("/../") || path.endsWith("/..") || path.contains("/./") || path.endsWith("/.")) {
            problems.add(Problem.of("The path " + path + " contains a . or .. part"));
        } else if (UNUSABLE_IN_A_PATH.matcher(path).find()) {
            problems.add(Problem.of("The path " + path
                    + " has a character that Twilio does not allow: ; , ? : @ + & $ ( ) ' \" # or a space"));
        } else if (INVISIBLE_IN_A_PATH.matcher(path).find()) {
            problems.add(Problem.of("The path " + VisibleText.of(path) + " has a control character"));
        } else if (path.length() > LONGEST_PATH) {
            problems.add(Problem.of("The path " + path + " has more than " + LONGEST_PATH + " characters"));
        }
        long largest = file.visibility() == Visibility.PRIVATE ? LARGEST_PRIVATE_ASSET : LARGEST_ASSET;
        if (file.size() > largest) {
            problems.add(Problem.of(
                    "The " + file + " has " + file.size() + " bytes; Twilio's limit is " + (largest >> 20) + " MiB"));
        }
    }

    private void collisions(List<Problem> problems) {
        Map<String, ProjectFile> byPath = new HashMap<>();
        for (ProjectFile file : files) {
            ProjectFile other = byPath.put(file.path(), file);
            if (other != null) {
                problems.add(Problem.of("The " + other + " and the " + file + " have the same path"));
            }
        }
    }

    List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>();
        warnMany(warnings, "functions", MOST_FUNCTIONS, file -> file.kind() == FileKind.FUNCTION);
        warnMany(warnings, "public and protected assets", MOST_ASSETS, file -> isAsset(file, false));
        warnMany(warnings, "private assets", MOST_PRIVATE_ASSETS, file -> isAsset(file, true));
        runtime.filter(DEPRECATED::contains)
                .ifPresent(node -> warnings.add(
                        Problem.of("Twilio has deprecated " + node + " and may refuse it in a new build")));
        int context = variables.entrySet().stream()
                .mapToInt(variable -> variable.getKey().length() + Variables.bytes(variable.getValue()) + 6)
                .sum();
        if (context > LARGEST_CONTEXT) {
            warnings.add(Problem.of("The variables have " + context
                    + " bytes in total; a function whose context exceeds 3 kB fails with error 82006"));
        }
        return warnings;
    }

    private static boolean isAsset(ProjectFile file, boolean isPrivate) {
        return file.kind() == FileKind.ASSET && (file.visibility() == Visibility.PRIVATE) == isPrivate;
    }

    private void warnMany(List<Problem> warnings, String what, int limit, Predicate<ProjectFile> wanted) {
        long count = files.stream().filter(wanted).count();
        if (count > limit) {
            warnings.add(Problem.of(
                    "There are " + count + " " + what + "; Twilio's documentation allows " + limit + " in a build"));
        }
    }
}
