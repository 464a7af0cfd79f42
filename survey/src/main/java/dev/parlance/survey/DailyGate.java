package dev.parlance.survey;

import dev.parlance.outbound.OutboundException;
import dev.parlance.survey.state.SessionState;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Holds back contacts over the daily limits. Campaigns do that themselves, for many people at a time. */
final class DailyGate {
    private final ContactingCampaigns campaigns;
    private final DailyCounts counts;

    DailyGate(ContactingCampaigns campaigns, DailyCounts counts) {
        this.campaigns = campaigns;
        this.counts = counts;
    }

    /** When the next day starts, if today's limits are reached. */
    Optional<Instant> closedUntil(String channel, SessionState session) {
        return counts.isLimited(channel) ? counts.reachedUntil(channel, sender(channel, session)) : Optional.empty();
    }

    /** Makes a contact, and counts it if it may have been made; empty if others have reached the limit meanwhile. */
    Optional<StartResult> counted(String channel, SessionState session, Supplier<Optional<StartResult>> contact) {
        if (!counts.isLimited(channel)) {
            return contact.get();
        }
        DailyCounts.Share share = counts.take(channel, sender(channel, session), 1);
        if (share.people() == 0) {
            return Optional.empty();
        }
        try {
            Optional<StartResult> result = contact.get();
            boolean isUsed = result.filter(StartResult::mayBeSent).isPresent();
            counts.giveBack(share, isUsed ? 0 : 1);
            return result;
        } catch (OutboundException e) {
            counts.giveBack(share, 1);
            throw e;
        }
    }

    /** The sender of the campaign that contacted the person before; otherwise that of the channel. */
    private String sender(String channel, SessionState session) {
        return campaigns.of(session, channel).map(CampaignDocument::sender).orElse(channel);
    }
}
