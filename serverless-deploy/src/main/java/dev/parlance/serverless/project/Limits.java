package dev.parlance.serverless.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Twilio's limits, checked before anything is sent. What Twilio is known to refuse is a fault; numbers that only its
 * documentation has, which its users have seen exceeded, are warnings.
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
    /** Controls, and what turns the direction of text: nobody sees them, and {@code download} refuses them. */
    private static final Pattern UNSEEN_IN_A_PATH = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

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

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!NAME.matcher(name).matches()) {
            faults.add("\"" + name + "\" is no name for a service: it has 1 to 50 letters, digits and dashes");
        }
        if (files.isEmpty()) {
            faults.add("There is nothing to deploy: no function and no asset");
        }
        files.forEach(file -> check(file, faults));
        collisions(faults);
        faults.addAll(Variables.faults(variables));
        dependencies.forEach((module, version) -> {
            if (NOT_FROM_NPM.matcher(version).matches()) {
                faults.add("The dependency " + module + " is at " + version.replaceFirst("[:+].*", "")
                        + ", where Twilio cannot get it: publish it to npm, or put its code beside the functions");
            }
        });
        runtime.filter(node -> !RUNTIME.matcher(node).matches())
                .ifPresent(node -> faults.add("\"" + node + "\" is no runtime: one is named like node22"));
        return faults;
    }

    private static void check(ProjectFile file, List<String> faults) {
        String path = file.path();
        if (!path.startsWith("/") || path.endsWith("/") || path.contains("//")) {
            faults.add("The path " + path + " has to begin with one slash and end in a name");
        } else if (path.contains("/../") || path.endsWith("/..") || path.contains("/./") || path.endsWith("/.")) {
            faults.add("The path " + path + " has a part that is . or ..");
        } else if (UNUSABLE_IN_A_PATH.matcher(path).find()) {
            faults.add("The path " + path
                    + " has a character that Twilio does not take: ; , ? : @ + & $ ( ) ' \" # or a" + " blank");
        } else if (UNSEEN_IN_A_PATH.matcher(path).find()) {
            faults.add("The path " + VisibleText.of(path) + " has a control character");
        } else if (path.length() > LONGEST_PATH) {
            faults.add("The path " + path + " has more than " + LONGEST_PATH + " characters");
        }
        long largest = file.visibility() == Visibility.PRIVATE ? LARGEST_PRIVATE_ASSET : LARGEST_ASSET;
        if (file.size() > largest) {
            faults.add("The " + file + " has " + file.size() + " bytes; Twilio takes " + (largest >> 20) + " MiB");
        }
    }

    private void collisions(List<String> faults) {
        Map<String, ProjectFile> byPath = new HashMap<>();
        for (ProjectFile file : files) {
            ProjectFile other = byPath.put(file.path(), file);
            if (other != null) {
                faults.add("The " + other + " and the " + file + " have the same path");
            }
        }
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        warnMany(warnings, "functions", MOST_FUNCTIONS, file -> file.kind() == FileKind.FUNCTION);
        warnMany(warnings, "public and protected assets", MOST_ASSETS, file -> isAsset(file, false));
        warnMany(warnings, "private assets", MOST_PRIVATE_ASSETS, file -> isAsset(file, true));
        runtime.filter(DEPRECATED::contains)
                .ifPresent(node -> warnings.add("Twilio has deprecated " + node + ": it may refuse it in a new build"));
        int context = variables.entrySet().stream()
                .mapToInt(one -> one.getKey().length() + Variables.bytes(one.getValue()) + 6)
                .sum();
        if (context > LARGEST_CONTEXT) {
            warnings.add("The variables have " + context
                    + " bytes together; a function whose context is larger than 3 kB" + " fails with error 82006");
        }
        return warnings;
    }

    private static boolean isAsset(ProjectFile file, boolean isPrivate) {
        return file.kind() == FileKind.ASSET && (file.visibility() == Visibility.PRIVATE) == isPrivate;
    }

    private void warnMany(List<String> warnings, String what, int most, Predicate<ProjectFile> wanted) {
        long count = files.stream().filter(wanted).count();
        if (count > most) {
            warnings.add("There are " + count + " " + what + "; Twilio's documentation allows " + most + " in a build");
        }
    }
}
