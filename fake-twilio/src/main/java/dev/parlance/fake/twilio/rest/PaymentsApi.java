package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.voice.AgentPayment;
import dev.parlance.fake.twilio.voice.Leg;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.Template;
import dev.parlance.fake.twilio.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Payments of calls in progress, which an application conducts step by step. */
final class PaymentsApi {
    private static final List<String> SETTINGS = List.of(
            "BankAccountType",
            "ChargeAmount",
            "Currency",
            "MinPostalCodeLength",
            "PaymentConnector",
            "PaymentMethod",
            "PostalCode",
            "SecurityCode",
            "TokenType",
            "ValidCardTypes");

    private final World world;
    private final Telephony telephony;
    private final Map<String, AgentPayment> payments = new ConcurrentHashMap<>();

    PaymentsApi(World world, Telephony telephony) {
        this.world = world;
        this.telephony = telephony;
    }

    void routes(Routes routes) {
        Shelf shelf = world.owned().shelf("payments", Template.of("payment", "PK", Dates.RFC_2822));
        world.owned().calls().onForget(call -> {
            for (Resource payment : shelf.with("call_sid", call.sid())) {
                payments.remove(payment.sid());
                shelf.remove(payment.sid());
            }
        });
        String path = "/2010-04-01/Accounts/{account_sid}/Calls/{call_sid}/Payments";
        new Collection(
                        world,
                        routes,
                        shelf,
                        path,
                        Map.of("call_sid", world.owned().calls()))
                .creates(exchange -> start(shelf, exchange))
                .accepts(this::update);
    }

    private Resource start(Shelf shelf, Exchange exchange) {
        Leg leg = telephony
                .find(exchange.name("call_sid"))
                .filter(Leg::isInProgress)
                .orElseThrow(() -> ApiError.badRequest(21220, "Call is not in-progress. Cannot start a payment"));
        Map<String, String> settings = new LinkedHashMap<>();
        for (String parameter : SETTINGS) {
            String attribute = parameter.substring(0, 1).toLowerCase(Locale.ROOT) + parameter.substring(1);
            exchange.form().nonEmpty(parameter).ifPresent(value -> settings.put(attribute, value));
        }
        Resource resource = shelf.add(exchange.with());
        payments.put(resource.sid(), AgentPayment.start(leg, resource, settings, exchange.form("StatusCallback")));
        return resource;
    }

    private void update(Resource resource, Exchange exchange) {
        AgentPayment payment = payments.get(resource.sid());
        if (payment == null) {
            throw new IllegalStateException("No payment has the SID " + resource.sid());
        }
        payment.reportTo(exchange.form("StatusCallback"));
        switch (exchange.form("Status")) {
            case "complete" -> payment.complete();
            case "cancel" -> payment.cancel();
            default -> exchange.form().nonEmpty("Capture").ifPresent(payment::capture);
        }
    }
}
