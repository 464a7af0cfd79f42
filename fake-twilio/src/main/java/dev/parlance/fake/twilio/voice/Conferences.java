package dev.parlance.fake.twilio.voice;

import static dev.parlance.fake.twilio.world.ApiError.badRequest;

import dev.parlance.fake.twilio.document.Document;
import dev.parlance.fake.twilio.document.Documents;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Cookies;
import dev.parlance.fake.twilio.world.Hook;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The conferences of the accounts, and what the API does with them. */
public final class Conferences {
    private static final String CONFERENCE_SID = "CF[0-9a-f]{32}";

    private final World world;
    private final Telephony telephony;
    private final Map<String, Conference> byName = new ConcurrentHashMap<>();
    private final Map<String, Conference> bySid = new ConcurrentHashMap<>();

    Conferences(World world, Telephony telephony) {
        this.world = world;
        this.telephony = telephony;
        world.owned().conferences().onForget(this::forget);
    }

    /** The conference of this name: the one that goes on, or a new one. */
    Conference named(String account, String name) {
        return byName.compute(
                account + " " + name,
                (key, before) -> before == null || before.isOver() ? create(account, name) : before);
    }

    private Conference create(String account, String name) {
        Resource resource = world.owned().conferences().add(Map.of("account_sid", account, "friendly_name", name));
        Conference conference = new Conference(world, resource);
        bySid.put(resource.sid(), conference);
        return conference;
    }

    private void forget(Resource resource) {
        Conference forgotten = bySid.remove(resource.sid());
        if (forgotten != null) {
            byName.remove(resource.text("account_sid") + " " + resource.text("friendly_name"), forgotten);
        }
    }

    private Conference of(Resource conference) {
        return Optional.ofNullable(bySid.get(conference.sid()))
                .orElseThrow(() -> new IllegalStateException("Nobody was in the conference " + conference.sid()));
    }

    private Conference withParticipant(Resource participant) {
        return Optional.ofNullable(bySid.get(participant.text("conference_sid")))
                .orElseThrow(() -> new IllegalStateException("No conference has the participant " + participant));
    }

    /**
     * Calls someone, who joins a conference when they answer.
     *
     * @param sidOrName the conference's SID, or a name, which also begins a new conference
     * @param form the settings of the participant
     * @return the participant
     * @throws ApiError if Twilio would refuse the participant
     */
    public Resource invite(String sidOrName, OutgoingCall order, Parameters form) {
        Conference conference = invited(sidOrName, order.account());
        String label = form.first("Label").orElse("");
        if (!ConferenceRules.isLabel(label)) {
            throw badRequest(16024, "Invalid participant label: " + label);
        }
        if (!label.isEmpty() && conference.hasLabel(label, "")) {
            throw badRequest(16026, "Participant label is in use by another participant: " + label);
        }
        form.nonEmpty("CallSidToCoach").ifPresent(sid -> checkCoached(conference, sid));
        ConferenceInvitation invitation =
                new ConferenceInvitation(conference.resource().text("friendly_name"), form);
        if (conference.isFull(invitation.maxParticipants(), "")) {
            throw badRequest(ConferenceRules.FULL, "Conference is full");
        }
        Leg leg = telephony.placeLeg(order, invitation::begin);
        Resource participant =
                world.owned().participants().add(ParticipantSettings.resource(leg, conference, invitation.settings()));
        conference.events().callback(ParticipantSettings.statusCallback(leg, invitation.settings()));
        conference.invite(leg, participant);
        leg.addStatusListener(status -> participant.set("status", statusOf(status)));
        return participant;
    }

    private static String statusOf(String callStatus) {
        return switch (callStatus) {
            case "queued", "ringing" -> callStatus;
            case "in-progress" -> "connecting";
            case "completed" -> "complete";
            default -> "failed";
        };
    }

    private Conference invited(String sidOrName, String account) {
        if (!sidOrName.matches(CONFERENCE_SID)) {
            return named(account, sidOrName);
        }
        return Optional.ofNullable(bySid.get(sidOrName))
                .filter(conference -> conference.resource().is("account_sid", account) && !conference.isOver())
                .orElseThrow(() -> new ApiError(
                        404, ConferenceRules.COMPLETED, "Conference " + sidOrName + " does not exist or is completed"));
    }

    private static void checkCoached(Conference conference, String callSid) {
        if (conference.participant(callSid).isEmpty()) {
            throw badRequest(20001, "The call to coach is not in the conference: " + callSid);
        }
    }

    /**
     * Changes a conference: ends it, or lets everyone hear an announcement.
     *
     * @throws ApiError if the conference is over
     */
    public void changeConference(Resource resource, Parameters form) {
        Conference conference = of(resource);
        if (conference.isOver()) {
            throw badRequest(20001, "Bad request: the conference is completed");
        }
        if (form.first("Status").filter("completed"::equals).isPresent()) {
            conference.endByApi();
            return;
        }
        form.nonEmpty("AnnounceUrl")
                .map(url -> Hook.of(url, form.nonEmpty("AnnounceMethod").orElse("POST")))
                .ifPresent(hook -> world.background().later(() -> {
                    announce(conference, hook, conference.participants());
                    conference.events().ofConference("announcement", "announcement-end", "AnnounceUrl", hook.url());
                }));
    }

    private void announce(Conference conference, Hook hook, List<ConferenceVerb> listeners) {
        String account = conference.resource().text("account_sid");
        Parameters form = Parameters.of(
                "AccountSid", account,
                "ConferenceSid", conference.resource().sid(),
                "FriendlyName", conference.resource().text("friendly_name"));
        Optional<Document> document =
                Documents.forCalls(world).ask(world.accounts().token(account), hook, form, new Cookies());
        document.ifPresent(it -> listeners.forEach(listener -> listener.leg().perform(() -> listener.play(it))));
    }

    /** Changes a participant: mutes, holds, coaches … */
    public void changeParticipant(Resource participant, Parameters form) {
        Conference conference = withParticipant(participant);
        new ParticipantUpdate(conference, participant, form).run();
        form.nonEmpty("AnnounceUrl")
                .map(url -> Hook.of(url, form.nonEmpty("AnnounceMethod").orElse("POST")))
                .ifPresent(hook -> world.background().later(() -> {
                    announce(
                            conference,
                            hook,
                            conference.participant(participant.sid()).stream().toList());
                    conference
                            .events()
                            .ofParticipant("announcement", "announcement-end", participant, "AnnounceUrl", hook.url());
                }));
    }

    /** Removes a participant. Their call goes on with its document; a call that was not answered yet is cancelled. */
    public void removeParticipant(Resource participant) {
        Conference conference = withParticipant(participant);
        Optional<ConferenceVerb> joined = conference.participant(participant.sid());
        if (joined.isPresent()) {
            conference.leave(joined.get(), Departure.KICKED);
            world.background().later(joined.get()::conferenceEnded);
        } else {
            telephony.find(participant.sid()).ifPresent(leg -> leg.perform(() -> leg.end("canceled")));
        }
    }
}
