package dev.parlance.survey.reading;

import java.util.List;

/** A year that is said in two numbers: "twenty twenty four", "nineteen eighty". */
final class SpokenYear {
    private static final List<Integer> CENTURIES = List.of(19, 20);

    private SpokenYear() {}

    /** Joins the last two numbers if they are a year. */
    static void join(List<Integer> numbers) {
        int last = numbers.size() - 1;
        boolean isInTwo = last > 0
                && CENTURIES.contains(numbers.get(last - 1))
                && numbers.get(last) >= 10
                && numbers.get(last) < 100;
        if (isInTwo) {
            int year = numbers.get(last - 1) * 100 + numbers.remove(last);
            numbers.set(last - 1, year);
        }
    }
}
