package dev.parlance.survey.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an expression in a reply can be. The names are the sections of the files in {@code parlance-survey-replies}. */
enum Sense {
    /** Changes nothing: "I'd say", "about", "please". */
    AROUND,
    /** States the answer right after it: "I give", "that makes". */
    STATES,
    /** Turns an answer around: "not", "without". */
    NOT,
    /** Turns around what comes before it, as the Hindi "nahin" does. */
    NOT_AFTER,
    /** Offers another answer: "or". */
    OR,
    /** Makes a range: "to", "between", "until". */
    TO,
    /** Compares: "more than", "at least", "late 30s". */
    COMPARE,
    /** Makes an answer likely instead of certain: "maybe", "almost". */
    HEDGE,
    /** Says that the person has no answer: "no idea", "it depends". */
    UNSURE,
    /** Takes back what came before: "no wait", "I meant". */
    CORRECTION,
    /** Joins answers: "and". */
    AND,
    /** An "and" that puts the ones before the tens: the German "vierunddreißig". */
    ONES_FIRST,
    /** Starts a remark after the answer: "because", "including". */
    REMARK,
    /**
     * Starts another sentence: "why", "when", "if". After an answer it starts a remark; before one, it makes it uncertain.
     */
    CLAUSE,
    /** Sets answers against each other: "but", "except". */
    BUT,
    /** Makes an option stronger: "very". */
    VERY,
    /** Limits the answer to what is named: "only". */
    ONLY,
    /** All options. */
    ALL,
    /** Both options. */
    BOTH,
    /** No option. */
    NONE,
    /** Neither of two options: "ni l'un ni l'autre". */
    NEITHER,
    /** A label of an option, with its place. */
    LABEL,
    /** Comes before the number of an option: "option", "number". */
    OPTION,
    /** Stands for a thing after its order: the "one" in "the second one". */
    ONE,
    /** A number in words, with its value. */
    NUMBER,
    /** A number that a speech recognizer can mishear, with its value. */
    HEARD,
    /** A power of ten that multiplies the number before it, with its value. */
    TIMES,
    /** Adds a half to the number before it. */
    HALF,
    /** A fraction that is added to the number after it: the Hindi "sadhe" is 0.5. */
    FRACTION,
    /** What a single digit after it is worth: the Chinese "two hundred five" is 250. */
    TENTHS,
    /** A digit where digits are said one by one, with its value: the Portuguese "meia" is 6. */
    DIGIT,
    /** Says the digit after it several times, with their number: "double". */
    REPEATED,
    /** The top of a scale: "full marks". */
    HIGHEST,
    /** The bottom of a scale: "the lowest". */
    LOWEST,
    /** The person who replies, who counts as one: "me", "I live with". */
    SELF,
    /** People who live with the person, with their number; none if the number stands before it: "my wife", "kids". */
    RELATIVE,
    /** An order, with its value: "second". */
    ORDINAL,
    /** Another word for the thing that an option names; words with the same value mean the same. */
    SAME,
    /** The last option. */
    LAST,
    /** Comes between a number and the top of its scale: "out of". */
    OUT_OF,
    /** What a rating counts: "stars", "points". */
    UNIT,
    /** What an age counts: "years old". */
    AGE,
    /** What a number of people counts: "people", "adults". */
    PEOPLE,
    /** What an amount of money counts: "dollars". */
    MONEY,
    /** What makes a number mean something else: "hour", "kilo". */
    MEASURE,
    /** Yes. */
    YES,
    /** No. */
    NO,
    /** Today or a day near it, with its distance in days. */
    DAY,
    /** A unit of days, with the number of days: "week". */
    DAYS,
    /** A unit of months, with the number of months; one by default. */
    MONTHS,
    /** A unit of years, with the number of years; one by default. */
    YEARS,
    /** Counts back from today: "ago". */
    AGO,
    /** Counts forward from today: "in". */
    AHEAD,
    /** The following one: "next". */
    NEXT,
    /** The one before: "last". */
    PREVIOUS,
    /** A day of the week, from 1 for Monday. */
    WEEKDAY,
    /** A month, from 1 for January. */
    MONTH,
    /** A day of the year, as month and day: 1225. */
    HOLIDAY,
    /** Comes between the parts of a date: "of", "on the". */
    DATE_WORD,
    /** Comes with the number of a day of the month: the Chinese "20 hao". */
    DAY_NUMBER,
    /** Comes with a time: "o'clock", "at". */
    CLOCK,
    /** Minutes after the hour, with their number: "half past". */
    PAST,
    /** Minutes before the hour, with their number: "quarter to". */
    BEFORE,
    /** Before noon. */
    MORNING,
    /** After noon. */
    AFTERNOON,
    /** At night. */
    NIGHT,
    /** Noon. */
    NOON,
    /** Midnight. */
    MIDNIGHT,
    /** Joined to the word after it, with the sense that it has alone: the Arabic "wa". */
    PREFIX;

    /** The name of its section. */
    String section() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The sense of a section; empty if there is no such section. */
    static Optional<Sense> ofSection(String section) {
        return Arrays.stream(values())
                .filter(sense -> sense.section().equals(section.strip()))
                .findFirst();
    }
}
