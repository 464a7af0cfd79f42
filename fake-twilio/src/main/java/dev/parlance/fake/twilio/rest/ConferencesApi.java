package dev.parlance.fake.twilio.rest;

import dev.parlance.fake.twilio.voice.Conferences;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.World;
import java.util.Map;
import java.util.Optional;

/** Conferences and their participants. */
final class ConferencesApi {
    private static final String CONFERENCES = "/2010-04-01/Accounts/{account_sid}/Conferences";

    private final World world;
    private final Conferences conferences;

    ConferencesApi(World world, Telephony telephony) {
        this.world = world;
        this.conferences = telephony.conferences();
    }

    void routes(Routes routes) {
        Shelf all = world.owned().conferences();
        new Collection(world, routes, all, CONFERENCES, Map.of())
                .filteredBy("FriendlyName", "Status")
                .filteredBy(ConferencesApi::isWanted)
                .filteredByDate("date_created", "DateCreated")
                .filteredByDate("date_updated", "DateUpdated")
                .lists()
                .fetches()
                .updates((conference, exchange) -> conferences.changeConference(conference, exchange.form()));
        String participants = CONFERENCES + "/{conference_sid}/Participants";
        new Collection(world, routes, world.owned().participants(), participants, Map.of("conference_sid", all))
                .filteredBy("Muted", "Hold", "Coaching")
                .alsoKnownAs(this::labelled)
                .oldestFirst()
                .lists()
                .fetches()
                .updates((participant, exchange) -> conferences.changeParticipant(participant, exchange.form()))
                .removes(conferences::removeParticipant);
        new Collection(world, routes, world.owned().participants(), participants, Map.of())
                .creates(exchange -> conferences.invite(
                        exchange.name("conference_sid"), CallOrders.participant(exchange), exchange.form()));
    }

    /** Without a filter for their status, completed conferences are not listed. */
    private static boolean isWanted(Resource conference, Exchange exchange) {
        return !exchange.query("Status").isEmpty() || !conference.is("status", "completed");
    }

    /** The participant with a label. */
    private Optional<String> labelled(String label, Exchange exchange) {
        return world.owned()
                .participants()
                .first(participant -> participant.is("label", label)
                        && participant.is("conference_sid", exchange.name("conference_sid")))
                .map(Resource::sid);
    }
}
