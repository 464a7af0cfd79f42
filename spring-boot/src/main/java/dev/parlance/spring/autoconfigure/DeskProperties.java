package dev.parlance.spring.autoconfigure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Several surveys on one number.
 *
 * @param surveys the folders of the surveys; where several are possible, the first one comes first
 * @param fallback the survey for people who were not invited and use no keyword
 * @param menu the survey that asks these people which one they want: its last question has the names of surveys as options
 */
record DeskProperties(
        @DefaultValue List<String> surveys,
        @Nullable String fallback,
        @Nullable String menu) {
    DeskProperties {
        surveys = List.copyOf(surveys);
    }

    Optional<String> fallbackSurvey() {
        return Optional.ofNullable(fallback);
    }

    Optional<String> menuSurvey() {
        return Optional.ofNullable(menu);
    }

    /** The folders of all surveys that it names. */
    Set<String> all() {
        Set<String> all = new TreeSet<>(surveys);
        fallbackSurvey().ifPresent(all::add);
        menuSurvey().ifPresent(all::add);
        return all;
    }
}
