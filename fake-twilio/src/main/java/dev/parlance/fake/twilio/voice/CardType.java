package dev.parlance.fake.twilio.voice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The types of cards that a Pay accepts, by their numbers. */
enum CardType {
    VISA("4\\d{12}(\\d{3})?(\\d{3})?"),
    MASTERCARD("(5[1-5]\\d{2}|222[1-9]|22[3-9]\\d|2[3-6]\\d{2}|27[01]\\d|2720)\\d{12}"),
    AMEX("3[47]\\d{13}"),
    DISCOVER("6(011|5\\d{2}|4[4-9]\\d)\\d{12}"),
    JCB("35(2[89]|[3-8]\\d)\\d{12}"),
    DINERS_CLUB("3(0[0-5]|[68]\\d)\\d{11}"),
    MAESTRO("(5[06-8]|6\\d)\\d{10,17}");

    private final Pattern numbers;

    CardType(String numbers) {
        this.numbers = Pattern.compile(numbers);
    }

    static Optional<CardType> of(String number) {
        return Arrays.stream(values())
                .filter(type -> type.numbers.matcher(number).matches())
                .findFirst();
    }

    /** The number of digits of its security code. */
    int securityCodeLength() {
        return this == AMEX ? 4 : 3;
    }

    /** Whether the last digit of a number is the right check digit. */
    static boolean hasCheckDigit(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
