package dev.parlance.survey;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button or an item of a list reports: {@code 3@visit:yes} is the option {@code yes} of turn 3 of the survey {@code visit}.
 *
 * @param turn the turn; empty in a template, which is older than the session
 * @param survey the survey; empty in an application's own content, such as {@code :yes}
 * @param option the option
 */
record MenuTap(OptionalInt turn, Optional<String> survey, String option) {
    /** Turns have at most nine digits. The names of surveys have no colon. */
    private static final Pattern FORM = Pattern.compile("(\\d{0,9})(?:@([^:]+))?:(.+)", Pattern.DOTALL);

    static Optional<MenuTap> parse(String payload) {
        Matcher matcher = FORM.matcher(payload);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(1);
        OptionalInt turn = digits.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
        return Optional.of(new MenuTap(turn, Optional.ofNullable(matcher.group(2)), matcher.group(3)));
    }

    Incoming.Received addTo(Incoming.Received received) {
        Incoming.Received ofSurvey = survey.map(received::withSurvey).orElse(received);
        return turn.isPresent() ? ofSurvey.withTurn(turn.getAsInt()) : ofSurvey;
    }

    /** The same option without a turn. */
    MenuTap inTemplate() {
        return new MenuTap(OptionalInt.empty(), survey, option);
    }

    /** The form that a tap reports. */
    @Override
    public String toString() {
        return (turn.isPresent() ? Integer.toString(turn.getAsInt()) : "")
                + survey.map(name -> "@" + name).orElse("")
                + ":"
                + option;
    }
}
