package dev.parlance.survey.pages.chart;

import java.util.Locale;

/** Numbers as charts and tables show them. */
public final class Amount {
    private Amount() {}

    /** {@code 12,345} */
    public static String count(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /** {@code 12.3%}, of 12.3 */
    public static String percent(double percent) {
        return decimal(percent, 1) + "%";
    }

    /** At most this many decimals, and no zeros at the end. */
    public static String decimal(double number, int decimals) {
        String text = String.format(Locale.ENGLISH, "%,." + decimals + "f", number);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /** {@code +12.5} */
    public static String signed(double number) {
        return (number > 0 ? "+" : "") + decimal(number, 1);
    }

    /** A round number that is at least as large, for the end of an axis. */
    static double roundedUp(double number) {
        if (number <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(number)));
        for (double step : new double[] {1, 2, 2.5, 5, 10}) {
            if (step * power >= number - 1e-9) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
