package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.world.World;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person has entered for a payment. Only masked numbers are kept. */
final class PaymentDetails {
    private final World world;
    private final Verb settings;
    private final List<PayStep> steps;
    private final Set<PayStep> entered = EnumSet.noneOf(PayStep.class);
    private final List<String> masked = new ArrayList<>();
    private Optional<CardType> card = Optional.empty();

    PaymentDetails(World world, Verb settings) {
        this.world = world;
        this.settings = settings;
        this.steps = PayStep.of(settings);
    }

    /** Whether the amount, if there is one, is a number. */
    boolean hasValidAmount() {
        return settings.attribute("chargeAmount", "0").matches("\\d{1,7}(\\.\\d{1,2})?");
    }

    /** The first thing that is missing; empty if the payment is complete. */
    Optional<PayStep> next() {
        return steps.stream().filter(step -> !entered.contains(step)).findFirst();
    }

    /** The parameters that are missing, in a list with spaces. */
    String required() {
        return steps.stream()
                .filter(step -> !entered.contains(step))
                .map(PayStep::parameter)
                .collect(Collectors.joining(" "));
    }

    /** Enters something. Returns what is wrong with it, as Twilio names it; empty if it is valid. */
    Optional<String> enter(PayStep step, String digits) {
        YearMonth now = YearMonth.from(world.clock().instant().atZone(ZoneOffset.UTC));
        Optional<String> problem = step.problem(digits, settings, card, now);
        if (problem.isEmpty()) {
            entered.add(step);
            masked.addAll(List.of(step.parameter(), step.masked(digits)));
            if (step == PayStep.CARD_NUMBER) {
                card = CardType.of(digits);
                card.ifPresent(type -> masked.addAll(List.of("PaymentCardType", type.toString())));
            }
        }
        return problem;
    }

    Optional<CardType> card() {
        return card;
    }

    /** What has been entered, as parameters of callbacks. */
    List<String> masked() {
        return masked;
    }

    /** Charges the amount, or makes a token if no amount is set. Returns the parameters of the result. */
    String[] pay() {
        if (settings.attribute("chargeAmount", "0").matches("0+(\\.0*)?")) {
            return result(
                    "success",
                    "PaymentToken",
                    world.sids().next("PT"),
                    "TokenType",
                    settings.attribute("tokenType", "reusable"));
        }
        return result(
                "success",
                "PaymentConfirmationCode",
                world.sids().next("CH"),
                "ChargeAmount",
                settings.attribute("chargeAmount", ""),
                "Currency",
                settings.attribute("currency", "usd"));
    }

    /** The parameters of a result. */
    String[] result(String result, String... more) {
        List<String> form = new ArrayList<>(List.of(
                "Result",
                result,
                "PaymentMethod",
                settings.attribute("paymentMethod", "credit-card"),
                "PayConnector",
                settings.attribute("paymentConnector", "Default")));
        settings.attribute("bankAccountType").ifPresent(type -> form.addAll(List.of("BankAccountType", type)));
        form.addAll(masked);
        form.addAll(Arrays.asList(more));
        return form.toArray(String[]::new);
    }
}
