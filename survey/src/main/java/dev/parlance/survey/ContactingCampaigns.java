package dev.parlance.survey;

import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import java.util.Optional;

/** Finds the campaign that last contacted a person. */
record ContactingCampaigns(DocumentStore store) {
    /** The campaign that contacted the person, if it was on this channel. */
    Optional<CampaignDocument> of(SessionState session, String channel) {
        return CampaignMark.in(session)
                .flatMap(mark -> store.load(new Key(CampaignStore.shelf(session.survey()), mark.campaign())))
                .map(CampaignDocument::of)
                .filter(campaign -> campaign.channel().equals(channel));
    }
}
