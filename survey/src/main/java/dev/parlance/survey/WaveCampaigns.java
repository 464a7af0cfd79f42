package dev.parlance.survey;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.state.Person;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.state.WavePlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The campaigns that contact people for the next wave of a survey: one for each wave and channel, such as {@code wave-2-text}. They
 * keep the pace and the quiet hours, and contact nobody twice.
 */
record WaveCampaigns(CampaignStore campaigns, Engine engine, CampaignDefaults defaults) {
    /** Adds a person to the campaign of a wave. Has no effect if they are in it already, or no channel can contact them. */
    void add(SessionState session, int wave) {
        channel(session).map(Channel::name).ifPresent(channel -> {
            String occasion = WavePlan.occasion(wave);
            Campaign.Recipient person = new Campaign.Recipient(session.respondent(), invitation(session, occasion));
            Optional<Campaign> before = before(session, channel);
            Pace pace = before.map(Campaign::pace).orElseGet(() -> defaults.pace(channel));
            ContactHours hours = before.map(Campaign::hours).orElseGet(() -> defaults.hours(channel));
            campaigns.addAndStart(occasion + "-" + channel, channel, pace, hours, person);
        });
    }

    /** The channel that the person used last, or one that can write to them. */
    private Optional<Channel> channel(SessionState session) {
        return Optional.of(engine.channels.named(session.channel()))
                .filter(channel -> channel.canContact(session.respondent()))
                .or(() -> engine.channels.reminding(session));
    }

    /** The campaign that contacted the person before, if it was on this channel. */
    private Optional<Campaign> before(SessionState session, String channel) {
        return CampaignMark.in(session)
                .flatMap(mark -> campaigns.find(mark.campaign()))
                .filter(campaign -> campaign.channel().equals(channel));
    }

    private Invitation invitation(SessionState session, String occasion) {
        Survey survey = engine.revisions.current();
        Person person = session.person();
        Optional<String> language = Optional.of(person.language())
                .filter(tag ->
                        person.languageKnown() && survey.prompts().find(tag).isPresent());
        Map<String, String> variables =
                new HashMap<>(session.withInvitedVariables().variables());
        variables.keySet().retainAll(survey.variables().keySet());
        return new Invitation(language, person.zone(), variables, Optional.of(occasion));
    }
}
