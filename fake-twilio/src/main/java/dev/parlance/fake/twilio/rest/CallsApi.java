package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.voice.Leg;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.World;
import java.util.Map;

/** Calls. */
final class CallsApi {
    private static final String ACCOUNT = "/2010-04-01/Accounts/{account_sid}";

    private final World world;
    private final Telephony telephony;

    CallsApi(World world, Telephony telephony) {
        this.world = world;
        this.telephony = telephony;
    }

    void routes(Routes routes) {
        Shelf calls = world.owned().calls();
        new Collection(world, routes, calls, ACCOUNT + "/Calls", Map.of())
                .filteredBy("To", "From", "Status", "ParentCallSid")
                .filteredByDate("start_time", "StartTime")
                .filteredByDate("end_time", "EndTime")
                .lists()
                .fetches()
                .creates(exchange -> telephony.place(CallOrders.call(world, exchange)))
                .updates(this::update)
                .listsPart("/Events", new CallEvents(world)::of)
                .deletes(call -> {
                    checkDeletion(call);
                    telephony.hide(call);
                });
    }

    private void update(Resource call, Exchange exchange) {
        Leg leg = telephony.leg(call);
        exchange.form()
                .nonEmpty("StatusCallback")
                .ifPresent(url -> leg.setStatusCallback(CallOrders.events(exchange, "StatusCallback")));
        CallOrders.number(exchange, "TimeLimit").ifPresent(leg::limitTime);
        String status = exchange.form("Status");
        if (!status.isEmpty()) {
            telephony.end(call, status);
        } else if (exchange.has("Url") || exchange.has("Twiml")) {
            telephony.redirect(call, CallOrders.hook(exchange), exchange.form("Twiml"));
        }
    }

    private void checkDeletion(Resource call) {
        if (!telephony.leg(call).isOver()) {
            throw new ApiError(409, 20009, "Cannot delete this resource before it is complete");
        }
    }
}
