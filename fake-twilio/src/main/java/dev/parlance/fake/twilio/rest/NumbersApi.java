package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.NumberDetails;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.Parameters;
import dev.parlance.webhook.WebhookResponse;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers, verified caller IDs, and TwiML applications. */
final class NumbersApi {
    private static final String ACCOUNT = "/2010-04-01/Accounts/{account_sid}";
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");

    private final World world;
    private final AvailableNumbers available;

    NumbersApi(World world, GenericApi generic) {
        this.world = world;
        this.available = new AvailableNumbers(world, generic);
    }

    void routes(Routes routes) {
        available.routes(routes);
        new Collection(world, routes, world.owned().numbers(), ACCOUNT + "/IncomingPhoneNumbers", Map.of())
                .filteredBy("FriendlyName", "Origin", "Beta")
                .filteredBy((number, exchange) -> number.text("phone_number")
                        .contains(exchange.query("PhoneNumber").replace("*", "")))
                .lists()
                .fetches()
                .creates(exchange -> buy(exchange, "local"))
                .updates()
                .deletes();
        Map.of("Local", "local", "Mobile", "mobile", "TollFree", "toll-free")
                .forEach((path, type) -> new Collection(
                                world,
                                routes,
                                world.owned().numbers(),
                                ACCOUNT + "/IncomingPhoneNumbers/" + path,
                                Map.of())
                        .filteredBy((number, exchange) -> number.is("type", type))
                        .without("type")
                        .lists()
                        .creates(exchange -> buy(exchange, type)));
        new Collection(world, routes, world.owned().callerIds(), ACCOUNT + "/OutgoingCallerIds", Map.of())
                .filteredBy("PhoneNumber", "FriendlyName")
                .lists()
                .fetches()
                .posts(this::verify)
                .updates()
                .deletes();
        Shelf applications = world.owned().applications();
        new Collection(world, routes, applications, ACCOUNT + "/Applications", Map.of())
                .filteredBy("FriendlyName")
                .lists()
                .fetches()
                .creates(exchange -> {
                    Resource application = applications.blank(exchange.with());
                    Fields.set(application, exchange);
                    return applications.add(application);
                })
                .updates()
                .deletes();
    }

    private Resource buy(Exchange exchange, String type) {
        String number = exchange.form("PhoneNumber");
        if (number.isEmpty()) {
            number = inArea(exchange.form("AreaCode"));
        }
        switch (number) {
            case "+15005550000" -> throw ApiError.badRequest(21422, number + " is not available.");
            case "+15005550001" -> throw ApiError.badRequest(21421, number + " is not a valid phone number.");
            default -> {
                if (!NUMBER.matcher(number).matches()) {
                    throw ApiError.badRequest(21421, number + " is not a valid phone number.");
                }
            }
        }
        if (world.owned().number(number).isPresent()) {
            throw ApiError.badRequest(21422, number + " is not available.");
        }
        Shelf numbers = world.owned().numbers();
        NumberDetails details = NumberDetails.of(number);
        Resource bought = numbers.blank(exchange.with("phone_number", number, "friendly_name", details.friendlyName()))
                .set("type", type.equals("local") && details.isTollFree() ? "toll-free" : type);
        Fields.set(bought, exchange);
        return numbers.add(bought);
    }

    private String inArea(String areaCode) {
        if (!areaCode.matches("[2-9]\\d{2}")) {
            throw ApiError.badRequest(21451, "PhoneNumber or AreaCode is required: AreaCode is \"" + areaCode + '"');
        }
        if (areaCode.equals("533")) {
            throw ApiError.badRequest(21452, "No phone numbers found in area code " + areaCode);
        }
        return available
                .inArea(areaCode)
                .orElseThrow(() -> ApiError.badRequest(21452, "No phone numbers found in area code " + areaCode));
    }

    /** Twilio calls the number to ask for a code. The fake verifies the number right after its response. */
    private WebhookResponse verify(Exchange exchange) {
        String number = exchange.form("PhoneNumber");
        if (!NUMBER.matcher(number).matches()) {
            throw ApiError.badRequest(21401, "Invalid phone number: " + number);
        }
        Shelf callerIds = world.owned().callerIds();
        if (callerIds.first(id -> id.is("phone_number", number)).isPresent()) {
            throw ApiError.badRequest(21450, "Phone number is already verified for your account: " + number);
        }
        String name = exchange.has("FriendlyName")
                ? exchange.form("FriendlyName")
                : NumberDetails.of(number).friendlyName();
        String callSid = world.sids().next("CA");
        world.background().later(() -> verified(exchange, number, name, callSid));
        ObjectNode request = Json.object();
        request.put("account_sid", exchange.account());
        request.put("call_sid", callSid);
        request.put("friendly_name", name);
        request.put("phone_number", number);
        request.put("validation_code", "111111");
        return Json.answer(200, request);
    }

    private void verified(Exchange exchange, String number, String name, String callSid) {
        Resource id = world.owned().callerIds().add(exchange.with("phone_number", number, "friendly_name", name));
        Optional<String> callback = exchange.form().nonEmpty("StatusCallback");
        callback.ifPresent(url -> world.notifyApplication(
                id.text("account_sid"),
                url,
                "POST",
                Parameters.of(
                        "AccountSid",
                        id.text("account_sid"),
                        "CallSid",
                        callSid,
                        "OutgoingCallerIdSid",
                        id.sid(),
                        "To",
                        number,
                        "VerificationStatus",
                        "success")));
    }
}
