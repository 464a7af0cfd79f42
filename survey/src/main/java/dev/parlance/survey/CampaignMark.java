package dev.parlance.survey;

import dev.parlance.survey.state.Contact;
import dev.parlance.survey.state.SessionState;
import java.util.Optional;

/**
 * The campaign that last contacted a person, as stored in the session together with the contact. After a crash it shows what the
 * campaign's own documents don't know yet.
 *
 * @param isUnknown whether nobody knows if the contact was made
 * @param campaign the campaign's name
 */
record CampaignMark(boolean isUnknown, String campaign) {
    private static final String UNKNOWN = "unknown:";

    static CampaignMark of(String campaign) {
        return new CampaignMark(false, campaign);
    }

    static Optional<CampaignMark> in(SessionState session) {
        return session.contact().campaign().map(CampaignMark::read);
    }

    private static CampaignMark read(String word) {
        boolean isUnknown = word.startsWith(UNKNOWN);
        return new CampaignMark(isUnknown, isUnknown ? word.substring(UNKNOWN.length()) : word);
    }

    Contact on(Contact contact) {
        return contact.withCampaign((isUnknown ? UNKNOWN : "") + campaign);
    }

    /** The session after a contact that may have been made. */
    static SessionState unknown(SessionState session) {
        return in(session)
                .map(mark -> session.with(new CampaignMark(true, mark.campaign()).on(session.contact())))
                .orElse(session);
    }
}
