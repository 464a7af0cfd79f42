package dev.parlance.quarkus.runtime;

import java.util.Set;

/**
 * The surveys without webhooks, because those of a desk are for them.
 *
 * @param names the names of their folders
 */
public record DeskSurveys(Set<String> names) {
    /** Copies the names. */
    public DeskSurveys {
        names = Set.copyOf(names);
    }
}
