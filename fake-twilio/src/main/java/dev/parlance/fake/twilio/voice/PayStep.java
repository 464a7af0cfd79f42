package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A piece of payment information that a person enters. */
enum PayStep {
    CARD_NUMBER(
            "payment-card-number", "PaymentCardNumber", "Please enter your credit card number", "invalid-card-number"),
    EXPIRATION_DATE(
            "expiration-date",
            "ExpirationDate",
            "Please enter your card's expiration date, two digits for the month and two for the year",
            "invalid-date"),
    POSTAL_CODE("postal-code", "PaymentCardPostalCode", "Please enter your postal code", "invalid-postal-code"),
    SECURITY_CODE("security-code", "SecurityCode", "Please enter your card's security code", "invalid-security-code"),
    ROUTING_NUMBER(
            "bank-routing-number",
            "BankRoutingNumber",
            "Please enter your bank's routing number",
            "invalid-bank-routing-number"),
    ACCOUNT_NUMBER(
            "bank-account-number",
            "BankAccountNumber",
            "Please enter your account number",
            "invalid-bank-account-number");

    private final String prompt;
    private final String parameter;
    private final String question;
    private final String error;

    PayStep(String prompt, String parameter, String question, String error) {
        this.prompt = prompt;
        this.parameter = parameter;
        this.question = question;
        this.error = error;
    }

    /** The steps that a document asks for, in order. */
    static List<PayStep> of(Verb pay) {
        if (pay.attribute("paymentMethod", "credit-card").equals("ach-debit")) {
            return List.of(ROUTING_NUMBER, ACCOUNT_NUMBER);
        }
        List<PayStep> steps = new ArrayList<>(List.of(CARD_NUMBER, EXPIRATION_DATE));
        if (!pay.attribute("postalCode", "true").equals("false") && !hasKnownPostalCode(pay)) {
            steps.add(POSTAL_CODE);
        }
        if (pay.flag("securityCode", true)) {
            steps.add(SECURITY_CODE);
        }
        return steps;
    }

    /** The document may know the postal code itself. */
    private static boolean hasKnownPostalCode(Verb pay) {
        return !Set.of("true", "false").contains(pay.attribute("postalCode", "true"));
    }

    /** Its name in prompts and callbacks. */
    String prompt() {
        return prompt;
    }

    String parameter() {
        return parameter;
    }

    /** What Twilio says without a prompt of the application. */
    String question() {
        return question + ", followed by the pound key.";
    }

    /** Why an entry is invalid, as Twilio names it; empty if it is valid. */
    Optional<String> problem(String digits, Verb pay, Optional<CardType> card, YearMonth now) {
        return switch (this) {
            case CARD_NUMBER -> cardProblem(digits, pay);
            case EXPIRATION_DATE -> unless(isFuture(digits, now));
            case POSTAL_CODE -> unless(digits.length() >= pay.number("minPostalCodeLength", 1));
            case SECURITY_CODE ->
                unless(digits.length() == card.map(CardType::securityCodeLength).orElse(3));
            case ROUTING_NUMBER -> unless(digits.length() == 9);
            case ACCOUNT_NUMBER -> unless(digits.length() >= 4 && digits.length() <= 17);
        };
    }

    private Optional<String> unless(boolean valid) {
        return valid ? Optional.empty() : Optional.of(error);
    }

    private static Optional<String> cardProblem(String digits, Verb pay) {
        Optional<CardType> type = CardType.of(digits);
        if (type.isEmpty() || !CardType.hasCheckDigit(digits)) {
            return Optional.of("invalid-card-number");
        }
        Set<String> valid = Set.of(
                pay.attribute("validCardTypes", "visa mastercard amex").strip().split("\\s+", -1));
        return valid.contains(type.get().toString()) ? Optional.empty() : Optional.of("invalid-card-type");
    }

    private static boolean isFuture(String digits, YearMonth now) {
        if (!digits.matches("(0[1-9]|1[0-2])\\d{2}")) {
            return false;
        }
        int month = Integer.parseInt(digits.substring(0, 2));
        int year = 2000 + Integer.parseInt(digits.substring(2));
        return !YearMonth.of(year, month).isBefore(now);
    }

    /** What callbacks and the transcript show of an entry. */
    String masked(String digits) {
        return switch (this) {
            case CARD_NUMBER, ACCOUNT_NUMBER -> {
                int hidden = Math.max(0, digits.length() - 4);
                yield "x".repeat(hidden) + digits.substring(hidden);
            }
            case SECURITY_CODE -> "x".repeat(digits.length());
            case EXPIRATION_DATE, POSTAL_CODE, ROUTING_NUMBER -> digits;
        };
    }
}
